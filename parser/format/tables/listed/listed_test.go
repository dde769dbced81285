package listed

import (
	"strings"
	"testing"
)

func TestBullets(t *testing.T) {
	for _, c := range []struct{ item, want string }{
		{"- `a` `(string: <required>)` - Text.", "`a`|string|required|Text."},
		{"- `a` `(int: 20)` – Text.", "`a`|int|optional|20|Text."},
		{"* **a** (*string*, required): Text.", "`a`|string|required|Text."},
		{"+ a: 12 (number, optional) - Text.", "`a`|number|optional|Text."},
		{"- `a: []string` - Text.", "`a`|[]string|Text."},
		{"- a (string): Text.", "`a`|string|Text."},
		{"- `a` (integer, default: 3) Text.", "`a`|integer|3|Text."},
		{"- `a` (string or\n  null): Text.", "`a`|string or null|Text."},
		{"- `a` - string - required - Text.", "`a`|string|required|Text."},
		{"- `a` `(string, <required>)` - Text.", "`a`|string|required|Text."},
		{"- `a` `(int: 0 || string:\"0s\")` - Text.", "`a`|int or string|optional|0|Text."},
		{"- `a` `(string: \"\", or list: [] required)` - Text.", "`a`|string or list|required|Text."},
		{"- `a` `(duration: \"1s\", optional)` - Text.", "`a`|duration|optional|\"1s\"|Text."},
		{"- `a` `(string \"\")` - Text.", "`a`|string|optional|\"\"|Text."},
		{"- `a` `(string: 'b')` - Text.", "`a`|string|optional|\"b\"|Text."},
		{"- `a` `(Loom: <required>)` - Text.", "`a`|Loom|required|Text."},
		{"- `a` `(string: b, c)` - Text.", "`a`|string|optional|Text. (b, c)"},
		{"- `a` (seconds): Text.", ""},
		{"- `a` - Optional text of a sentence.", ""},
		{"- **200** (string): Text.", ""},
		{"- Some words (string): Text.", ""},
	} {
		table, _ := Bullets(c.item+"\n", 0, false)
		got := ""
		if table != nil {
			got = strings.Join(table.Rows[0].Cells, "|")
		}
		if got != c.want {
			t.Errorf("%q gives %q, want %q", c.item, got, c.want)
		}
	}
}

func TestTerms(t *testing.T) {
	text := ":id\n: {{<required>}} String. Which.\n\nnotes[]\n: Array of String. Two\n  at most.\n\nText.\n"
	table, end := Terms(text, 0, false)
	if table == nil || len(table.Rows) != 2 || !strings.HasPrefix(text[end:], "\nText.") {
		t.Fatalf("%q is read up to %d as %+v", text, end, table)
	}
	if got, want := strings.Join(table.Rows[0].Cells, "|"), "`id`|String|required|Which."; got != want {
		t.Errorf("the first term is %q, want %q", got, want)
	}
	if got, want := strings.Join(table.Rows[1].Cells, "|"), "`notes[]`|Array of String||Two\nat most."; got != want {
		t.Errorf("the second term is %q, want %q", got, want)
	}
	if table, _ := Terms("Word\n: What it means.\n", 0, false); table != nil {
		t.Error("a glossary lists attributes")
	}
}

func TestFields(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<ParamField body=\"a\" type=\"string\" required>\n  Text.\n</ParamField>\n", "`a`|string|body|required|Text."},
		{"<ParamField query='a' type='integer' default={20} />\n", "`a`|integer|query|optional|20|"},
		{"<ResponseField name=\"a\" type=\"string\" required={false}>Text.</ResponseField>\n", "`a`|string|optional|Text."},
		{"<ResponseField name=\"a\" type=\"object\" deprecated><ResponseField name=\"b\" /></ResponseField>\n", "`a`|object|Deprecated."},
		{"<ParamField body=\"a\" type=\"string\">\n", ""},
		{"<ParamField body=\"a\n", ""},
		{"<Card title=\"a\">Text.</Card>\n", ""},
	} {
		got := ""
		if isField(c.text) {
			if table, _ := Fields(c.text, 0, false); table != nil {
				got = strings.Join(table.Rows[0].Cells, "|")
			}
		}
		if got != c.want {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}
