package main

import (
	"strings"
	"testing"
)

// TestDiffSaysWhichSideHasAValue demands that a change of which one side has a value says
// which side that is, where its words leave that open.
func TestDiffSaysWhichSideHasAValue(t *testing.T) {
	const page = "# Tugs\n\n## OpenAPI\n\n````yaml /openapi.yaml get /tugs\nopenapi: 3.0.0\ninfo:\n  title: Tugs\n  version: '1'\npaths:\n  /tugs:\n    get:\n      operationId: GetTugs\n" +
		"      parameters:\n        - name: count\n          in: query\n          schema:\n            type: integer\n            maximum: 3\n        - name: age\n          in: query\n          schema:\n            type: integer\n            LIMIT\n" +
		"      responses:\n        '200':\n          description: The tugs.\n````\n"
	pages := func(limit string) string {
		return docsOf(t, map[string][]byte{"tugs.md": []byte(strings.Replace(page, "            LIMIT\n", limit, 1))})
	}
	none, low, high := pages(""), pages("            maximum: 5\n"), pages("            maximum: 9\n")
	for _, c := range []struct{ before, after, want string }{
		{none, low, "limit tightened: none → maximum 5"},
		{low, none, "limit loosened: maximum 5 → none"},
		{high, low, "limit tightened: maximum 9 → maximum 5"},
	} {
		for _, format := range []string{"text", "markdown", "github", "sarif", "junit"} {
			out := docgen(t, "diff", "--fail-on", "never", "--format", format, c.before, c.after).stdout
			if got := strings.NewReplacer("`", "", `\u003e`, ">").Replace(out); !strings.Contains(got, c.want) {
				t.Errorf("%s has no %q:\n%s", format, c.want, out)
			}
		}
	}
}
