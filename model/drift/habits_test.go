package drift

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// TestTags writes each key of a tag as the client does, with the marks and options that belong to the type or the name.
func TestTags(t *testing.T) {
	list := &gofacts.Type{Kind: gofacts.List, Elem: &gofacts.Type{Kind: gofacts.String}}
	field := func(wire, goType, tag string, typ *gofacts.Type) *gofacts.Field {
		return &gofacts.Field{Name: wire, GoName: wire, GoType: goType, Tag: tag, Type: typ, Tags: map[string]string{"json": wire}}
	}
	plain := &gofacts.Type{Kind: gofacts.String}
	ship := &gofacts.Type{Kind: gofacts.Struct, GoName: "quay.Ships", Short: "Ships", Package: "example.com/quay"}
	ship.Fields = []*gofacts.Field{
		field("name", "string", `url:"name" json:"name"`, plain), field("flag", "string", `url:"flag" json:"flag"`, plain),
		field("berths", "[]string", `url:"berths[]" json:"berths"`, list), field("crew", "Crew", `url:"crew,comma" json:"crew"`, plain),
	}
	h := newHabits([]*gofacts.Type{ship})
	for _, f := range ship.Fields {
		f.Owner = ship
		h.learn(apiOf(), &model.Field{Name: f.Name, Type: text, Required: true}, f, ship, true, "GET")
	}
	for _, c := range []struct{ name, wire, base, category, want string }{
		{"a text beside a list with brackets", "port", "string", "value", `url:"port" json:"port"`},
		{"an option of a type", "crew", "Crew", "value", `url:"crew,comma" json:"crew"`},
		{"a list that the pages call by brackets", "holds[]", "[]string", "list", `url:"holds[]" json:"holds"`},
		{"brackets that no sample has", "cranes[]", "string", "value", `url:"cranes[]" json:"cranes"`},
	} {
		w := h.newWish(apiOf(), &model.Field{Name: c.wire, Type: text, Required: true}, ship, true)
		w.base, w.category = c.base, c.category
		if got := w.tag(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestBrackets writes a member whose name has brackets in the pages as the client writes the like: an option of the tag
// may add them, and one value that the pages state is a list.
func TestBrackets(t *testing.T) {
	ship := &gofacts.Type{Kind: gofacts.Struct, GoName: "quay.Ships", Short: "Ships", Package: "example.com/quay"}
	strings := &gofacts.Type{Kind: gofacts.List, Elem: &gofacts.Type{Kind: gofacts.String}}
	h := newHabits([]*gofacts.Type{ship})
	for _, name := range []string{"berths", "flags", "masts"} {
		f := &gofacts.Field{Name: name, GoName: name, GoType: "[]string", Tag: `url:"` + name + `,omitempty,brackets"`, Type: strings, Owner: ship, Omits: true, Tags: map[string]string{"url": name}}
		ship.Fields = append(ship.Fields, f)
		h.learn(apiOf(), &model.Field{Name: name + "[]", Type: list(text)}, f, ship, true, "GET")
	}
	for _, typ := range []*model.Type{text, list(text), flags} {
		w := h.newWish(apiOf(), &model.Field{Name: "flags[]", Type: typ}, ship, true)
		w.base = w.goType()
		w.category = w.categoryOf()
		if got := w.base + " " + w.tag(); got != `[]string url:"flags,omitempty,brackets"` {
			t.Errorf("%s: %s", typ.Kind, got)
		}
	}
	if got := h.newWish(apiOf(), &model.Field{Name: "cranes[]", Type: object("id!", text)}, goStruct("Ferry"), true).goType(); got != "" {
		t.Errorf("objects that nothing is like: %s", got)
	}
}

// TestNumbersAsTexts says to encoding/json that a number is a text only where the client does.
func TestNumbersAsTexts(t *testing.T) {
	ship := goStruct("Ship")
	texts := func(shapes ...string) *habits {
		h := newHabits(nil)
		for _, s := range shapes {
			h.samples = append(h.samples, &sample{wire: "x", class: "string", base: "int64", shape: s, owner: ship, kinds: []gofacts.Kind{gofacts.String}})
		}
		return h
	}
	for _, c := range []struct {
		habits *habits
		want   bool
	}{
		{texts(), true},
		{texts("json:\"\x00,string\""), true},
		{texts("json:\"\x00\"", "json:\"\x00\"", "json:\"\x00,string\""), false},
	} {
		w := c.habits.newWish(apiOf(), &model.Field{Name: "draught", Type: text}, ship, false)
		if w.base = "int64"; w.asText() != c.want {
			t.Errorf("%d samples: %v", len(c.habits.samples), !c.want)
		}
	}
}

// TestTypeOfUnknown chooses types of members of which the pages say nothing, or several things.
func TestTypeOfUnknown(t *testing.T) {
	nothing := &model.Type{Kind: model.KindAny}
	either := &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{{Type: &model.Type{Kind: model.KindBoolean}}, {Type: text}}}
	object := object("id!", text, "name!", text)
	ship, crane := goStruct("Ship"), goStruct("Crane")
	berth := constants("Berth", gofacts.String, "BerthA a")
	union := func(base string) *sample {
		return &sample{wire: "x", class: "ref X", union: "boolean string", base: base, owner: crane}
	}
	beside := func(wire, base string) *sample {
		return &sample{wire: wire, class: "string", base: base, owner: ship, kinds: []gofacts.Kind{gofacts.String}}
	}
	mate := func(base string, owner *gofacts.Type) *sample {
		return &sample{wire: "mate", class: "ref X", base: base, members: "id name", owner: owner}
	}
	for _, c := range []struct {
		name, wire string
		typ        *model.Type
		samples    []*sample
		types      []*gofacts.Type
		want       string
	}{
		{"what members of the name have", "sunk_on", nothing, []*sample{{wire: "sunk_on", class: "date", base: "Day", owner: crane}, {wire: "note", class: "any", base: "bool", owner: crane}}, nil, "Day"},
		{"what lists of the name have", "berths", list(nothing), []*sample{{wire: "berths", class: "array of string", base: "[]Berth", owner: crane}, {wire: "berths", class: "string", base: "string", owner: ship}}, nil, "[]Berth"},
		{"the struct of owner and member", "cranes", list(nothing), nil, []*gofacts.Type{goStruct("ShipCrane", "Reach int reach")}, "[]ShipCrane"},
		{"the first alternative", "armed", either, nil, nil, "bool"},
		{"what the client has for such alternatives", "armed", either, []*sample{union("any"), union("any"), union("string")}, nil, "any"},
		{"one of them alone is no habit", "armed", either, []*sample{union("any")}, nil, "bool"},
		{"lists of them", "arms", list(either), []*sample{{wire: "x", union: "[]boolean string", base: "[]any", owner: crane}, {wire: "y", union: "[]boolean string", base: "[]any", owner: crane}}, nil, "[]any"},
		{"what a member has that differs in a word", "next_berth", text, []*sample{beside("last_berth", "Berth")}, []*gofacts.Type{berth}, "Berth"},
		{"what all have that do", "moved_to_quay", text, []*sample{beside("moved_to_buoy", "Place"), beside("moved_from_quay", "Place")}, nil, "Place"},
		{"not of another format", "next_berth", &model.Type{Kind: model.KindString, Format: "ulid"}, []*sample{beside("last_berth", "Berth")}, nil, "string"},
		{"not where they differ", "moved_to_quay", text, []*sample{beside("moved_to_buoy", "Place"), beside("moved_from_quay", "Berth")}, nil, "string"},
		{"not a type of the other word", "next_berth", text, []*sample{beside("last_berth", "LastBerth")}, nil, "string"},
		{"the struct that most objects of the name with these members have", "mate", object, []*sample{mate("*Sailor", crane), mate("*Sailor", crane), mate("*Person", crane)}, nil, "*Sailor"},
		{"the type of the whole name of the owner and the last word", "cargo_state", text, nil, []*gofacts.Type{constants("ShipState", gofacts.String, "ShipStateUp up")}, "ShipState"},
		{"no type of the last word alone", "cargo_type", text, nil, []*gofacts.Type{constants("Type", gofacts.String, "TypeA a")}, "string"},
	} {
		h := newHabits(c.types)
		h.samples = c.samples
		if got := h.newWish(apiOf(), &model.Field{Name: c.wire, Type: c.typ}, ship, false).goType(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestConstantsForSomethingElse takes no type with the documented values that the client has for something else.
func TestConstantsForSomethingElse(t *testing.T) {
	switched := &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Values: []model.EnumValue{{Literal: `"enabled"`}, {Literal: `"disabled"`}}}}
	lamp := constants("LampState", gofacts.String, "LampStateEnabled enabled", "LampStateDisabled disabled")
	for _, c := range []struct{ field, wire, want string }{
		{"State LampState state", "radar", "string"},
		{"Radar LampState radar", "radar", "LampState"},
		{"State LampState state", "crane_state", "LampState"},
	} {
		crane := goStruct("Crane", c.field)
		h := newHabits([]*gofacts.Type{crane, lamp})
		if got := h.newWish(apiOf(), &model.Field{Name: c.wire, Type: switched}, goStruct("Ship"), false).goType(); got != c.want {
			t.Errorf("%s: %q, want %q", c.wire, got, c.want)
		}
	}
}
