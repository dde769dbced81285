package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

func TestCount(t *testing.T) {
	var found diag.List
	found.Add("html-page", diag.Error, source.Span{File: "guide.html.md"}, "an HTML page")
	found.Add("bad-example", diag.Warning, source.Span{File: "parcels.md"}, "a conflict")
	found.Add("bad-example", diag.Warning, source.Span{File: "parcels.md"}, "another")
	found.Add("inferred", diag.Info, source.Span{File: "parcels.md"}, "an integer")
	want := model.Stats{
		Pages: 2, Resources: 2, Methods: 1, Params: 1,
		Types: 3, Anonymous: 1, Distinct: 14, Enums: 1, Unions: 1, Fields: 6,
		Examples: 2, Conflicts: 1,
		Bytes: 109, ModelBytes: 50, DocsBytes: 20, ExamplesBytes: 20, LayoutBytes: 10, UnreadBytes: 9,
		Errors: 1, Warnings: 2, Infos: 1,
		PageKinds: map[model.PageKind]int{model.PageHTML: 1, model.PageReference: 1},
		Dialects:  map[string]int{"http": 1},
	}
	if d := cmp.Diff(want, model.Count(sampleAPI(), found)); d != "" {
		t.Errorf("statistics (-want +got):\n%s", d)
	}
}

func TestEachTypeStops(t *testing.T) {
	all := 0
	for range sampleAPI().EachType {
		all++
	}
	for stop := 1; stop <= all; stop++ {
		n := 0
		for range sampleAPI().EachType {
			if n++; n == stop {
				break
			}
		}
		if n != stop {
			t.Errorf("went on to %d types after a stop at %d", n, stop)
		}
	}
}
