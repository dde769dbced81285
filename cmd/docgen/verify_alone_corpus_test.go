package main

import (
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/verify"
	"github.com/docgen-go/docgen/parser"
)

// aloneRevision is the revision whose dialects are held one by one against all
// of them together.
const aloneRevision = "anthropic/2026-06-11"

// aloneBars are precision and recall, in percent, of each dialect alone. What its
// pages do not state is not there: presence and null in most, integers in
// TypeScript, structures in PHP: what PHP lacks are whole alternatives, which count
// once among the types and not with their fields.
var aloneBars = map[string]map[verify.Kind][2]float64{
	"typescript": {
		verify.Parameters: {100, 100}, verify.Fields: {100, 100}, verify.Required: {99.4, 98.8}, verify.Types: {100, 100},
		verify.EnumValues: {100, 100}, verify.Nullable: {98.7, 100}, verify.Integers: {100, 88.5}, verify.Formats: {89, 100},
	},
	"python": {
		verify.Parameters: {99.6, 98.5}, verify.Fields: {99.8, 100}, verify.Required: {99.3, 89.4}, verify.Types: {99.9, 100},
		verify.EnumValues: {100, 100}, verify.Integers: {100, 100}, verify.Formats: {100, 100},
	},
	"ruby": {
		verify.Parameters: {99.6, 98.5}, verify.Fields: {99.8, 100}, verify.Required: {92.7, 88}, verify.Types: {99.8, 99.9},
		verify.EnumValues: {100, 100}, verify.Integers: {100, 100}, verify.Formats: {100, 100},
	},
	"cli": {
		verify.Parameters: {99.4, 99.4}, verify.Fields: {97.8, 96.7}, verify.Required: {100, 98.9}, verify.Types: {98.7, 98.6},
		verify.EnumValues: {100, 78}, verify.Integers: {100, 93}, verify.Formats: {90, 100},
	},
	"php": {
		verify.Parameters: {99.6, 98.5}, verify.Fields: {98.8, 98.6}, verify.Required: {98.4, 85}, verify.Types: {88.7, 84},
		verify.EnumValues: {89, 25}, verify.Integers: {100, 100}, verify.Formats: {91, 100},
	},
	"java": {
		verify.Parameters: {99.6, 98.5}, verify.Fields: {99.6, 99.8}, verify.Required: {99.3, 89.4}, verify.Types: {99.2, 98.2},
		verify.EnumValues: {100, 100}, verify.Integers: {100, 100}, verify.Formats: {100, 100},
	},
	"csharp": {
		verify.Parameters: {100, 100}, verify.Fields: {100, 99.9}, verify.Required: {99.9, 99.9}, verify.Types: {99.8, 99.6},
		verify.EnumValues: {100, 96}, verify.Nullable: {99.8, 100}, verify.Integers: {100, 100}, verify.Formats: {100, 100},
	},
	"go": {
		verify.Parameters: {100, 100}, verify.Fields: {100, 99.8}, verify.Required: {92.7, 88.5}, verify.Types: {99.8, 99.5},
		verify.EnumValues: {100, 97}, verify.Integers: {100, 100}, verify.Formats: {100, 100},
	},
}

// TestCorpusVerifyAlone holds what docgen reads of each dialect alone against what
// it reads of all, and demands that the folder of a dialect reads the same as the
// root of a reference.
func TestCorpusVerifyAlone(t *testing.T) {
	docs := os.DirFS(corpustest.Dir(t, aloneRevision))
	fused := parseOnly(t, docs)
	for name, bars := range aloneBars {
		t.Run(name, func(t *testing.T) {
			api := parseOnly(t, docs, name)
			report := verify.Compare(api, methodsOf(fused, api), verify.Options{})
			if k := report.Of(verify.Operations); k.Both < 100 || k.Precision < 100 || k.Recall < 100 {
				t.Errorf("operations: %+v", k)
			}
			for _, k := range report.Kinds {
				t.Logf("%-12s %5d of %5d and %5d: precision %6.2f, recall %6.2f", k.Kind, k.Both, k.Docs, k.Spec, k.Precision, k.Recall)
				if bar := bars[k.Kind]; k.Precision < bar[0] || k.Recall < bar[1] {
					t.Errorf("%s: precision %.2f, recall %.2f, want no less than %v", k.Kind, k.Precision, k.Recall, bar)
				}
			}
			checkRoot(t, docs, name, api)
		})
	}
}

// checkRoot reads the folder of a dialect as if the vendor had no other.
func checkRoot(t *testing.T, docs fs.FS, name string, want *model.API) {
	t.Helper()
	folder, err := fs.Sub(docs, name)
	if err != nil {
		t.Fatal(err)
	}
	report := verify.Compare(parseOnly(t, folder), want, verify.Options{})
	if worst, kind := report.Worst(verify.Kinds()); worst < 100 {
		t.Errorf("as a root of its own, %s are read at %.2f %%", kind, worst)
	}
}

func parseOnly(t *testing.T, docs fs.FS, dialects ...string) *model.API {
	t.Helper()
	api, _, err := parser.Parse(t.Context(), docs, parser.Options{Dialects: dialects})
	if err != nil {
		t.Fatal(err)
	}
	return api
}

// methodsOf is an API cut down to the methods that another has.
func methodsOf(api, other *model.API) *model.API {
	have := map[string]bool{}
	other.Methods(func(_ *model.Resource, m *model.Method) bool { have[m.Verb+m.Path] = true; return true })
	return &model.API{
		Title: api.Title, Servers: api.Servers, Auth: api.Auth, Headers: api.Headers,
		Resources: cutResources(api.Resources, have), Types: api.Types, Pages: api.Pages,
	}
}

func cutResources(rs []*model.Resource, have map[string]bool) []*model.Resource {
	out := make([]*model.Resource, len(rs))
	for i, r := range rs {
		c := *r
		c.Methods = slices.DeleteFunc(slices.Clone(r.Methods), func(m *model.Method) bool { return !have[m.Verb+m.Path] })
		c.Resources = cutResources(r.Resources, have)
		out[i] = &c
	}
	return out
}
