package golang_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/dialecttest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/golang"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

func TestSignature(t *testing.T) {
	for _, tc := range []struct {
		code string
		want decl.Signature
	}{
		{"client.Depots.Parcels.List(ctx, depotID, query) (*PageCursor[Parcel], error)",
			decl.Signature{Names: []string{"Depots", "Parcels", "List"}, Returns: "Parcel", Page: "PageCursor"}},
		{"client.Parcels.New(ctx context.Context, body harbor.ParcelNewParams) (res *harbor.Parcel, err error)",
			decl.Signature{Names: []string{"Parcels", "New"}, Returns: "Parcel", Params: "ParcelNewParams"}},
		{"client.Parcels.Delete(ctx, parcelID) error", decl.Signature{Names: []string{"Parcels", "Delete"}}},
		{"client.Ping(ctx)", decl.Signature{Names: []string{"Ping"}}},
		{"client.Parcels.Names(ctx) (*[]string, error)", decl.Signature{Names: []string{"Parcels", "Names"}, Returns: "[]string"}},
		{"client.Parcels.Sizes(ctx) (map[string, float64], error)",
			decl.Signature{Names: []string{"Parcels", "Sizes"}, Returns: "map[string, float64]"}},
		{"client.Parcels.Watch(ctx) (*ssestream.Stream[ParcelEventUnion])",
			decl.Signature{Names: []string{"Parcels", "Watch"}, Returns: "ParcelEventUnion", Stream: true, Event: "ParcelEventUnion"}},
		{"client.Parcels.WatchStreaming(ctx) (*ParcelEvent, error)",
			decl.Signature{Names: []string{"Parcels", "WatchStreaming"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent"}},
		{"harbor", decl.Signature{}},
		{"ping(ctx)", decl.Signature{}},
		{"client.parcels.list(query)", decl.Signature{}},
		{"Depots.Parcels.List(parameters)", decl.Signature{}},
	} {
		dialecttest.WantSignature(t, golang.Dialect{}, tc.code, tc.want)
	}
}

var (
	structure = dialecttest.Owner(&decl.Expr{Op: decl.Object, Text: "Parcel"})
	union     = dialecttest.Owner(dialecttest.Of(decl.Union))
	named     = dialecttest.Owner(dialecttest.Name("Parcel"))
	list      = dialecttest.Owner(dialecttest.Of(decl.Array, dialecttest.Name("ParcelLegUnion")))
	text      = dialecttest.Owner(dialecttest.Name("string"))
)

func TestItem(t *testing.T) {
	field := func(name string, e *decl.Expr) decl.Item {
		return decl.Item{Name: decl.WireName(name), Native: name, Expr: e}
	}
	optional := func(it decl.Item) decl.Item { it.Optional = true; return it }
	wrapper := field("body", dialecttest.Name("ParcelNewParams"))
	wrapper.Wrapper = true
	for _, tc := range []struct {
		code  string
		owner *decl.Item
		want  decl.Item
	}{
		{"parcelID string", nil, field("parcelID", dialecttest.Name("string"))},
		{"body ParcelNewParams", nil, wrapper},
		{"type Parcel struct{…}", nil, decl.Item{Form: decl.Named, Name: "Parcel", Expr: &decl.Expr{Op: decl.Object, Text: "Parcel"}}},
		{"type Empty struct {}", nil, decl.Item{Form: decl.Named, Name: "Empty", Expr: &decl.Expr{Op: decl.Object, Text: "Empty", Braces: true}}},
		{"type Parcel", nil, decl.Item{Form: decl.Named, Name: "Parcel", Expr: dialecttest.Name("Parcel")}},
		{"type LegUnion interface{…}", nil, decl.Item{Form: decl.Named, Name: "LegUnion", Expr: dialecttest.Of(decl.Union)}},
		{"type Mode string", list, decl.Item{Form: decl.Named, Name: "Mode", Expr: dialecttest.Name("string")}},
		{"type Legs []Leg", union, decl.Item{Form: decl.Named, Name: "Legs", Expr: dialecttest.Of(decl.Array, dialecttest.Name("Leg"))}},
		{"type Extras map[string, any]", named, decl.Item{Form: decl.Named, Name: "Extras", Expr: dialecttest.Of(decl.Map, dialecttest.Name("unknown"))}},
		{"type Cargo = shared.Parcel", nil, decl.Item{Form: decl.Named, Name: "Cargo", Expr: dialecttest.Name("Parcel")}},
		{"Weight float64", structure, field("Weight", dialecttest.Name("float"))},
		{"Count int64", named, field("Count", dialecttest.Name("integer"))},
		{"SentAt Time", structure, field("SentAt", dialecttest.Name("date-time"))},
		{"SentAt time.Time", structure, field("SentAt", dialecttest.Name("date-time"))},
		{"Label param.Field[string]", named, field("Label", dialecttest.Name("string"))},
		{"Label param.Field[string] Optional", named, optional(field("Label", dialecttest.Name("string")))},
		{"Label param.Field[string]Optional", named, optional(field("Label", dialecttest.Name("string")))},
		{"Label stringOptional", named, optional(field("Label", dialecttest.Name("string")))},
		{"Label param.Opt[string]", named, optional(field("Label", dialecttest.Name("string")))},
		{"Photos param.Field[[]Reader]", named, field("Photos", dialecttest.Of(decl.Array, dialecttest.Name("file")))},
		{"Seal []byte", named, field("Seal", dialecttest.Name("string"))},
		{"Extras []map[string, any]", structure, field("Extras", dialecttest.Of(decl.Array, dialecttest.Of(decl.Map, dialecttest.Name("unknown"))))},
		{"Sizes map[string]Size", structure, field("Sizes", dialecttest.Of(decl.Map, dialecttest.Name("Size")))},
		{"Legs []LegParamUnionResp", structure, field("Legs", dialecttest.Of(decl.Array, dialecttest.Name("LegParamUnion")))},
		{"Card CardResp", structure, field("Card", dialecttest.Name("CardResp"))},
		{"type LegParamResp interface{…}", list, decl.Item{Form: decl.Named, Name: "LegParam", Expr: dialecttest.Of(decl.Union)}},
		{"Mode ParcelMode", structure, field("Mode", dialecttest.Name("ParcelMode"))},
		{`const ParcelModeAir ParcelMode = "air"`, named, decl.Item{Form: decl.Variant, Name: "ParcelMode", Native: "ParcelModeAir", Expr: dialecttest.Literal(`"air"`)}},
		{`const ParcelModeAir = "a = b"`, text, decl.Item{Form: decl.Variant, Native: "ParcelModeAir", Expr: dialecttest.Literal(`"a = b"`)}},
		{"const ParcelSize2 ParcelSize = 2", named, decl.Item{Form: decl.Variant, Name: "ParcelSize", Native: "ParcelSize2", Expr: dialecttest.Literal("2")}},
		{"string", list, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("string")}},
		{"[]Leg", named, decl.Item{Form: decl.Variant, Expr: dialecttest.Of(decl.Array, dialecttest.Name("Leg"))}},
		{"map[string, any]", union, decl.Item{Form: decl.Variant, Expr: dialecttest.Of(decl.Map, dialecttest.Name("unknown"))}},
		{"All", list, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("All")}},
		{"Leg", nil, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("Leg")}},
	} {
		dialecttest.WantItem(t, golang.Dialect{}, tc.code, tc.owner, tc.want)
	}
}

