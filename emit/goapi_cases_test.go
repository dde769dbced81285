package emit_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser"
)

// TestGoAPICases says of two revisions of each case what the changes of the
// pages do to the package.
func TestGoAPICases(t *testing.T) {
	testutil.Cases(t, "../testdata/goapi/*.txtar", func(t *testing.T, c *testutil.Case) {
		c.Want(t, "want", explanationText(explain(t, parsed(t, c.Archive, "old/"), parsed(t, c.Archive, "new/"))))
	})
}

// TestCorpusGoAPI demands a finding for each change of the package between two
// published revisions, or else the fact that the pages of one do not state.
func TestCorpusGoAPI(t *testing.T) {
	findings, e := explain(t, readDocs(t, corpustest.Dir(t, "anthropic/2026-04-24")), readDocs(t, corpustest.Dir(t, "anthropic/2026-06-11")))
	t.Logf("%d findings; Go: %+v, %d without a finding", len(findings), e.Summary, len(e.Unexplained))
	if e.Summary.Added < 1000 || e.Summary.Changed < 10 {
		t.Error("that is less than there is")
	}
	for _, c := range e.Unexplained {
		// The first event of a webhook brings this part of the runtime.
		if c.Unstated == "" && c.Name != "UnwrapWebhook" {
			t.Errorf("no finding tells of %+v", c)
		}
	}
}

func parsed(t *testing.T, a *txtar.Archive, prefix string) *model.API {
	t.Helper()
	docs := fstest.MapFS{}
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, prefix); ok {
			docs[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	api, _, err := parser.Parse(t.Context(), docs, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return api
}

// explain compares two revisions, the names of the first kept in the second. It
// demands that leaving out what is known to be unchanged makes no difference.
func explain(t *testing.T, before, after *model.API) ([]diff.Finding, *goapi.Explanation) {
	t.Helper()
	found := diff.Compare(before, after)
	findings := diff.NewRules(rules.All()).Classify(found.Changes)
	all := explainBut(t, nil, before, after, findings, found.Unstated)
	known := golang.Unchanged(before, after)
	t.Logf("%d of %d types are unchanged", len(known), len(after.Types))
	if d := gocmp.Diff(all, explainBut(t, known, before, after, findings, found.Unstated), cmpopts.IgnoreUnexported(goapi.Change{})); d != "" {
		t.Errorf("-all types +without those that are unchanged:\n%s", d)
	}
	return findings, all
}

func explainBut(t *testing.T, known map[string]bool, before, after *model.API, findings []diff.Finding, unstated map[model.Fact]int) *goapi.Explanation {
	t.Helper()
	side := func(api *model.API, keep ...naming.Table) (*naming.Names, *goapi.Side) {
		names, _, err := emit.NamesBut(known, api, keep...)
		if err != nil {
			t.Fatal(err)
		}
		decls, err := golang.Surface(names, known, golang.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return names, goapi.NewSide(api, names, decls)
	}
	names, old := side(before)
	kept, now := side(after, names.Table())
	if !golang.SameNames(before, known, names, kept) {
		t.Error("unchanged types have other names")
	}
	return goapi.Explain(old, now, findings, unstated)
}

// TestGoAPIOfHarbor demands a finding for each change between two revisions.
func TestGoAPIOfHarbor(t *testing.T) {
	_, e := explain(t, readDocs(t, "../testdata/harbor"), readDocs(t, "../testdata/harbor-v2"))
	if len(e.Unexplained) > 0 {
		t.Errorf("without a finding: %+v", e.Unexplained)
	}
}

func explanationText(findings []diff.Finding, e *goapi.Explanation) string {
	var b strings.Builder
	list := func(changes []goapi.Change) {
		for _, c := range changes {
			fmt.Fprintf(&b, "\t%s %s %s", c.Action, c.Kind, c.Name)
			if c.Kind != goapi.KindType || c.Action == goapi.Renamed {
				fmt.Fprintf(&b, ": %s → %s", cmp.Or(c.Old, "nothing"), cmp.Or(c.New, "nothing"))
			}
			b.WriteString("\n")
		}
	}
	for i, f := range findings {
		fmt.Fprintf(&b, "%s %s%s%s %s\n", f.Kind, f.Resource, f.Method, f.Type, f.At)
		list(e.ByFinding[i])
	}
	if len(e.Unexplained) > 0 {
		b.WriteString("no finding\n")
		list(e.Unexplained)
	}
	return b.String()
}
