package naming

import (
	"testing"

	"github.com/docgen-go/docgen/model"
)

func TestUnionsThatAreOneTypeWithAnother(t *testing.T) {
	text := &model.Type{Kind: model.KindString}
	union := func(types ...*model.Type) *model.Type {
		u := &model.Type{Kind: model.KindUnion}
		for _, v := range types {
			u.Variants = append(u.Variants, &model.Variant{Type: v})
		}
		return u
	}
	api := &model.API{Types: []*model.NamedType{
		named("Speed", "Speed", "", false, enumOf(`"slow"`, `"fast"`)),
		named("Gear", "Gear", "", false, enumOf(`"first"`)),
		named("TripSpeed", "TripSpeed", "", true, union(text, refTo("Speed"))),
		named("TripNamed", "TripNamed", "", false, union(refTo("Speed"), text)),
		named("TripBoth", "TripBoth", "", true, union(text, refTo("Speed"), refTo("Gear"))),
		named("TripClosed", "TripClosed", "", true, union(refTo("Speed"), refTo("Gear"))),
		named("TripUUID", "TripUUID", "", true, union(&model.Type{Kind: model.KindString, Format: "uuid"}, refTo("Speed"))),
		named("Car", "Car", "", false, fields(field("wheels", text))),
		named("Boat", "Boat", "", false, fields(field("sails", text))),
		named("Vehicle", "Vehicle", "", false, union(refTo("Car"), refTo("Boat"))),
		named("TripBy", "TripBy", "", true, union(refTo("Boat"), refTo("Car"))),
		named("TripOther", "TripOther", "", true, union(refTo("Boat"), refTo("Car"), text)),
		named("Trip", "Trip", "", false, fields(field("speed", refTo("TripSpeed")))),
	}}
	n, _ := Assign(api, Reserved{})
	if got := n.Type("TripSpeed"); got != "Speed" || n.API().Lookup("TripSpeed") != nil {
		t.Errorf("TripSpeed is %s", got)
	}
	if got := n.API().Lookup("Trip").Type.Fields[0].Type.Ref; got != "Speed" {
		t.Errorf("the speed of a trip is a %s", got)
	}
	if got := n.API().Lookup("TripNamed").Type; got.Kind != model.KindRef || got.Ref != "Speed" {
		t.Errorf("TripNamed is %v", got)
	}
	if got := n.API().Lookup("TripBoth").Type; got.Kind != model.KindEnum || len(got.Enum.Values) != 3 || n.Value("TripBoth", `"first"`) != "TripBothFirst" {
		t.Errorf("TripBoth is %v, its first value %s", got, n.Value("TripBoth", `"first"`))
	}
	if got := n.Type("TripBy"); got != "Vehicle" || n.Type("TripOther") != "TripOther" {
		t.Errorf("what a trip is by is a %s, or a %s", got, n.Type("TripOther"))
	}
	for _, id := range []string{"TripClosed", "TripUUID"} {
		if got := n.API().Lookup(id).Type.Kind; got != model.KindUnion {
			t.Errorf("%s is a %s", id, got)
		}
	}
	if api.Lookup("TripNamed").Type.Kind != model.KindUnion {
		t.Error("the API itself was changed")
	}
	kept := Table{NewKey("type", "TripSpeed"): "TripSpeed", rulesKey: "4"}
	n, _ = Assign(api, Reserved{Keep: []Table{kept}})
	if got := n.API().Lookup("TripSpeed"); n.Type("TripSpeed") != "TripSpeed" || got == nil || got.Type.Ref != "Speed" {
		t.Errorf("a type that had a name is %v", got)
	}
	kept[rulesKey] = "3"
	if n, _ = Assign(api, Reserved{Keep: []Table{kept}}); n.API().Lookup("TripBy") == nil || n.API().Lookup("TripSpeed").Type.Kind != model.KindUnion {
		t.Error("a package of earlier rules has other types now")
	}
}