// Code spans in bulleted descriptions are no declarations.
func TestItemDeclines(t *testing.T) {
	for _, tc := range []struct {
		code  string
		owner *decl.Item
	}{
		{"", named},
		{"air", named},
		{"Air", named},
		{"5m", list},
		{"parcel string", structure},
		{"Weight float64", text},
		{"Weight float64", union},
		{"Weight in kilograms", structure},
		{"Weight heavy", structure},
		{"string", structure},
		{"string", text},
		{"type Leg struct{…}", structure},
		{`const Air Mode = "air"`, structure},
		{`const Air Mode = "air"`, nil},
		{"const of nature", named},
	} {
		if it, ok, _ := (golang.Dialect{}).Item(tc.code, tc.owner); ok {
			t.Errorf("Item(%q) is %+v", tc.code, it)
		}
	}
}

func TestUnreadable(t *testing.T) {
	for _, tc := range []struct {
		code  string
		owner *decl.Item
	}{
		{"Label param.Field[string", named},
		{"Legs []Leg[", structure},
		{"type Legs []Leg[", nil},
		{"const Air Mode = Sea", named},
	} {
		it, ok, err := golang.Dialect{}.Item(tc.code, tc.owner)
		if !ok || err == nil || it == nil {
			t.Errorf("Item(%q): %+v, ok %v, error %v; want an error", tc.code, it, ok, err)
		}
	}
}

func TestAlternativeAmongOthers(t *testing.T) {
	choice := dialecttest.Owner(dialecttest.Name("Leg"))
	if _, ok, _ := (golang.Dialect{}).Item("SeaLeg", choice); ok {
		t.Error("a lone name is taken for an alternative")
	}
	choice.Children = []*decl.Item{{Form: decl.Named, Name: "RoadLeg"}}
	if _, ok, _ := (golang.Dialect{}).Item("SeaLeg", choice); !ok {
		t.Error("a name among alternatives is none")
	}
}

func FuzzItem(f *testing.F) {
	f.Add("Label param.Field[map[string, []Leg]] Optional", "Parcel")
	f.Add(`const ParcelModeAir ParcelMode = "air"`, "array of ParcelUnion")
	f.Add("type Legs []Leg", "object { a }")
	f.Add("client.Parcels.List(ctx, query) (*Page[Parcel], error)", "string")
	f.Fuzz(func(t *testing.T, code, typ string) {
		golang.Dialect{}.Signature(code)
		var own *decl.Item
		if e, err := typeexpr.Parse(typ); err == nil {
			own = dialecttest.Owner(e)
		}
		it, ok, err := golang.Dialect{}.Item(code, own)
		if ok && (it == nil || err == nil && it.Expr == nil) {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
