package parser_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

func init() { maps.Copy(hostile, hostileEmbedded) }

// hostileEmbedded are hostile pages with definitions in fences.
var hostileEmbedded = map[string]func(n int) fstest.MapFS{
	"embedded, operations": definition("paths:\n", func(i int) string { return fmt.Sprintf("  /a/%d: {get: {tags: [a]}}\n", i) }),
	"embedded, one tag path": definition("paths:\n", func(i int) string {
		return fmt.Sprintf("  /a/%d:\n    get: {tags: [t%d], parameters: [{name: a%d, in: query}]}\n", i, i, i)
	}),
	"embedded, shared parameters": definition("paths:\n  /a:\n    get:\n      parameters: [{name: a, in: query}]\n    parameters:\n", func(i int) string {
		return fmt.Sprintf("      - {name: a%d, in: query, schema: {type: string}}\n", i)
	}),
	"embedded, root keys": definition("paths: {/a: {get: {}}}\n", func(i int) string { return fmt.Sprintf("x-%d: 1\n", i) }),
	"embedded, one key":   definition("paths: {/a: {get: {}}}\n", func(int) string { return "x-a: 1\n" }),
	"embedded, schemas": definition("components:\n  schemas:\n", func(i int) string {
		return fmt.Sprintf("    A%d: {type: object, properties: {b: {$ref: '#/components/schemas/A%d'}}}\n", i, i+1)
	}),
	"embedded, refs": definition("components:\n  schemas:\n", func(i int) string {
		return fmt.Sprintf("    A%d: {$ref: '#/components/schemas/A%d'}\n", i, i+1)
	}),
	"embedded, allOf in a chain": definition("components:\n  schemas:\n", func(i int) string {
		return fmt.Sprintf("    A%d: {allOf: [{$ref: '#/components/schemas/A%d'}, {properties: {a%d: {}}}]}\n", i, i%50, i)
	}),
	"embedded, aliases": definition("x-a: &a {b: 1}\npaths: {/a: {get: {}}}\nx-b:\n", func(int) string { return "  - *a\n" }),
	"embedded, anchors": definition("paths: {/a: {get: {}}}\nx-b:\n", func(i int) string { return fmt.Sprintf("  - &a%d {b: 1}\n", i) }),
	"embedded, one line": func(n int) fstest.MapFS {
		return page("```json\n{\"paths\":{\"/a\":{\"get\":{}}},\"components\":{\"schemas\":{" + strings.TrimSuffix(many(n, func(i int) string {
			return fmt.Sprintf("\"A%d\":{\"type\":\"object\",\"properties\":{\"ä%d\":{\"type\":\"string\"}}},", i, i)
		}), ",") + "}}}\n```\n")
	},
	"embedded, documents": definition("", func(i int) string { return fmt.Sprintf("---\npaths: {/a/%d: {get: {}}}\n", i) }),
	"embedded, fences": lines("# A\n", func(i int) string {
		return fmt.Sprintf("## G%d\n\nText.\n\n```yaml\npaths: {/a/%d: {get: {}}}\n```\n\n```json\n{\"a\": 1}\n```\n\n", i, i)
	}),
	"embedded, titles": pages(func(i int) (string, string) {
		return fmt.Sprintf("p%d.md", i), fmt.Sprintf("```yaml\nopenapi: 3.0.0\ninfo: {title: T%d, version: '1'}\nservers: [{url: 'https://s%d.example'}]\npaths: {/a: {get: {}}}\n```\n", i, i)
	}),
	"embedded, versions": pages(func(i int) (string, string) {
		return fmt.Sprintf("p%d.md", i), fmt.Sprintf("```yaml\nopenapi: 3.0.0\ninfo: {title: T, version: '%d'}\nservers: [{url: 'https://s.example/%d'}]\npaths: {/a/%d: {get: {}}}\n```\n", i, i, i)
	}),
	"embedded, printed otherwise": pages(func(i int) (string, string) {
		return fmt.Sprintf("p%d.md", i), fmt.Sprintf("```yaml a.yaml\npaths: {/a: {get: {description: d%d}}}\ncomponents: {schemas: {A: {type: object, properties: {a%d: {}}}}}\n```\n", i, i)
	}),
	"embedded, older": pages(func(i int) (string, string) {
		return fmt.Sprintf("p%d.md", i), fmt.Sprintf("```yaml get /a/%d\npaths:\n  path: /a/%d\n  method: get\n  response:\n    '200': {application/json: {schemaArray: [{type: object, refIdentifier: '#/components/schemas/A%d'}]}}\n```\n", i, i, i)
	}),
	"embedded, older responses": definition("paths:\n  path: /a\n  method: get\n  response:\n", func(i int) string {
		return fmt.Sprintf("    '%d': {application/json: {schemaArray: [{type: object, refIdentifier: '#/components/schemas/A%d'}]}}\n", i, i)
	}),
	"embedded, front matter": pages(func(i int) (string, string) {
		return fmt.Sprintf("p%d.md", i), fmt.Sprintf("---\nopenapi: GET /a/%d\n---\nText.\n", i)
	}),
}

