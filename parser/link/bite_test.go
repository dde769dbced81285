package link

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/assemble"
)

// small is a state after all passes, in which every invariant has something to
// look at.
func small(t *testing.T) *linker {
	t.Helper()
	text := &model.Type{Kind: model.KindString}
	object := &model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: "id", Type: text, Required: true}}}
	in := Input{Units: []Unit{{
		IDs: []string{"crates.get"}, Resource: "crates",
		Method: &model.Method{
			Verb: "POST", Path: "/crates/{id}",
			Params:  []*model.Param{{Location: model.LocationPath, Field: model.Field{Name: "id", Type: text}}},
			Body:    &model.Body{Required: true, Type: &model.Type{Kind: model.KindRef, Ref: "Crate\x00s"}},
			Returns: &model.Response{Type: &model.Type{Kind: model.KindRef, Ref: "Crate\x00s"}},
		},
		Occurrences: []*assemble.Occurrence{{Name: "Crate", Shape: "s", Declared: true, Type: object}},
	}}}
	var out *linker
	if _, _, err := link(in, func(_ string, l *linker) { out = l }); err != nil {
		t.Fatal(err)
	}
	for _, i := range invariants {
		if err := i.holds(out); err != nil {
			t.Fatalf("after %s: %v", i.after, err)
		}
	}
	return out
}

// Each check finds what it is there for.
func TestInvariantsBite(t *testing.T) {
	method := func(l *linker) *model.Method { return l.methods["crates.get"] }
	for _, tc := range []struct {
		what  string
		holds func(*linker) error
		spoil func(*linker)
	}{
		{"an occurrence of no type", occurrencesHaveIDs, func(l *linker) { delete(l.named, "Crate") }},
		{"a type without a structure", typesHaveStructures, func(l *linker) { l.named["Crate"].Type = nil }},
		{"a ref to nothing", refsLeadToTypes, func(l *linker) { delete(l.named, "Crate") }},
		{"a method that is gone", methodsStandOnce, func(l *linker) { delete(l.methods, "crates.get") }},
		{"a slot without a parameter", pathParametersAreSlots, func(l *linker) { method(l).Params = nil }},
		{"a slot that is optional", pathParametersAreSlots, func(l *linker) { method(l).Params[0].Required = false }},
		{"an unknown credential", credentialsAreKnown, func(l *linker) { method(l).Auth = []string{"key"} }},
		{"a structure without a name", structuresHaveNames, func(l *linker) { method(l).Returns.Type = l.named["Crate"].Type }},
		{"examples that nobody saw", examplesWereSeen, func(l *linker) { l.seen = nil }},
		{"a default that is no JSON", defaultsAreJSON, func(l *linker) { method(l).Params[0].Default = "nope" }},
		{"a body that may be left out", bodiesAgreeWithFields, func(l *linker) {
			method(l).Body.Type, method(l).Body.Required = l.named["Crate"].Type, false
		}},
		{"a page without elements", pagesHaveItems, func(l *linker) { method(l).Paging = &model.Paging{Items: "data"} }},
		{"a stream of nothing", streamsCarryTypes, func(l *linker) { method(l).Streaming = &model.Streaming{} }},
		{"a discriminator that tells nothing", discriminatorsTell, func(l *linker) {
			l.named["Crate"].Type = &model.Type{Kind: model.KindUnion, Discriminator: "kind", Variants: []*model.Variant{{Type: &model.Type{Kind: model.KindObject}}}}
		}},
		{"an invalid API", apiIsValid, func(l *linker) { method(l).Verb = "" }},
		{"a method that is not in the tree", treeHasAll, func(l *linker) { l.api.Resources = nil }},
	} {
		t.Run(tc.what, func(t *testing.T) {
			l := small(t)
			tc.spoil(l)
			if tc.holds(l) == nil {
				t.Error("nothing is found")
			}
		})
	}
}
