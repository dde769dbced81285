package golang_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/dialecttest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/golang"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

func TestSignature(t *testing.T) {
	for _, tc := range []struct {
		code string
		want dialect.Signature
	}{
		{"client.Depots.Parcels.List(ctx, depotID, query) (*PageCursor[Parcel], error)",
			dialect.Signature{Names: []string{"Depots", "Parcels", "List"}, Returns: "Parcel", Page: "PageCursor"}},
		{"client.Parcels.New(ctx context.Context, body harbor.ParcelNewParams) (res *harbor.Parcel, err error)",
			dialect.Signature{Names: []string{"Parcels", "New"}, Returns: "Parcel", Params: "ParcelNewParams"}},
		{"client.Parcels.Delete(ctx, parcelID) error", dialect.Signature{Names: []string{"Parcels", "Delete"}}},
		{"client.Ping(ctx)", dialect.Signature{Names: []string{"Ping"}}},
		{"client.Parcels.Names(ctx) (*[]string, error)", dialect.Signature{Names: []string{"Parcels", "Names"}, Returns: "[]string"}},
		{"client.Parcels.Sizes(ctx) (map[string, float64], error)",
			dialect.Signature{Names: []string{"Parcels", "Sizes"}, Returns: "map[string, float64]"}},
		{"client.Parcels.Watch(ctx) (*ssestream.Stream[ParcelEventUnion])",
			dialect.Signature{Names: []string{"Parcels", "Watch"}, Returns: "ParcelEventUnion", Stream: true, Event: "ParcelEventUnion"}},
		{"client.Parcels.WatchStreaming(ctx) (*ParcelEvent, error)",
			dialect.Signature{Names: []string{"Parcels", "WatchStreaming"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent"}},
		{"harbor", dialect.Signature{}},
		{"ping(ctx)", dialect.Signature{}},
		{"client.parcels.list(query)", dialect.Signature{}},
		{"Depots.Parcels.List(parameters)", dialect.Signature{}},
	} {
		dialecttest.WantSignature(t, golang.Dialect{}, tc.code, tc.want)
	}
}

var (
	structure = dialecttest.Owner(&typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"})
	union     = dialecttest.Owner(dialecttest.Of(typeexpr.Union))
	named     = dialecttest.Owner(dialecttest.Name("Parcel"))
	list      = dialecttest.Owner(dialecttest.Of(typeexpr.Array, dialecttest.Name("ParcelLegUnion")))
	text      = dialecttest.Owner(dialecttest.Name("string"))
)

func TestItem(t *testing.T) {
	field := func(name string, e *typeexpr.Expr) dialect.Item {
		return dialect.Item{Name: dialect.WireName(name), Native: name, Expr: e}
	}
	optional := func(it dialect.Item) dialect.Item { it.Optional = true; return it }
	wrapper := field("body", dialecttest.Name("ParcelNewParams"))
	wrapper.Wrapper = true
	for _, tc := range []struct {
		code  string
		owner *dialect.Item
		want  dialect.Item
	}{
		{"parcelID string", nil, field("parcelID", dialecttest.Name("string"))},
		{"body ParcelNewParams", nil, wrapper},
		{"type Parcel struct{…}", nil, dialect.Item{Form: dialect.Named, Name: "Parcel", Expr: &typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"}}},
		{"type Empty struct {}", nil, dialect.Item{Form: dialect.Named, Name: "Empty", Expr: &typeexpr.Expr{Op: typeexpr.Object, Text: "Empty", Braces: true}}},
		{"type Parcel", nil, dialect.Item{Form: dialect.Named, Name: "Parcel", Expr: dialecttest.Name("Parcel")}},
		{"type LegUnion interface{…}", nil, dialect.Item{Form: dialect.Named, Name: "LegUnion", Expr: dialecttest.Of(typeexpr.Union)}},
		{"type Mode string", list, dialect.Item{Form: dialect.Named, Name: "Mode", Expr: dialecttest.Name("string")}},
		{"type Legs []Leg", union, dialect.Item{Form: dialect.Named, Name: "Legs", Expr: dialecttest.Of(typeexpr.Array, dialecttest.Name("Leg"))}},
		{"type Extras map[string, any]", named, dialect.Item{Form: dialect.Named, Name: "Extras", Expr: dialecttest.Of(typeexpr.Map, dialecttest.Name("unknown"))}},
		{"type Cargo = shared.Parcel", nil, dialect.Item{Form: dialect.Named, Name: "Cargo", Expr: dialecttest.Name("Parcel")}},
		{"Weight float64", structure, field("Weight", dialecttest.Name("float"))},
		{"Count int64", named, field("Count", dialecttest.Name("integer"))},
		{"SentAt Time", structure, field("SentAt", dialecttest.Name("date-time"))},
		{"SentAt time.Time", structure, field("SentAt", dialecttest.Name("date-time"))},
		{"Label param.Field[string]", named, field("Label", dialecttest.Name("string"))},
		{"Label param.Field[string] Optional", named, optional(field("Label", dialecttest.Name("string")))},
		{"Label param.Field[string]Optional", named, optional(field("Label", dialecttest.Name("string")))},
		{"Label stringOptional", named, optional(field("Label", dialecttest.Name("string")))},
		{"Label param.Opt[string]", named, optional(field("Label", dialecttest.Name("string")))},
		{"Photos param.Field[[]Reader]", named, field("Photos", dialecttest.Of(typeexpr.Array, dialecttest.Name("file")))},
		{"Seal []byte", named, field("Seal", dialecttest.Name("string"))},
		{"Extras []map[string, any]", structure, field("Extras", dialecttest.Of(typeexpr.Array, dialecttest.Of(typeexpr.Map, dialecttest.Name("unknown"))))},
		{"Sizes map[string]Size", structure, field("Sizes", dialecttest.Of(typeexpr.Map, dialecttest.Name("Size")))},
		{"Legs []LegParamUnionResp", structure, field("Legs", dialecttest.Of(typeexpr.Array, dialecttest.Name("LegParamUnion")))},
		{"Card CardResp", structure, field("Card", dialecttest.Name("CardResp"))},
		{"type LegParamResp interface{…}", list, dialect.Item{Form: dialect.Named, Name: "LegParam", Expr: dialecttest.Of(typeexpr.Union)}},
		{"Mode ParcelMode", structure, field("Mode", dialecttest.Name("ParcelMode"))},
		{`const ParcelModeAir ParcelMode = "air"`, named, dialect.Item{Form: dialect.Variant, Name: "ParcelMode", Native: "ParcelModeAir", Expr: dialecttest.Literal(`"air"`)}},
		{`const ParcelModeAir = "a = b"`, text, dialect.Item{Form: dialect.Variant, Native: "ParcelModeAir", Expr: dialecttest.Literal(`"a = b"`)}},
		{"const ParcelSize2 ParcelSize = 2", named, dialect.Item{Form: dialect.Variant, Name: "ParcelSize", Native: "ParcelSize2", Expr: dialecttest.Literal("2")}},
		{"string", list, dialect.Item{Form: dialect.Variant, Expr: dialecttest.Name("string")}},
		{"[]Leg", named, dialect.Item{Form: dialect.Variant, Expr: dialecttest.Of(typeexpr.Array, dialecttest.Name("Leg"))}},
		{"map[string, any]", union, dialect.Item{Form: dialect.Variant, Expr: dialecttest.Of(typeexpr.Map, dialecttest.Name("unknown"))}},
		{"All", list, dialect.Item{Form: dialect.Variant, Expr: dialecttest.Name("All")}},
		{"Leg", nil, dialect.Item{Form: dialect.Variant, Expr: dialecttest.Name("Leg")}},
	} {
		dialecttest.WantItem(t, golang.Dialect{}, tc.code, tc.owner, tc.want)
	}
}

// Code spans in bulleted descriptions are no declarations.
func TestItemDeclines(t *testing.T) {
	for _, tc := range []struct {
		code  string
		owner *dialect.Item
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
		owner *dialect.Item
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
	choice.Children = []*dialect.Item{{Form: dialect.Named, Name: "RoadLeg"}}
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
		var own *dialect.Item
		if e, err := typeexpr.Parse(typ); err == nil {
			own = dialecttest.Owner(e)
		}
		it, ok, err := golang.Dialect{}.Item(code, own)
		if ok && (it == nil || err == nil && it.Expr == nil) {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
