package parser_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser"
)

// hostile are pages that nobody would publish, of a size that grows with n:
// many of one thing, equal or different, on one page or on many.
var hostile = map[string]func(n int) fstest.MapFS{
	"headings":           lines("# Parcels\n\n**get** `/v1/parcels`\n", func(int) string { return "# Parcels\n" }),
	"headings differ":    lines("# Parcels\n\n**get** `/v1/parcels`\n", func(i int) string { return fmt.Sprintf("# Parcels %d\n", i) }),
	"headings, empty":    lines("# Parcels\n\n**get** `/v1/parcels`\n", func(int) string { return "#\n" }),
	"headings in turn":   lines("", func(i int) string { return fmt.Sprintf("%s Part %d\n", strings.Repeat("#", 1+i%6), i) }, "## Last\n\n**get** `/v1/last`\n"),
	"resources in turn":  lines("", func(i int) string { return fmt.Sprintf("# %c\n\n## Get it %d\n\n**get** `/a/b/%d`\n", 'a'+i%2, i, i) }),
	"methods, one path":  lines("# Parcels\n", func(int) string { return method("Get", "/v1/parcels", "") }),
	"methods, one title": lines("# Parcels\n", func(i int) string { return method("Get", fmt.Sprintf("/v1/parcels/%d", i), "") }),
	"methods, one slot":  lines("# Parcels\n", func(i int) string { return method("Get", fmt.Sprintf("/v1/{a%d}", i), "") }),
	"methods, one path, titles": lines("# Parcels\n", func(i int) string {
		return method(fmt.Sprintf("Get it %d", i), "/v1/parcels", "- `limit: number`\n")
	}),
	"methods, one path, fields": lines("# Parcels\n", func(i int) string {
		return method("Get", "/v1/parcels", fmt.Sprintf("- `a%d: number`\n", i))
	}),
	"types, one name": types(func(i int) string {
		return fmt.Sprintf("## Parcel\n\n- `Parcel = object { a }`\n\n  - `a%d: string`\n\n", i)
	}),
	"types, equal": types(func(int) string { return "## Parcel\n\n- `Parcel = object { a }`\n\n  - `a: string`\n\n" }),
	"types, one shape": types(func(i int) string {
		return fmt.Sprintf("## P%d\n\n- `P%d = object { a }`\n\n  - `a: string`\n\n", i, i)
	}),
	"types in a chain": types(func(i int) string {
		return fmt.Sprintf("## P%d\n\n- `P%d = object { a }`\n\n  - `a: P%d`\n\n", i, i, i+1)
	}),
	"aliases in a chain": types(func(i int) string { return fmt.Sprintf("## P%d\n\n- `P%d = P%d`\n\n", i, i, i+1) }),
	"unions in a chain":  types(func(i int) string { return fmt.Sprintf("## P%d\n\n- `P%d = P%d or string`\n\n", i, i, i+1) }),
	"types in a fan":     types(func(i int) string { return fmt.Sprintf("## P%d\n\n- `P%d = P%d or P%d`\n\n", i, i, i+1, i+2) }),
	"objects in a fan": types(func(i int) string {
		return fmt.Sprintf("## P%d\n\n- `P%d = object { a, b }`\n\n  - `a: P%d`\n\n  - `b: P%d`\n\n", i, i, i+1, i+2)
	}),
	"enum":               enum(func(i int) string { return fmt.Sprintf("    - `\"v%d\"`\n", i) }),
	"enum of one value":  enum(func(int) string { return "    - `\"v\"`\n" }),
	"union of constants": oneType(" or ", func(i int) string { return fmt.Sprintf("%q", fmt.Sprint(i)) }),
	"union of names":     oneType(" or ", func(i int) string { return fmt.Sprintf("P%d", i) }),
	"union of objects": enum(func(i int) string {
		return fmt.Sprintf("    - `P%d object { type }`\n\n      - `type: \"p%d\"`\n", i, i)
	}),
	"union of like objects":    enum(func(i int) string { return fmt.Sprintf("    - `object { a }`\n\n      - `a%d: string`\n", i) }),
	"arrays":                   oneType(" of ", func(int) string { return "array" }),
	"maps":                     oneType("", func(int) string { return "map[" }),
	"parentheses":              oneType("", func(int) string { return "(" }),
	"braces":                   oneType("", func(int) string { return "object {" }),
	"fields":                   body(func(i int) string { return fmt.Sprintf("- `a%d: string`\n\n  A word.\n", i) }),
	"fields, one name":         body(func(int) string { return "- `a: string`\n" }),
	"fields, named type":       body(func(i int) string { return fmt.Sprintf("- `a%d: Parcel`\n\n  - `b: string`\n", i) }),
	"fields, one type, shapes": body(func(i int) string { return fmt.Sprintf("- `a%d: Parcel`\n\n  - `b%d: string`\n", i, i) }),
	"fields, anonymous":        body(func(i int) string { return fmt.Sprintf("- `a%d: object { b }`\n\n  - `b%d: string`\n", i, i) }),
	"fields, one anonymous":    body(func(i int) string { return fmt.Sprintf("- `a: object { b }`\n\n  - `b%d: string`\n", i) }),
	"empty items":              body(func(int) string { return "- ``\n" }),
	"bullets":                  body(func(int) string { return "- a\n" }),
	"paragraphs":               body(func(int) string { return "A word.\n\n" }),
	"sentences":                body(func(int) string { return "A word. Defaults to `1`." }),
	"code spans":               body(func(int) string { return "`a` " }),
	"backticks":                body(func(i int) string { return strings.Repeat("`", i%97) + " " }),
	"one line":                 body(func(int) string { return "a" }),
	"stars":                    body(func(int) string { return "**a" }),
	"brackets":                 body(func(int) string { return "[" }),
	"quotes":                   body(func(int) string { return ">" }),
	"fences":                   body(func(int) string { return "```json\n{}\n```\n\n" }),
	"tables":                   body(func(int) string { return "| a | b |\n|---|---|\n" }),
	"table, attributes": lines("# A\n\n`POST /a`\n\n| Name | Type | Required |\n|---|---|---|\n", func(i int) string {
		return fmt.Sprintf("| a%d | string | yes |\n", i)
	}),
	"table, paths": lines("# A\n\n`POST /a`\n\n| Name | Type | Required |\n|---|---|---|\n", func(i int) string {
		return fmt.Sprintf("| a.b%d.c[].d | string | yes |\n", i)
	}),
	"table, nested": lines("# A\n\n`POST /a`\n\n| Name | Type | Required |\n|---|---|---|\n", func(i int) string {
		return fmt.Sprintf("| %s a%d | object | yes |\n", strings.Repeat(">", i%40), i)
	}),
	"table of many endpoints": lines("# A\n\n| Name | Type | Required |\n|---|---|---|\n| a | string | yes |\n\n", func(i int) string {
		return fmt.Sprintf("`GET /a%d`\n\n", i)
	}, "| Name | Type | Required |\n|---|---|---|\n| b | string | yes |\n"),
	"endpoints with tables": lines("# A\n", func(i int) string {
		return fmt.Sprintf("## B\n\n`GET /a/%d`\n\n| Name | Type | Required |\n|---|---|---|\n| a | array of objects | yes |\n\n", i)
	}),
	"tables of types": lines("# A\n\n`GET /a`\n\n| Name | Type | Required |\n|---|---|---|\n| a | string | yes |\n\n", func(i int) string {
		return fmt.Sprintf("# B Object\n\n| Name | Type |\n|---|---|\n| a%d | [b](#b-object) |\n\n", i)
	}),
	"html":            body(func(int) string { return "<a\n" }),
	"references":      body(func(i int) string { return fmt.Sprintf("[a%d]: b\n", i) }),
	"nested items":    nested(60),
	"sections":        body(func(int) string { return "### Query Parameters\n\n- `a: string`\n\n" }),
	"sections differ": body(func(i int) string { return fmt.Sprintf("### Part %d\n\n- `a%d: string`\n\n", i, i) }),
	"returns":         body(func(i int) string { return fmt.Sprintf("### Returns\n\n- `a%d: string`\n\n", i) }),
	"examples":        body(func(i int) string { return fmt.Sprintf("### Response\n\n```json\n{\"a\": %d}\n```\n\n", i) }),
	"one example":     example(func(i int) string { return fmt.Sprintf("{\"b%d\": \"2026-01-01T00:00:00Z\"},", i) }),
	"nested example":  example(func(int) string { return "[" }),
	"curl":            curl(func(i int) string { return fmt.Sprintf(" -H 'a%d: b' \\\n", i) }),
	"curl, quotes":    curl(func(int) string { return "'\"" }),
	"pages": pages(func(i int) (string, string) {
		return fmt.Sprintf("r%d__get.md", i), method("Get", fmt.Sprintf("/r/%d", i), "")
	}),
	"pages, equal": pages(func(i int) (string, string) { return fmt.Sprintf("r%d__get.md", i), method("Get", "/r", "") }),
	"pages, one resource": pages(func(i int) (string, string) {
		return fmt.Sprintf("r__m%d.md", i), method("Get", fmt.Sprintf("/r/%d", i), "")
	}),
	"pages, one path": pages(func(i int) (string, string) {
		return fmt.Sprintf("r__m%d.md", i), method(fmt.Sprintf("Get %d", i), "/r", "")
	}),
	"pages, deep": pages(func(i int) (string, string) {
		return strings.Repeat("r__", i%200) + fmt.Sprintf("m%d.md", i), method(fmt.Sprintf("Get %d", i), fmt.Sprint("/r/", i), "")
	}),
	"pages of a body": pages(func(i int) (string, string) {
		return fmt.Sprintf("r%d__get.md", i), method("Get", fmt.Sprintf("/r/%d", i), "- `a: object { b }`\n\n  - `b: Parcel`\n\n    - `c: string`\n")
	}),
	"names that clash": body(func(i int) string {
		return fmt.Sprintf("- `a%sb: object { c }`\n\n  - `c%d: string`\n", strings.Repeat("-", i), i)
	}),
	"names that clash, http": lines("# Parcels\n", func(i int) string {
		return method("Get", fmt.Sprint("/v1/", i), fmt.Sprintf("- `a: object { c }`\n\n  - `c%d: string`\n", i))
	}),
	"types of long names": types(func(i int) string {
		return fmt.Sprintf("## P%d\n\n- `P%d = object { a }`\n\n  - `a: %s`\n\n", i, i, strings.Repeat("x", i%1000))
	}),
	"long title, methods":    long("# %s\n", func(i int) string { return method("Get", fmt.Sprintf("/v1/%d", i), "") }),
	"long crumbs, methods":   long("# a › %s\n", func(i int) string { return method("Get", fmt.Sprintf("/v1/%d", i), "") }),
	"long field, structures": long("# A\n\n**post** `/a`\n\n### Body Parameters\n\n- `%s: object { a }`\n\n", func(i int) string { return fmt.Sprintf("  - `a%d: object { c }`\n\n    - `c%d: string`\n\n", i, i) }),
	"long type, structures":  long("# A\n\n**post** `/a`\n\n### Body Parameters\n\n- `b: %s`\n\n", func(i int) string { return fmt.Sprintf("  - `a%d: object { c }`\n\n    - `c%d: string`\n\n", i, i) }),
	"long line, items":       long("# A\n\n**post** `/a`\n\n%s\n\n### Body Parameters\n\n", func(i int) string { return fmt.Sprintf("- `a%d: string`\n\n", i) }),
	"responses": lines("# Parcels\n", func(i int) string {
		return method("Get", fmt.Sprint("/v1/", i), "") + "### Returns\n\n- `a: string`\n\n"
	}, "# Domain Types\n\n## GetResponse\n\n- `GetResponse object { a }`\n\n  - `b: string`\n"),
	"methods and types": lines("# Parcels\n", func(i int) string {
		return method("Get", fmt.Sprint("/v1/", i), "") + fmt.Sprintf("### Returns\n\n- `P%dGetResponse = object { a, b }`\n\n  - `a%d: string`\n\n", i, i)
	}),
	"prose of numbers": body(func(i int) string {
		return fmt.Sprintf("- `a%d: number`\n\n  Defaults to `%d`. Ranges from `1` to `%d`. At least 1, at most 5.\n\n", i, i, i)
	}),
	"one description": long("# A\n\n**post** `/a`\n\n### Body Parameters\n\n- `b: number`\n\n  Defaults to %s.\n\n", func(i int) string { return "  Defaults to `1`, ranges from 1 to 2, or null.\n" }),
	"clients only": pages(func(i int) (string, string) {
		return fmt.Sprintf("python/r%d.md", i), native(i, "```python\n", "r.get(**kwargs) -> X", "a%d: Optional[str]")
	}),
	"http and other client": pages(func(i int) (string, string) {
		if i%2 == 0 {
			return fmt.Sprintf("r%d.md", i), method("Get", fmt.Sprintf("/r/%d", i), fmt.Sprintf("- `a%d: string`\n", i))
		}
		return fmt.Sprintf("python/q%d.md", i), native(i, "```python\n", "r.get(**kwargs) -> X", "b%d: Optional[str]")
	}),
	"clashing methods": lines("# Parcels\n", func(i int) string {
		return method("Get", "/v1/"+strings.Repeat("{a}", 1+i%50)+fmt.Sprintf("{b%d}", i), "")
	}),
	"constant fields": enum(func(i int) string { return fmt.Sprintf("    - `object { a }`\n\n      - `t%d: \"v\"`\n", i) }),
	"typescript": lines("# Parcels\n", func(i int) string {
		return native(i, "```typescript\n", "client.parcels.get(params: P): X", "a%d?: string | null")
	}),
	"python": lines("# Parcels\n", func(i int) string {
		return native(i, "```python\n", "parcels.get(**kwargs) -> X", "a%d: Optional[str]")
	}),
	"fused": pages(func(i int) (string, string) {
		if i%2 == 0 {
			return fmt.Sprintf("r%d.md", i), method("Get", fmt.Sprintf("/r/%d", i), "- `a: string`\n")
		}
		return fmt.Sprintf("python/r%d.md", i-1), method("Get", fmt.Sprintf("/r/%d", i-1), "- `a: str`\n")
	}),
	"fused fields": both(func(i int) (string, string) {
		return fmt.Sprintf("- `a%d: string`\n", i), fmt.Sprintf("- `b%d: string`\n", i)
	}),
	"fused, one name": both(func(int) (string, string) { return "- `a: string`\n", "- `a: string`\n" }),
	"fused, unlike": both(func(i int) (string, string) {
		return fmt.Sprintf("- `a%d: string`\n", i), fmt.Sprintf("- `a%ds: string`\n", i*7)
	}),
	"fused, members": both(func(i int) (string, string) {
		return fmt.Sprintf("- `a%d: A or B`\n\n  - `A object { b }`\n\n    - `b: string`\n", i), "- `a: object { c }`\n\n  - `c: string`\n"
	}),
	"rendered items":   rendered(func(i int) string { return fmt.Sprintf("a%d: string\n\nA word.\n\n", i) }),
	"rendered choices": rendered(func(i int) string { return "a: string or number\n\nOne of the following:\n\nstring\n\n" }),
	"rendered objects": rendered(func(i int) string { return fmt.Sprintf("a%d: object { b, c }\n\n", i) }),
	"rendered methods": lines("<!-- source: https://docs.harbor.example/api/ -->\n\n# Parcels\n\n", func(i int) string {
		return fmt.Sprintf("# Create %d\n\nPOST/parcels/%d\n\n##### ReturnsExpand Collapse\n\na: string\n\n", i, i)
	}),
}

