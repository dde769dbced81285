package links_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/cmd/docgen/internal/pull/links"
)

func TestScan(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []links.Link
	}{
		{"index", "- [Parcels](parcels.md)\n  - [Create](/api/parcels/create/index.md): makes one\n", []links.Link{{"parcels.md", true}, {"/api/parcels/create/index.md", true}}},
		{"other lists and headings", "* [a](a)\n+ [b](b)\n1. [c](c)\n2) [d](d)\n## [e](e)\n> - **[f](f)**\n", []links.Link{{"a", true}, {"b", true}, {"c", true}, {"d", true}, {"e", true}, {"f", true}}},
		{"mentions", "See [a](a) and [b](b).\n- first [c](c)\n", []links.Link{{"a", false}, {"b", false}, {"c", false}}},
		{"no marks", "-[a](a)\n1[b](b)\n#[c](c)\n.[d](d)\n[e](e)", []links.Link{{"a", false}, {"b", false}, {"c", false}, {"d", false}, {"e", false}}},
		{"autolinks", "- <https://h.test/a>\n<HTTP://h.test/b?x&amp;y> <mailto:x@h.test> <b> a<c <https://h.test/ d>", []links.Link{{"https://h.test/a", true}, {"HTTP://h.test/b?x&y", false}}},
		{"titles", `[a](a "t") [b](b 't') [c]( c ) [d](d "t) [e](e t)`, []links.Link{{"a", false}, {"b", false}, {"c", false}}},
		{"pointed", "[a](<a b>) [b](<b>c) [c](<c", []links.Link{{"a b", false}}},
		{"parentheses", "[a](a(1)b) [b](b\\)c) [c](c(d", []links.Link{{"a(1)b", false}, {"b)c", false}}},
		{"text with brackets and code", "- [`a`](a)\n- [[x]](b)\n[`](` c](c)", []links.Link{{"a", true}, {"b", true}, {"c", false}}},
		{"images", "![a](a.png) [![b](b.png)](b)", []links.Link{{"b", false}}},
		{"escapes", `\[a](a) [b\](b) [c](c\_d&amp;e) \\[d](d)`, []links.Link{{"c_d&e", false}, {"d", false}}},
		{"code spans", "`[a](a)` ``x ` [b](b)`` ` [c](c)", []links.Link{{"c", false}}},
		{"fences", "```sh\n[a](a)\n~~~\n```\n[b](b)\n  ~~~~\n  [c](c)\n  ~~~\n  ~~~~~\n[d](d)\n```x``` [e](e)\n", []links.Link{{"b", false}, {"d", false}, {"e", false}}},
		{"a fence that never ends", "```\n[a](a)", nil},
		{"empty and unfinished", "[]() [a] (a) [b]( [c", nil},
		{"line ends", "- [a](a)\r\n- [b](b)\r\n", []links.Link{{"a", true}, {"b", true}}},
		{"references", "- [A b][X  y]\n- [c][]\n[d] ![e] [f][g] [h][u](i)\n\n[x Y]: a 't'\n > [c]: <b>\n[d]: d\n[d]: e\n[e]: e\n[g]: g\n[k]: k\n```\n[f]: f\n```\n[no]\n", []links.Link{
			{"a", true}, {"b", true}, {"d", false}, {"g", false}, {"i", false}}},
		{"components", "<Card title=\"[x]\"\n  href=\"/a\"\n/>\n<a class='b' href='c&amp;d'>e</a> `<a href=\"f\">` xhref=\"g\" href=h href=\"\"", []links.Link{{"/a", false}, {"c&d", false}}},
		{"too long", "[a](" + strings.Repeat("a", 3000) + ") [b](b)", []links.Link{{"b", false}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, links.Scan(c.text)); diff != "" {
				t.Errorf("links (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzScan also guards against text that takes more than linear time.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{"- [a](<b> \"c\")", "`` ` ```", "![[\\](", "<https://a>", "#\t[a](b\\", "[a]: b\n[a][][a]", " href='a' `href=\"b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range links.Scan(text) {
			if l.Target == "" {
				t.Error("an empty link")
			}
		}
		links.Scan(strings.Repeat(text, 1000))
	})
}
