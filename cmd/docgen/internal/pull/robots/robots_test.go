package robots_test

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/pull/robots"
)

func TestAllowed(t *testing.T) {
	for _, c := range []struct {
		name, text  string
		yes, denied string // paths, separated by spaces
	}{
		{"nothing said", "", "/ /a", ""},
		{"everything denied", "User-agent: *\nDisallow: /", "", "/ /a"},
		{"empty value", "User-agent: *\nDisallow:", "/ /a", ""},
		{"own group wins over that for all", "User-agent: *\nDisallow: /\n\nUser-agent: DocGen/2.0\nDisallow: /b", "/a", "/b /b/c"},
		{"blank lines do not end a group", "User-agent: docgen\n\nUser-agent: *\nDisallow: /x", "/a", "/x"},
		{"another's group", "User-agent: other\nDisallow: /", "/a", ""},
		{"a longer name is another's", "User-agent: docgen-x\nDisallow: /", "/a", ""},
		{"groups of one name are one", "User-agent: docgen\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: docgen\nDisallow: /c", "/b", "/a /c"},
		{"two names share a group", "User-agent: x\nUser-agent: docgen\nDisallow: /a", "/b", "/a"},
		{"records between do not end a group", "User-agent: docgen\nCrawl-delay: 9\nSitemap: /s\nUser-agent: x\nDisallow: /a", "/b", "/a"},
		{"rules before any group", "Disallow: /\nUser-agent: x\nDisallow: /", "/a", ""},
		{"longest match", "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c", "/a/b /a/b/d /x", "/a /a/x /a/b/c"},
		{"a tie allows", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", ""},
		{"a tie allows, in either order", "User-agent: *\nAllow: /a\nDisallow: /a", "/a", ""},
		{"star", "User-agent: *\nDisallow: /a/*/c", "/a/c /a/b /x/a/b/c", "/a/b/c /a/b/x/cd"},
		{"star in front", "User-agent: *\nDisallow: *.md", "/a", "/a.md /a.md/b"},
		{"dollar", "User-agent: *\nDisallow: /*.md$", "/a /a.md/b", "/a.md /b/a.md.md"},
		{"dollar alone", "User-agent: *\nDisallow: /$", "/a", "/"},
		{"dollar inside is a dollar", "User-agent: *\nDisallow: /$a", "/a", "/$a"},
		{"encoded dollar at the end", "User-agent: *\nDisallow: /a%24", "/a", "/a$ /a$b"},
		{"encoded star", "User-agent: *\nDisallow: /a%2Ab", "/axb", "/a*b"},
		{"encoded letters", "User-agent: *\nDisallow: /%61b", "/b", "/ab"},
		{"encoded slash is no slash", "User-agent: *\nDisallow: /a%2fb", "/a/b", ""},
		{"broken encoding is text", "User-agent: *\nDisallow: /a%zz\nDisallow: /b%", "/a /b", "/a%zz /b%"},
		{"comments, case and blanks", "\xef\xbb\xbf  uSeR-aGeNt :  *  # all\r\nDISALLOW\t: /a # this\r", "/b", "/a"},
		{"paths have case", "User-agent: *\nDisallow: /A", "/a", "/A"},
		{"a page instead of rules", "<!doctype html>\n<p>User-agent: nobody</p>", "/a", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules := robots.Parse([]byte(c.text), "docgen")
			for path := range strings.FieldsSeq(c.yes) {
				if !rules.Allowed(path) {
					t.Errorf("%s is denied", path)
				}
			}
			for path := range strings.FieldsSeq(c.denied) {
				if rules.Allowed(path) {
					t.Errorf("%s is allowed", path)
				}
			}
		})
	}
}

// TestLimit reads no more of an endless file than it should.
func TestLimit(t *testing.T) {
	text := "User-agent: *\nDisallow: /a\n" + strings.Repeat("#\n", robots.MaxBytes/2) + "Disallow: /b"
	rules := robots.Parse([]byte(text), "docgen")
	if rules.Allowed("/a") || !rules.Allowed("/b") {
		t.Errorf("/a allowed: %t, /b allowed: %t", rules.Allowed("/a"), rules.Allowed("/b"))
	}
}

func TestToken(t *testing.T) {
	for agent, want := range map[string]string{
		"docgen/1.2 (+https://example.test)": "docgen", "my_Crawler-x": "my_Crawler-x", "é": "", "": "", "9": "",
	} {
		if got := robots.Token(agent); got != want {
			t.Errorf("Token(%q) is %q, want %q", agent, got, want)
		}
	}
}

// FuzzParse has no rule text bring it down or change what an empty one says.
func FuzzParse(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /a*b$\nAllow: /%41", "/axb")
	f.Fuzz(func(t *testing.T, text, path string) {
		robots.Parse([]byte(text), "docgen").Allowed(path)
		if !robots.Parse([]byte(text+"\nUser-agent: docgen-nobody\nDisallow: /\n"), "docgen-nobody-else").Allowed(path) &&
			!strings.Contains(text, "*") && !strings.Contains(strings.ToLower(text), "docgen-nobody-else") {
			t.Errorf("rules for others deny %q", path)
		}
	})
}
