package drift

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// TestHolders writes what may be absent or null by the names that the client has for that.
func TestHolders(t *testing.T) {
	number, boolean := &model.Type{Kind: model.KindInteger}, &model.Type{Kind: model.KindBoolean}
	for _, c := range []struct {
		name     string
		typ      *model.Type
		nullable bool
		want     string
	}{
		{"a name for a pointer", text, false, "opt.String"},
		{"a name for what may be null", text, true, "opt.NullableString"},
		{"of another type", number, true, "*opt.NullableInt"},
		{"a pointer where the type has no name for it", boolean, false, "*bool"},
		{"nor for null", boolean, true, "*bool"},
	} {
		ship := goStruct("ShipUpdate", "Name opt.String name,omitempty", "Flag opt.String flag,omitempty", "Reach *opt.NullableInt reach,omitempty", "Owner opt.NullableString owner,omitempty")
		documented := object("name", text, "flag", text, "reach", number, "owner", text, "sought", c.typ)
		for i, held := range []string{"string", "string", "int", "string"} {
			f := ship.Fields[i]
			f.Held, f.HeldNull, f.Optional, f.Type = held, i > 1, true, goType(held)
			documented.Fields[i].Nullable = i > 1
		}
		documented.Fields[4].Nullable = c.nullable
		client := clientOf(call("PATCH /ships/{id}", nil, ship))
		client.Types = []*gofacts.Type{ship}
		got := addition(t, Compare(apiOf(method("PATCH /ships/{id}", nil, documented)), client, Options{Additions: true}), "sought")
		if got.GoType != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.GoType, c.want)
		}
	}
}
