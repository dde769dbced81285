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

// TestCredentialStandsWhereItsVariableDoes demands that a credential which several examples
// show is placed at the one that has its variable.
func TestCredentialStandsWhereItsVariableDoes(t *testing.T) {
	page := func(of, credential string) []byte {
		return []byte("# " + of + "\n\n## List " + of + "\n\n```plaintext\nGET /" + of + "\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `age` | integer | no |\n\n```shell\ncurl" + credential + " https://port.example/api/" + of + "\n```\n")
	}
	before := docsOf(t, map[string][]byte{"cranes.md": page("cranes", ""), "tugs.md": page("tugs", "")})
	after := docsOf(t, map[string][]byte{
		"cranes.md": page("cranes", ` --header "Authorization: Bearer <token>"`), "tugs.md": page("tugs", ` --header "Authorization: Bearer $TUG_TOKEN"`),
	})
	out := docgen(t, "diff", "--fail-on", "never", before, after).stdout
	if _, at, _ := strings.Cut(out, "bearer from TUG_TOKEN\n"); !strings.Contains(strings.SplitN(at, "\n", 2)[0], "tugs.md:") {
		t.Errorf("the credential is not at its variable:\n%s", out)
	}
}
