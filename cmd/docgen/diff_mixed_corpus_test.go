package main

import (
	"os"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/parser"
)

// TestCorpusDiffMixed demands that pages of more dialects on the new side add no
// change: what http pages can't show did not come with them.
func TestCorpusDiffMixed(t *testing.T) {
	t.Parallel()
	read := func(name string, dialects ...string) *model.API {
		api, _, err := parser.Parse(t.Context(), os.DirFS(corpustest.Dir(t, name)), parser.Options{Dialects: dialects})
		if err != nil {
			t.Fatal(err)
		}
		return api
	}
	type location struct {
		kind                       diff.Kind
		resource, method, typ, way string
	}
	locationOf := func(c diff.Change) location { return location{c.Kind, c.Resource, c.Method, c.Type, c.At} }
	const oldName, newName = "anthropic/2026-04-24", "anthropic/2026-06-11"
	old := read(oldName, "http")
	known := map[location]bool{}
	for _, c := range diff.Compare(old, read(newName, "http")).Changes {
		known[locationOf(c)] = true
	}
	mixed := diff.Compare(old, read(newName)).Changes
	t.Logf("%d changes; http pages alone have some in %d places", len(mixed), len(known))
	for _, c := range mixed {
		if !known[locationOf(c)] {
			t.Errorf("only with other dialects: %+v", locationOf(c))
		}
	}
	if len(mixed) == 0 {
		t.Error("nothing was compared")
	}
}
