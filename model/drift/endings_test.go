package drift

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// TestTypesOfEachKind writes the type that a client has for the IDs of each kind of thing, by the name of the struct, of the
// list or of the package.
func TestTypesOfEachKind(t *testing.T) {
	id := &model.Type{Kind: model.KindString, Format: "ulid"}
	ids := []string{"ShipID", "BerthID", "CrewID"}
	var types []*gofacts.Type
	for _, name := range ids {
		types = append(types, &gofacts.Type{Kind: gofacts.String, GoName: "quay." + name, Short: name, Package: "quay"})
	}
	ship, other := goStruct("Ship", "Next api.Crane next"), goStruct("Crane")
	other.Package, other.GoName = "example.com/api", "api.Crane"
	var samples []*sample
	for _, member := range [][2]string{{"ship_id", "ShipID"}, {"berth_id", "BerthID"}, {"crew_id", "CrewID"}, {"id", "CrewID"}} {
		s := plainSample(ship, member[0], member[1])
		s.class = "string ulid"
		samples = append(samples, s)
	}
	for _, c := range []struct {
		name, owner, wire string
		typ               *model.Type
		samples           []*sample
		want              string
	}{
		{"the struct says of what", "BerthItem", "id", id, samples, "BerthID"},
		{"the last of two things", "ShipBerth", "id", id, samples, "BerthID"},
		{"nothing that has a type", "Ferry", "id", id, samples, "CrewID"},
		{"too few types to be a habit", "BerthItem", "id", id, samples[2:], "CrewID"},
		{"a list of what its name says", "Harbour", "free_berths", list(id), samples, "[]BerthID"},
		{"a list of something else", "Harbour", "ferries", list(id), samples, "[]CrewID"},
		{"as another package of the client has it", "Harbour", "pilot", text, []*sample{plainSample(other, "pilot", "quay.Pilot")}, "Pilot"},
		{"which this one imports", "Harbour", "pilot", text, []*sample{plainSample(other, "pilot", "Pilot")}, "api.Pilot"},
	} {
		owner := goStruct(c.owner)
		h := newHabits(append(types, ship))
		h.samples = c.samples
		if got := h.newWish(apiOf(), &model.Field{Name: c.wire, Type: c.typ}, owner, false).goType(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	h := newHabits(append(types, goStruct("Ship")))
	h.samples = []*sample{plainSample(other, "pilot", "Pilot")}
	if got := h.newWish(apiOf(), &model.Field{Name: "pilot", Type: text}, goStruct("Harbour"), false).goType(); got != "string" {
		t.Errorf("a package that is not imported: %q", got)
	}
}

// plainSample returns a member that is a text in the pages.
func plainSample(owner *gofacts.Type, wire, base string) *sample {
	return &sample{wire: wire, word: lastWord(wire), class: "string", base: base, owner: owner}
}

// TestTypeBesideNoName writes a type that only a struct without a name has, which says no package, where it is declared
// beside the owner, and none that is not.
func TestTypeBesideNoName(t *testing.T) {
	sailor := goStruct("Sailor", "Name string name")
	for pkg, want := range map[string]string{"quay": "*Sailor", "example.com/other": ""} {
		body := &gofacts.Type{Kind: gofacts.Struct}
		s := &sample{wire: "mate", class: "object", base: "*Sailor", owner: body, field: &gofacts.Field{Name: "mate", GoType: "*Sailor", Type: &gofacts.Type{Kind: gofacts.Struct, Short: "Sailor", GoName: "quay.Sailor", Package: pkg}}}
		h := newHabits([]*gofacts.Type{sailor})
		h.samples = []*sample{s}
		if got := h.newWish(apiOf(), &model.Field{Name: "captain", Type: object("name!", text)}, goStruct("Ship"), false).qualified(s); got != want {
			t.Errorf("%s: %q, want %q", pkg, got, want)
		}
	}
}
