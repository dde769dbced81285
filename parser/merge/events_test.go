package merge_test

import (
	"slices"
	"testing"

	"github.com/docgen-go/docgen/model"
)

// Events of two formats stand once by name, with the types as they are named in
// the result; another payload is a finding.
func TestEvents(t *testing.T) {
	side := func(file, box, doc string, names ...string) *model.API {
		out := api(file, "crates.retrieve", "/crates", object(box, file, field("id", model.KindString, file)), object("Lid", file, field("lid", model.KindString, file)))
		for _, name := range names {
			out.Resources[0].Events = append(out.Resources[0].Events, &model.Event{Name: name, Doc: doc, Type: box, Span: at(file, 9)})
		}
		return out
	}
	a, b := side("a.md", "Crate", "", "crate.left", "crate.sank"), side("b.md", "Box", "It left.", "crate.left", "crate.sank", "crate.opened")
	b.Resources[0].Events[1].Type = "Lid"
	out, found := merged(t, a, b)
	var got []string
	for _, e := range out.Resources[0].Events {
		got = append(got, e.Name+" "+e.Type+" "+e.Doc)
	}
	want := []string{"crate.left Crate It left.", "crate.sank Crate It left.", "crate.opened Crate It left."}
	if !slices.Equal(got, want) {
		t.Errorf("events %q", got)
	}
	if len(found) != 1 || found[0][:len("a.md:9:1: warning: ")] != "a.md:9:1: warning: " {
		t.Errorf("findings %q", found)
	}
}
