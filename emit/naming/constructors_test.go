package naming

import (
	"maps"
	"slices"
	"testing"

	"github.com/docgen-go/docgen/model"
)

// told is an object that a type of one value tells apart.
func told(value string, more ...*model.Field) *model.Type {
	tag := field("type", &model.Type{Kind: model.KindConst, Literal: model.Literal(value)})
	tag.Required = true
	return fields(append([]*model.Field{tag}, more...)...)
}

// sender is an API with a method that sends the types of the IDs.
func sender(ids []string, types ...*model.NamedType) *model.API {
	body := fields()
	for _, id := range ids {
		body.Fields = append(body.Fields, field(id, refTo(id)))
	}
	send := &model.Method{ID: "letters.send", Name: "send", Path: "/letters", Body: &model.Body{Type: body}}
	letters := &model.Resource{ID: "letters", Name: "letters", Methods: []*model.Method{send}}
	return &model.API{Resources: []*model.Resource{letters}, Types: types}
}

func either(types ...*model.Type) *model.Type {
	u := &model.Type{Kind: model.KindUnion}
	for _, t := range types {
		u.Variants = append(u.Variants, &model.Variant{Type: t})
	}
	return u
}

// stationery has a union of objects that are called otherwise than their types.
func stationery() *model.API {
	var many []*model.Field
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		f := field(name, &model.Type{Kind: model.KindString})
		f.Required = true
		many = append(many, f)
	}
	seal := told(`"wax"`)
	seal.Fields[0].Type = refTo("SealType")
	return sender([]string{"PartParam", "Numbered"},
		named("PartParam", "PartParam", "", false, either(refTo("PlainPart"), refTo("Part_2030"), refTo("Seal"), refTo("Stamped"))),
		named("PlainPart", "PlainPart", "", false, told(`"text"`)),
		named("Part_2030", "Part_2030", "", false, told(`"part_2030"`, many...)),
		named("Seal", "Seal", "", false, seal),
		named("SealType", "SealType", "", false, enumOf(`"wax"`, `"part_wax"`)),
		named("Stamped", "Stamped", "", false, either(refTo("Stamp"), refTo("Mark"))),
		named("Stamp", "Stamp", "", false, told(`"stamp"`)),
		named("Mark", "Mark", "", false, told(`"mark"`)),
		named("Numbered", "Numbered", "", false, either(refTo("First"), refTo("Second"))),
		named("First", "First", "", false, told(`1`)),
		named("Second", "Second", "", false, told(`2`)),
	)
}

func constructorNames(n *Names) []string {
	var out []string
	for _, c := range n.Constructors() {
		out = append(out, n.Constructor(c))
	}
	slices.Sort(out)
	return out
}

// TestConstructorsOfAllAlternatives is one name for each alternative, by the value that
// tells it apart. Numbers are no names, so that such unions go by the types.
func TestConstructorsOfAllAlternatives(t *testing.T) {
	n, diags := Assign(stationery(), Reserved{})
	want := []string{"NewNumberedFirst", "NewNumberedSecond", "NewPart2030", "NewPartPartWax", "NewPartStamped", "NewPartText", "NewPartWax",
		"NewStampedMark", "NewStampedStamp"}
	if got := constructorNames(n); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v\n%v", got, want, diags)
	}
	for _, c := range n.Constructors() {
		switch name := n.Constructor(c); {
		case name == "NewPart2030" && (c.Whole == nil || len(c.Args) > 0),
			name == "NewPartWax" && (c.Choice == nil || c.Value.Literal != `"wax"`),
			name == "NewPartStamped" && c.Whole == nil:
			t.Errorf("%s is %+v", name, c)
		}
	}
	before, _ := Assign(stationery(), Reserved{Keep: []Table{{rulesKey: "4"}}})
	want = []string{"NewNumberedFirst", "NewNumberedSecond", "NewPartPart_2030", "NewPartPlain", "NewPartSeal", "NewPartStamped", "NewStampedMark", "NewStampedStamp"}
	if got := constructorNames(before); !slices.Equal(got, want) {
		t.Errorf("by rules 4: got %v, want %v", got, want)
	}
}

// TestConstructorsStay adds what would take the names of constructors that a table does
// not list.
func TestConstructorsStay(t *testing.T) {
	was, _ := Assign(stationery(), Reserved{})
	table := was.Compact(was.Table(), nil)
	api := stationery()
	union := api.Types[0].Type
	union.Variants = append([]*model.Variant{{Type: refTo("Plain")}}, union.Variants...)
	api.Types = append(api.Types, named("Plain", "Plain", "", false, told(`"te_xt"`)), named("NewPartText", "NewPartText", "", false, object("a")))
	api.Types = slices.Insert(api.Types, 0, named("Part", "Part", "", false, either(refTo("First"), refTo("PlainPart"))))
	send := api.Resources[0].Methods[0].Body.Type
	send.Fields = append(send.Fields, field("Part", refTo("Part")))
	is, _ := Assign(api, Reserved{Keep: []Table{table}})
	for key, name := range was.Table() {
		if got := is.Table()[key]; got != name {
			t.Errorf("%q was %s and is %s", key.Parts(), name, got)
		}
	}
	if again, _ := Assign(api, Reserved{Keep: []Table{is.Compact(is.Table(), table)}}); !maps.Equal(again.Table(), is.Table()) {
		t.Error("the next run differs")
	}
}

// TestEqualUnionsAreOne has unions that the pages give several names.
func TestEqualUnionsAreOne(t *testing.T) {
	api := stationery()
	api.Types = append(api.Types,
		named("StampedToo", "StampedToo", "", false, either(refTo("Mark"), refTo("Stamp"))),
		named("SentStamped", "SentStamped", "", true, either(refTo("Mark"), refTo("Stamp"))))
	n, _ := Assign(api, Reserved{})
	if got := n.API().Lookup("StampedToo").Type; got.Ref != "Stamped" || n.Type("StampedToo") != "StampedToo" || n.Type("SentStamped") != "Stamped" {
		t.Errorf("StampedToo is %v, SentStamped %s", got, n.Type("SentStamped"))
	}
	table := n.Compact(n.Table(), nil)
	if table[NewKey(aliasKind, "StampedToo")] != "StampedToo" {
		t.Errorf("the table has %q", table)
	}
	if again, _ := Assign(api, Reserved{Keep: []Table{table}}); again.API().Lookup("StampedToo").Type.Kind != model.KindRef {
		t.Error("in the next run it is a type")
	}
	delete(table, NewKey(aliasKind, "StampedToo"))
	table[NewKey("type", "StampedToo")] = "StampedToo"
	if own, _ := Assign(api, Reserved{Keep: []Table{table}}); own.API().Lookup("StampedToo").Type.Kind != model.KindUnion {
		t.Error("what was a type is none")
	}
}
