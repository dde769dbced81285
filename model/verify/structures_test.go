package verify_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/model/verify"
)

// TestStructures compares the structures of docs.yaml with those of spec.yaml, in all
// places together.
func TestStructures(t *testing.T) {
	testutil.Cases(t, "../../testdata/verify/structures/*.txtar", func(t *testing.T, c *testutil.Case) {
		docs := readSpec(t, "docs.yaml", []byte(c.Text("docs.yaml")))
		spec := readSpec(t, "spec.yaml", []byte(c.Text("spec.yaml")))
		c.Want(t, "report.txt", structuresText(verify.ByStructure(docs, spec, verify.Options{})))
	})
}

func structuresText(s *verify.Structures) string {
	var b strings.Builder
	for _, k := range s.Tallies {
		fmt.Fprintf(&b, "%s of %s: docs %d, spec %d, both %d\n", k.Kind, k.Scope, k.Docs, k.Spec, k.Both)
	}
	for _, f := range s.Facts {
		fmt.Fprintf(&b, "%s of %s: %s: docs %q, spec %q\n  %s\n  %s\n", f.Kind, f.Scope, f.At, f.Docs, f.Spec, f.Page, f.Pointer)
	}
	return b.String()
}

// TestStructuresUnmentioned counts what the pages have no word for.
func TestStructuresUnmentioned(t *testing.T) {
	testutil.Cases(t, "../../testdata/verify/structures/places.txtar", func(t *testing.T, c *testutil.Case) {
		docs := readSpec(t, "docs.yaml", []byte(c.Text("docs.yaml")))
		spec := readSpec(t, "spec.yaml", []byte(c.Text("spec.yaml")))
		s := verify.ByStructure(docs, spec, verify.Options{Mentions: func(word string) bool { return word != "crew" }})
		for _, k := range s.Tallies {
			if k.Kind == verify.Fields && k.Scope == verify.ScopeStructures && (k.Unmentioned != 1 || k.RecallOfMentioned <= k.Recall) {
				t.Errorf("%+v: want one fact unmentioned, and a higher figure without", k)
			}
		}
	})
}
