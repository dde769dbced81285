package fuse

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/parser/decl"
)

func label(it *decl.Item) string {
	switch {
	case it == nil:
		return "-"
	case it.Form == decl.Variant:
		return canonical(it.Expr)
	case it.Location != "":
		return it.Location + "/" + it.Name
	}
	return it.Name
}

func TestAlign(t *testing.T) {
	items := func(its ...*decl.Item) []*decl.Item { return its }
	text, list := variant(name("string")), variant(of(decl.Array, name("Leg")))
	for _, tc := range []struct {
		name     string
		as, bs   []*decl.Item
		want     []string // the counterparts of as
		leftOver []string
	}{
		{"case and punctuation",
			items(field("created_at[gte]", "string"), field("id", "string")),
			items(field("ID", "string"), field("CreatedAtGte", "string")),
			[]string{"CreatedAtGte", "ID"}, nil},
		{"a word of the language",
			items(field("from", "string")), items(field("from_", "string")), []string{"from_"}, nil},
		{"one name in two places",
			items(located("path", "id"), located("", "id")), items(located("body", "id"), located("path", "id")),
			[]string{"path/id", "body/id"}, nil},
		{"a field that is missing beside one that is new",
			items(field("rope", "string")), items(field("chain", "string")), []string{"-"}, []string{"chain"}},
		{"flags in the singular",
			items(located("", "entries"), located("", "boxes"), located("", "class"), located("", "use")),
			items(located("body", "class"), located("body", "box"), located("body", "entry")),
			[]string{"body/entry", "body/box", "body/class", "-"}, nil},
		{"headers without the vendor",
			items(located("header", "x-harbor-workspace-id"), located("header", "harbor-beta"), located("query", "harbor-beta")),
			items(located("", "betas"), located("header", "workspaceID")),
			[]string{"header/workspaceID", "betas", "-"}, nil},
		{"a query parameter is no header",
			items(located("header", "harbor-beta")), items(located("query", "betas")), []string{"-"}, []string{"query/betas"}},
		{"alternatives by name before order",
			items(typed("Road"), typed("Sea")), items(typed("Sea"), typed("Road")), []string{"Road", "Sea"}, nil},
		{"alternatives in order of their kind",
			items(typed("Road"), text, typed("Sea")), items(variant(name("integer")), typed("A"), typed("B")),
			[]string{"A", "integer", "B"}, nil},
		{"alternatives in order of all kinds",
			items(typed("Plain"), typed("Many")), items(text, list), []string{"string", "[]Leg"}, nil},
		{"no order where one is missing",
			items(typed("Road"), typed("Sea"), typed("Air")), items(typed("A"), typed("B")), []string{"-", "-", "-"}, []string{"A", "B"}},
		{"fields with the names of alternatives",
			items(typed("RoadRoute"), typed("SeaRoute")), items(field("sea_route", "Leg"), field("road_route", "Leg")),
			[]string{"road_route", "sea_route"}, nil},
		{"values by their text",
			items(variant(literal(`"a"`)), variant(literal(`"b"`))), items(variant(literal(`"b"`)), variant(literal(`"c"`))),
			[]string{`"c"`, `"b"`}, nil},
		{"nothing there", items(field("id", "string")), nil, []string{"-"}, nil},
	} {
		l := align(tc.as, tc.bs)
		l.inOrder()
		var got, left []string
		for _, p := range l.pairs {
			got = append(got, label(p.b))
		}
		for _, b := range l.bs {
			left = append(left, label(b))
		}
		if diff := cmp.Diff([][]string{tc.want, tc.leftOver}, [][]string{got, left}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// Levels that one side leaves out are stepped over, on either side.
func TestLevels(t *testing.T) {
	leg := func() []*decl.Item { return []*decl.Item{field("from", "string"), field("km", "number")} }
	km := func() []*decl.Item { return []*decl.Item{field("From", "string"), field("KM", "integer")} }
	plain, many := variant(name("string")), func(below ...*decl.Item) *decl.Item {
		return variant(of(decl.Array, name("Leg")), below...)
	}
	wrapper := field("legInput", "LegInput", km()...)
	closed := field("legInput", "LegInput")
	for _, tc := range []struct {
		name    string
		as, bs  []*decl.Item
		aligned int
	}{
		{"a choice that is always a list", []*decl.Item{plain, many(leg()...)}, km(), 2},
		{"one level twice", []*decl.Item{plain, many(typed("Leg", leg()...))}, km(), 2},
		{"the other way round", leg(), []*decl.Item{variant(name("string")), many(km()...)}, 2},
		{"a body under the name of its type", leg(), []*decl.Item{wrapper}, 2},
		{"a body that is not expanded", leg(), []*decl.Item{closed}, 0},
		{"a lone type", []*decl.Item{typed("Leg", leg()...)}, km(), 2},
		{"two lone types", []*decl.Item{typed("Leg", leg()...)}, []*decl.Item{typed("DepotLeg", km()...)}, 2},
	} {
		got, _ := into([]*decl.Item{field("route", "Route", tc.as...)}, speaker{name: "go"}, []*decl.Item{field("Route", "Route", tc.bs...)})
		if got.Aligned != tc.aligned+1 || got.Fields != 3 {
			t.Errorf("%s: %d of %d fields are aligned, want %d of 3", tc.name, got.Aligned, got.Fields, tc.aligned+1)
		}
		for _, g := range got.Gaps {
			if g.Cause != Unexpanded {
				t.Errorf("%s: %s: %s", tc.name, g.Field.Name, g.Cause)
			}
		}
	}
}
