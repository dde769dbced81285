package verify_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/model/verify"
	"github.com/docgen-go/docgen/parser/openapi"
)

// TestCases compares the API of docs.yaml with that of spec.yaml. Both are
// written as OpenAPI, because that is short to write; the comparison does not
// know. DOCGEN_UPDATE=1 rewrites report.txt.
func TestCases(t *testing.T) {
	testutil.Cases(t, "../../testdata/verify/*.txtar", func(t *testing.T, c *testutil.Case) {
		docs := readSpec(t, "docs.yaml", []byte(c.Text("docs.yaml")))
		spec := readSpec(t, "spec.yaml", []byte(c.Text("spec.yaml")))
		c.Want(t, "report.txt", reportText(verify.Compare(docs, spec, verify.Options{})))
		mirror(t, docs, spec)
	})
}

// mirror checks what holds for every pair: compared the other way round, the
// sides change places, and each side agrees with itself.
func mirror(t *testing.T, docs, spec *model.API) {
	t.Helper()
	there, back := verify.Compare(docs, spec, verify.Options{}), verify.Compare(spec, docs, verify.Options{})
	for i, k := range there.Kinds {
		if m := back.Kinds[i]; k.Kind != verify.Operations && (k.Docs != m.Spec || k.Spec != m.Docs || k.Both != m.Both) {
			t.Errorf("%s: %+v one way, %+v the other", k.Kind, k.Tally, m.Tally)
		}
	}
	for _, api := range []*model.API{docs, spec} {
		if self := verify.Compare(api, api, verify.Options{}); len(self.Disagreements) > 0 {
			t.Errorf("a side disagrees with itself:\n%s", reportText(self))
		}
		if self := verify.ByStructure(api, api, verify.Options{}); len(self.Facts) > 0 {
			t.Errorf("the structures of a side disagree with themselves: %+v", self.Facts)
		}
	}
}

func readSpec(t *testing.T, name string, data []byte) *model.API {
	t.Helper()
	api, _, err := openapi.Read(context.Background(), name, data)
	if err != nil {
		t.Fatal(err)
	}
	return api
}

func reportText(r *verify.Report) string {
	var b strings.Builder
	for _, k := range r.Kinds {
		if k.Docs+k.Spec > 0 {
			fmt.Fprintf(&b, "%s: docs %d, spec %d, both %d\n", k.Kind, k.Docs, k.Spec, k.Both)
		}
	}
	for _, d := range r.Disagreements {
		fmt.Fprintf(&b, "%s: %s %s: docs %q, spec %q\n", d.Kind, d.Method, d.Path, d.Docs, d.Spec)
		fmt.Fprintf(&b, "  %s\n  %s\n", d.Page, d.Pointer)
		if d.Locations > 1 {
			fmt.Fprintf(&b, "  in %d places\n", d.Locations)
		}
	}
	for _, q := range r.FixedQueries {
		fmt.Fprintf(&b, "fixed query: %+v\n", q)
	}
	for _, v := range r.Variants {
		fmt.Fprintf(&b, "variant: %+v\n", v)
	}
	return b.String()
}
