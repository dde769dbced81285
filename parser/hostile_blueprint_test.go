package parser_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model/testutil"
)

func init() { maps.Copy(hostile, hostileBlueprints) }

const (
	blueprintHead   = "FORMAT: 1A\nHOST: https://harbor.example\n\n# Harbor\n\n"
	blueprintAction = blueprintHead + "# Cranes [/cranes/{id}]\n\n## Show a crane [GET]\n\n"
	blueprintOK     = "+ Response 200 (application/json)\n\n        {\"id\": \"c1\"}\n\n"
	blueprintTypes  = blueprintHead + "# Show a crane [GET /crane]\n\n+ Response 200 (application/json)\n    + Attributes (A0)\n\n# Data Structures\n\n"
)

// hostileBlueprints are hostile pages in API Blueprint.
var hostileBlueprints = map[string]func(n int) fstest.MapFS{
	"blueprint, actions": lines(blueprintHead, func(i int) string {
		return fmt.Sprintf("# Crane %d [/a%d/{id}]\n\n## Show it [GET]\n\n%s", i, i, blueprintOK)
	}),
	"blueprint, one action":   lines(blueprintAction+blueprintOK, func(int) string { return "## Show it [GET]\n\n" + blueprintOK }),
	"blueprint, one name":     lines(blueprintHead+"# Group A\n\n", func(i int) string { return fmt.Sprintf("## A [/a%d]\n\n### A [GET]\n\n%s", i, blueprintOK) }),
	"blueprint, groups":       lines(blueprintAction+blueprintOK, func(i int) string { return fmt.Sprintf("# Group A%d\n\n", i) }),
	"blueprint, lost actions": lines(blueprintHead, func(int) string { return "## Show it [GET]\n\n" + blueprintOK }),
	"blueprint, headings":     lines(blueprintAction+blueprintOK, func(i int) string { return fmt.Sprintf("%s Part\n\n", strings.Repeat("#", 1+i%6)) }),
	"blueprint, responses": lines(blueprintAction, func(i int) string {
		return fmt.Sprintf("+ Response %d (application/json)\n\n        {\"a\": %d}\n\n", 200+i%300, i)
	}),
	"blueprint, one response": lines(blueprintAction, func(i int) string {
		return fmt.Sprintf("+ Response 200 (application/json)\n\n        {\"a%d\": %d}\n\n", i, i)
	}),
	"blueprint, media types": lines(blueprintAction, func(i int) string { return fmt.Sprintf("+ Response 200 (a/b%d)\n\n        a\n\n", i) }),
	"blueprint, other schemas": lines(blueprintAction, func(i int) string {
		return fmt.Sprintf("+ Response 200 (application/json)\n    + Attributes\n        + a%d\n\n", i)
	}),
	"blueprint, requests": lines(blueprintAction, func(i int) string {
		return fmt.Sprintf("+ Request a (application/json)\n    + Headers\n\n            X-A%d: b\n\n    + Body\n\n            {\"a\": %d}\n\n", i, i)
	}, blueprintOK),
	"blueprint, loose bodies":    lines(blueprintAction, func(int) string { return "+ Response 200 (application/json)\n\n{\"a\": 1}\n\n" }),
	"blueprint, parts of one":    lines(blueprintAction+"+ Response 200 (application/json)\n", func(int) string { return "    + Body\n\n            {\"a\": 1}\n\n    text\n\n" }),
	"blueprint, unknown items":   lines(blueprintAction+blueprintOK, func(i int) string { return fmt.Sprintf("+ Answer %d\n\n", i) }),
	"blueprint, fences":          lines(blueprintAction+blueprintOK, func(int) string { return "```a\n" }),
	"blueprint, fences in items": lines(blueprintAction, func(int) string { return "+ Response 200\n\n    ```a\n    b\n\n" }),
	"blueprint, nested items":    lines(blueprintTypes+"## A0\n", func(i int) string { return strings.Repeat(" ", i) + "+ a\n" }),
	"blueprint, variables":       lines(blueprintHead+"# Show it [GET /a{?", func(i int) string { return fmt.Sprintf("a%d,", i) }, "b}]\n\n"+blueprintOK),
	"blueprint, open braces": func(n int) fstest.MapFS {
		return page(blueprintHead + "# Show it [GET /a" + strings.Repeat("{?", n) + "]\n\n" + blueprintOK)
	},
	"blueprint, parameters":       lines(blueprintHead+"# Show it [GET /a]\n\n+ Parameters\n", func(i int) string { return fmt.Sprintf("    + a%d: `b` (string, optional) - c\n", i) }, blueprintOK),
	"blueprint, parameters apart": lines(blueprintAction+"+ Parameters\n", func(i int) string { return fmt.Sprintf("    + a%d (string)\n", i) }, blueprintOK),
	"blueprint, values":           lines(blueprintAction+"+ Parameters\n    + id (enum[string])\n        + Members\n", func(i int) string { return fmt.Sprintf("            + `a%d`\n", i) }, blueprintOK),
	"blueprint, parentheses":      lines(blueprintTypes+"## A0\n+ a ", func(int) string { return "(a" }),
	"blueprint, closed ones":      lines(blueprintTypes+"## A0\n+ a ", func(int) string { return "(a) " }),
	"blueprint, quotes":           lines(blueprintTypes+"## A0\n+ a ", func(int) string { return "` (`" }),
	"blueprint, brackets":         lines(blueprintTypes+"## A0\n+ a (", func(int) string { return "array[" }, ")\n"),
	"blueprint, attributes":       lines(blueprintTypes+"## A0\n+ a (", func(i int) string { return fmt.Sprintf("a%d, ", i) }, ")\n"),
	"blueprint, structures":       lines(blueprintTypes, func(i int) string { return fmt.Sprintf("## A%d\n+ a (A%d)\n\n", i, i+1) }),
	"blueprint, one structure":    lines(blueprintTypes, func(int) string { return "## A0\n+ a (string)\n\n" }),
	"blueprint, heirs":            lines(blueprintTypes, func(i int) string { return fmt.Sprintf("## A%d (A%d)\n+ a%d (string)\n\n", i, i+1, i) }),
	"blueprint, enums of enums":   lines(blueprintTypes, func(i int) string { return fmt.Sprintf("## A%d (A%d)\n+ a%d\n\n", i, i+1, i) }, "## A100000 (enum)\n+ a\n"),
	"blueprint, lists of lists":   lines(blueprintTypes, func(i int) string { return fmt.Sprintf("## A%d (A%d)\n+ (number)\n\n", i, i+1) }, "## A100000 (array)\n+ (string)\n"),
	"blueprint, includes of one":  lines(blueprintTypes+"## A0\n+ a\n\n", func(i int) string { return fmt.Sprintf("## B%d\n+ Include A0\n+ Include A0\n\n", i) }),
	"blueprint, wide heirs": func(n int) fstest.MapFS {
		return page(blueprintTypes + "## A0\n" + many(n, func(i int) string { return fmt.Sprintf("+ a%d\n", i) }) + "\n" + many(n, func(i int) string { return fmt.Sprintf("## B%d (A0)\n+ b\n\n", i) }))
	},
	"blueprint, alternatives":      lines(blueprintTypes+"## A0\n+ One Of\n", func(i int) string { return fmt.Sprintf("    + a%d\n", i) }),
	"blueprint, many alternatives": lines(blueprintTypes+"## A0\n", func(i int) string { return fmt.Sprintf("+ One Of\n    + a%d\n    + b%d\n", i, i) }),
	"blueprint, models": lines(blueprintHead, func(i int) string {
		return fmt.Sprintf("# A%d [/a%d]\n\n+ Model (application/json)\n\n        {\"a\": 1}\n\n## Show [GET]\n\n+ Response 200\n\n    [A%d][]\n\n", i, i, i)
	}),
	"blueprint, schemas": lines(blueprintAction, func(i int) string {
		return fmt.Sprintf("+ Response %d (application/json)\n    + Schema\n\n            {\"$ref\": \"#/definitions/a\", \"definitions\": {\"a\": {\"items\": {\"$ref\": \"#/definitions/a\"}}}}\n\n", 200+i%300)
	}),
	"blueprint, pages": pages(func(i int) (string, string) {
		return fmt.Sprintf("a%d.apib", i), fmt.Sprintf("FORMAT: 1A\nHOST: https://a%d.example\n\n# A [GET /a%d]\n\n+ Response 200 (application/json)\n    + Attributes (A)\n\n# Data Structures\n\n## A\n+ a (B)\n", i, i)
	}),
}

// TestBlueprintGrowth holds that four times the pages take at most six times the processor.
func TestBlueprintGrowth(t *testing.T) {
	testutil.NoRace(t, "measures time")
	testutil.Slow(t, "reads references of many pages")
	for name, docs := range hostileBlueprints {
		t.Run(name, func(t *testing.T) { checkGrowth(t, docs, 400) })
	}
}
