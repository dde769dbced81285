package naming

import (
	"maps"
	"testing"

	"github.com/docgen-go/docgen/model"
)

// TestKeptNamesStay adds to the pages what would take the names of what is there.
func TestKeptNamesStay(t *testing.T) {
	api := harbor()
	before, _ := Assign(api, Reserved{Package: []string{"Error"}})
	api.Types = append([]*model.NamedType{named("AdminParcel", "AdminParcel", "", false, object())}, api.Types...)
	api.Types[2].Type.Fields = append([]*model.Field{{Name: "ID"}}, api.Types[2].Type.Fields...)
	moved, _ := Assign(api, Reserved{Package: []string{"Error"}})
	if moved.Type("admin.Parcel") == before.Type("admin.Parcel") || moved.Field("Parcel", "id") == before.Field("Parcel", "id") {
		t.Fatal("nothing moves without the table")
	}
	kept, _ := Assign(api, Reserved{Package: []string{"Error"}, Keep: []Table{before.Table()}})
	for k, want := range before.Table() {
		if got := kept.Table()[k]; got != want {
			t.Errorf("%q was %s and is %s", k.Parts(), want, got)
		}
	}
	if got := kept.Type("AdminParcel"); got == "" || got == before.Type("admin.Parcel") {
		t.Errorf("the new type is called %q", got)
	}
	again, _ := Assign(api, Reserved{Package: []string{"Error"}, Keep: []Table{kept.Table()}})
	if !maps.Equal(again.Table(), kept.Table()) {
		t.Error("names that are all kept differ from themselves")
	}
}

func TestKeepRefuses(t *testing.T) {
	parcel, note := NewKey("type", "Parcel"), NewKey("type", "ParcelNote")
	for _, c := range []struct {
		what         string
		keep         []Table
		parcel, note string
	}{
		{"nothing", nil, "Parcel", "ParcelNote"},
		{"another name", []Table{{parcel: "Crate"}}, "Crate", "ParcelNote"},
		{"an earlier table", []Table{{parcel: "Crate"}, {parcel: "Box", note: "Crate"}}, "Crate", "ParcelNote"},
		{"one name for two", []Table{{parcel: "Crate", note: "Crate"}}, "Crate", "ParcelNote"},
		{"the names of each other", []Table{{parcel: "ParcelNote", note: "Parcel"}}, "ParcelNote", "Parcel"},
		{"no identifier", []Table{{parcel: "a b", note: "type"}}, "Parcel", "ParcelNote"},
		{"a reserved name", []Table{{parcel: "Error"}}, "Parcel", "ParcelNote"},
		{"what is not there", []Table{{NewKey("type", "Crate"): "Parcel"}}, "Parcel", "ParcelNote"},
	} {
		n, _ := Assign(harbor(), Reserved{Package: []string{"Error"}, Keep: c.keep})
		if got := n.Type("Parcel"); got != c.parcel {
			t.Errorf("%s: Parcel is %s, want %s", c.what, got, c.parcel)
		}
		if got := n.Type("ParcelNote"); got != c.note {
			t.Errorf("%s: ParcelNote is %s, want %s", c.what, got, c.note)
		}
		seen := map[string]bool{}
		for _, typ := range harbor().Types {
			if name := n.Type(typ.ID); seen[name] {
				t.Errorf("%s: %s twice", c.what, name)
			} else {
				seen[name] = true
			}
		}
	}
}