// definition is a page with one fence.
func definition(head string, piece func(i int) string) func(n int) fstest.MapFS {
	return func(n int) fstest.MapFS { return page("# A\n\n```yaml\n" + head + many(n, piece) + "```\n") }
}

// TestHostileDefinitions reads definitions that a naive reader would not get to the
// end of. Each takes little time, gives what can be read, and says what cannot.
func TestHostileDefinitions(t *testing.T) {
	bomb := "x0: &x0 {a: 1}\n"
	for i := range 30 {
		bomb += fmt.Sprintf("x%d: &x%d [*x%d, *x%d, *x%d, *x%d]\n", i+1, i+1, i, i, i, i)
	}
	allOf := "components:\n  schemas:\n"
	for i := range 40 {
		allOf += fmt.Sprintf("    A%d: {allOf: [{$ref: '#/components/schemas/A%d'}, {$ref: '#/components/schemas/A%d'}]}\n", i, i+1, i+1)
	}
	for name, c := range map[string]struct {
		text string
		code diag.Code
	}{
		"aliases of aliases":  {bomb + "paths: {/a: {get: {}}}\n", "unreadable-definition"},
		"an alias in itself":  {"openapi: 3.0.0\npaths: &a {/a: {get: *a}}\n", "unreadable-definition"},
		"depth":               {"paths: {/a: {get: {x: " + strings.Repeat("[", 3000) + strings.Repeat("]", 3000) + "}}}\n", "unreadable-definition"},
		"$ref in a circle":    {"paths: {/a: {get: {responses: {'200': {description: a, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}\n", ""},
		"allOf in a circle":   {"paths: {/a: {get: {}}}\ncomponents: {schemas: {A: {allOf: [{$ref: '#/components/schemas/B'}]}, B: {allOf: [{$ref: '#/components/schemas/A'}]}}}\n", ""},
		"allOf that doubles":  {"paths: {/a: {get: {}}}\n" + allOf + "    A40: {properties: {a: {type: string}}}\n", ""},
		"a file elsewhere":    {"paths: {/a: {get: {parameters: [{$ref: '/etc/passwd'}]}}}\n", "openapi-ref"},
		"an address":          {"paths: {/a: {$ref: 'https://evil.example/x.yaml'}}\n", "openapi-ref"},
		"nothing but a fence": {"openapi: 3.0.0\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, diags, err := parser.Parse(t.Context(), page("# A\n\n```yaml\n"+c.text+"```\n"), parser.Options{})
			if err != nil {
				t.Fatal(err)
			}
			found := c.code == ""
			for _, d := range diags {
				found = found || d.Code == c.code
				if d.Span.Start.Line == 0 {
					t.Errorf("a finding without a line: %s", d)
				}
			}
			if !found {
				t.Errorf("no finding %q among %v", c.code, diags)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("it took %s", took)
			}
		})
	}
}