func page(text string) fstest.MapFS { return fsOf(map[string]string{"parcels.md": text}) }

func fsOf(texts map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range texts {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func many(n int, piece func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(piece(i))
	}
	return b.String()
}

func lines(head string, piece func(i int) string, tail ...string) func(n int) fstest.MapFS {
	return func(n int) fstest.MapFS { return page(head + "\n" + many(n, piece) + "\n" + strings.Join(tail, "")) }
}

func method(title, path, items string) string {
	return "## " + title + "\n\n**get** `" + path + "`\n\n### Query Parameters\n\n" + items + "\n"
}

func native(i int, fence, signature, item string) string {
	return fmt.Sprintf("## Get it %d\n\n`%s`\n\n**get** `/v1/parcels/%d`\n\n### Parameters\n\n- `"+item+"`\n\n### Example\n\n%s\n```\n\n", i, signature, i, i, fence)
}

func types(piece func(i int) string) func(n int) fstest.MapFS {
	return lines("# Parcels\n\n## Get\n\n**get** `/v1/parcels`\n\n### Returns\n\n- `a: P0`\n\n# Domain Types\n", piece)
}

func body(piece func(i int) string) func(n int) fstest.MapFS {
	return lines("# Create\n\n**post** `/v1/parcels`\n\n### Body Parameters\n\n", piece)
}

func enum(piece func(i int) string) func(n int) fstest.MapFS {
	return lines("# Create\n\n**post** `/v1/parcels`\n\n### Body Parameters\n\n- `a: P`\n\n  - `P = \"v0\" or 9999 more`\n\n", piece)
}

func oneType(between string, piece func(i int) string) func(n int) fstest.MapFS {
	return func(n int) fstest.MapFS {
		parts := make([]string, n)
		for i := range parts {
			parts[i] = piece(i)
		}
		return body(func(int) string { return "- `a: " + strings.Join(parts, between) + "`\n" })(1)
	}
}

func nested(depth int) func(n int) fstest.MapFS {
	return body(func(i int) string {
		return strings.Repeat("  ", i%depth) + fmt.Sprintf("- `a%d: object { b }`\n\n", i)
	})
}

func example(piece func(i int) string) func(n int) fstest.MapFS {
	return func(n int) fstest.MapFS {
		return page("# Get\n\n**get** `/v1/parcels`\n\n### Returns\n\n- `a: array of object { b }`\n\n  - `b: string`\n\n### Response\n\n```json\n{\"a\": [" + many(n, piece) + "{}]}\n```\n")
	}
}

func curl(piece func(i int) string) func(n int) fstest.MapFS {
	return func(n int) fstest.MapFS {
		return page("# Get\n\n**get** `/v1/parcels`\n\n### Example\n\n```http\ncurl https://harbor.example/v1/parcels \\\n" + many(n, piece) + "\n```\n")
	}
}

func pages(piece func(i int) (name, text string)) func(n int) fstest.MapFS {
	return func(n int) fstest.MapFS {
		texts := map[string]string{}
		for i := range n {
			name, text := piece(i)
			texts[name] = text
		}
		return fsOf(texts)
	}
}

func both(piece func(i int) (http, python string)) func(n int) fstest.MapFS {
	return func(n int) fstest.MapFS {
		var http, python strings.Builder
		for i := range n {
			h, p := piece(i)
			http.WriteString(h)
			python.WriteString(p)
		}
		head := "# Create\n\n%s**post** `/v1/parcels`\n\n### Parameters\n\n"
		return fsOf(map[string]string{
			"parcels/create.md":            fmt.Sprintf(head, "") + http.String(),
			"typescript/parcels/create.md": fmt.Sprintf(head, "`client.parcels.create(params: P): X`\n\n") + python.String(),
		})
	}
}

func rendered(piece func(i int) string) func(n int) fstest.MapFS {
	return func(n int) fstest.MapFS {
		return page("<!-- source: https://docs.harbor.example/api/reference/resources/parcels/methods/create/ -->\n\n# Create\n\nPOST/parcels\n\n##### Body ParametersJSONExpand Collapse\n\n" + many(n, piece))
	}
}

// TestHostileGrowth holds that memory grows in step with the pages: what is
// allocated for four times the text is not more than seven times as much, which
// leaves room for tables that double, and would be sixteen for a square.
func TestHostileGrowth(t *testing.T) {
	testutil.Slow(t, "measures memory")
	allocated(t, hostile["fields"](1)) // what is made once, such as the vocabulary, is nobody's growth
	for name, make := range hostile {
		t.Run(name, func(t *testing.T) {
			const n = 250
			small, large := make(n), make(4*n)
			text := float64(sizeOf(large)) / float64(sizeOf(small))
			allocated(t, large) // what is made once, such as a vocabulary, is nobody's growth
			grown := 0.0
			for range 4 { // one that holds is enough: other goroutines and emptied pools only add
				if grown = allocated(t, large) / max(allocated(t, small), anyPage); grown <= 7*max(text, 4)/4 {
					return
				}
			}
			t.Errorf("%.1f times the text takes %.1f times the memory", text, grown)
		})
	}
}

// anyPage is how many bytes any page may take: how far a smaller one stays below tells
// nothing of how larger ones grow.
const anyPage = 128 << 10

func sizeOf(docs fstest.MapFS) int {
	n := 0
	for name, f := range docs {
		n += len(name) + len(f.Data)
	}
	return n
}

// allocated is how many bytes reading the pages with one worker allocates.
func allocated(t *testing.T, docs fstest.MapFS) float64 {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, _, err := parser.Parse(t.Context(), docs, parser.Options{Workers: 1}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// BenchmarkHostile reports how the time to read pages grows when they do: 2 is
// in step with their size, 4 with its square.
func BenchmarkHostile(b *testing.B) {
	for name, make := range hostile {
		b.Run(name, func(b *testing.B) {
			const n = 2000
			small, large := make(n), make(2*n)
			one, two := never, never
			for b.Loop() {
				one = min(one, timed(func() { readAll(b, small) }))
				two = min(two, timed(func() { readAll(b, large) }))
			}
			b.ReportMetric(two.Seconds()/one.Seconds(), "growth")
			b.ReportMetric(two.Seconds(), "s")
		})
	}
}

func readAll(b *testing.B, docs fstest.MapFS) {
	if _, _, err := parser.Parse(context.Background(), docs, parser.Options{}); err != nil {
		b.Fatal(err)
	}
}

// long is a page with one piece of text as long as all its others together.
func long(head string, piece func(i int) string) func(n int) fstest.MapFS {
	return func(n int) fstest.MapFS {
		return page(fmt.Sprintf(head, strings.Repeat("long", 20*n)) + "\n" + many(n, piece))
	}
}
