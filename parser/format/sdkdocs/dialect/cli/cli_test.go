package cli_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/cli"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

func TestSignature(t *testing.T) {
	for _, tc := range []struct {
		code string
		want []string
	}{
		{"$ harbor parcels list", []string{"parcels", "list"}},
		{"$ harbor depots:spare-parts count-all", []string{"depots", "spare-parts", "count-all"}},
		{"$ harbor ping", []string{"ping"}},
		{"harbor parcels list", nil},
		{"$ harbor", nil},
		{"$ harbor parcels list --limit 3", nil},
	} {
		got, ok := cli.Dialect{}.Signature(tc.code)
		if ok != (tc.want != nil) {
			t.Errorf("Signature(%q) is one: %v", tc.code, ok)
		}
		if diff := cmp.Diff(tc.want, got.Names); diff != "" {
			t.Errorf("Signature(%q) (-want +got):\n%s", tc.code, diff)
		}
	}
}

func owner(t *testing.T, typ string, kids ...*decl.Item) *decl.Item {
	t.Helper()
	e, err := typeexpr.Parse(typ)
	if err != nil {
		t.Fatal(err)
	}
	return &decl.Item{Expr: e, Children: kids}
}

func TestItem(t *testing.T) {
	field := &decl.Item{Form: decl.Field, Name: "id"}
	for _, tc := range []struct {
		name, code   string
		owner        *decl.Item
		form         decl.Form
		want, native string
		optional     bool
	}{
		{"flag", "--depot-id: string", nil, decl.Field, "depot_id", "--depot-id", false},
		{"optional flag", "--label: optional array of string", nil, decl.Field, "label", "--label", true},
		{"result", "harbor_parcel: object { id, weight }", nil, decl.Named, "HarborParcel", "harbor_parcel", false},
		{"envelope", "ParcelListResponse: object { data }", nil, decl.Named, "ParcelListResponse", "", false},
		{"download", "unnamed_schema_0: file path", nil, decl.Named, "UnnamedSchema0", "unnamed_schema_0", false},
		{"alternative", "pdf_label: object { id }", owner(t, "PDFLabel or PlainLabel"), decl.Named, "PDFLabel", "pdf_label", false},
		{"scalar alternative", "union_member_0: string", owner(t, "string or array of Parcel"), decl.Named, "UnionMember0", "union_member_0", false},
		{"titled alternative", "Label Block: array of Label", owner(t, "array of Label or Fault"), decl.Named, "LabelBlock", "Label Block", false},
		{"alternative of a name", "road_leg: object { id }", owner(t, "array of Leg"), decl.Named, "RoadLeg", "road_leg", false},
		{"field of a name", "weight: number", owner(t, "array of Parcel"), decl.Field, "weight", "", false},
		{"object field of a name", "size: object { x }", owner(t, "Parcel", field), decl.Field, "size", "", false},
		{"object field", "size: object { x }", owner(t, "object { size }"), decl.Field, "size", "", false},
		{"optional object of a name", "size: optional object { x }", owner(t, "Parcel"), decl.Field, "size", "", true},
		{"value", `"air"`, owner(t, `"air" or "sea"`), decl.Variant, "", "", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			it, ok, err := cli.Dialect{}.Item(tc.code, tc.owner)
			if err != nil || !ok {
				t.Fatalf("Item(%q): ok %v, error %v", tc.code, ok, err)
			}
			if it.Form != tc.form || it.Name != tc.want || it.Native != tc.native || it.Optional != tc.optional {
				t.Errorf("Item(%q) is form %d %q (%q), optional %v; want form %d %q (%q), %v",
					tc.code, it.Form, it.Name, it.Native, it.Optional, tc.form, tc.want, tc.native, tc.optional)
			}
		})
	}
}

// Code spans in bulleted descriptions are no declarations.
func TestItemDeclines(t *testing.T) {
	for _, tc := range []struct{ code, owner string }{
		{"kg", "string"}, {"air", `"air" or "sea"`}, {"weight: number", "string"}, {"", "Parcel"}, {"--limit 3", "Parcel"},
	} {
		if it, ok, _ := (cli.Dialect{}).Item(tc.code, owner(t, tc.owner)); ok {
			t.Errorf("Item(%q) below %q is %+v", tc.code, tc.owner, it)
		}
	}
}

// An object that comes before the first plain field was no alternative.
func TestFieldDecidesItsSiblings(t *testing.T) {
	parcel := owner(t, "Parcel")
	for _, code := range []string{"size: object { x }", "id: string"} {
		it, ok, err := cli.Dialect{}.Item(code, parcel)
		if !ok || err != nil {
			t.Fatalf("Item(%q): ok %v, error %v", code, ok, err)
		}
		parcel.Children = append(parcel.Children, it)
	}
	if size := parcel.Children[0]; size.Form != decl.Field || size.Name != "size" || size.Native != "" {
		t.Errorf("size is %+v", size)
	}
}

func TestUnreadableType(t *testing.T) {
	if _, ok, err := (cli.Dialect{}).Item("--size: object { a, ", nil); !ok || err == nil {
		t.Errorf("ok %v, error %v; want an error", ok, err)
	}
}

func FuzzItem(f *testing.F) {
	f.Add("--depot-id: optional string", "Parcel")
	f.Add("road_leg: object { id, 3 more }", "array of A or B")
	f.Add("$ harbor parcels list", `"a" or 3 more`)
	f.Fuzz(func(t *testing.T, code, typ string) {
		cli.Dialect{}.Signature(code)
		var own *decl.Item
		if e, err := typeexpr.Parse(typ); err == nil {
			own = &decl.Item{Expr: e}
		}
		it, ok, err := cli.Dialect{}.Item(code, own)
		if ok && err == nil && it.Expr == nil {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
