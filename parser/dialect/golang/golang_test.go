package golang_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/dialect/golang"
	"github.com/docgen-go/docgen/parser/typeexpr"
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
		got, ok := golang.Dialect{}.Signature(tc.code)
		if diff := cmp.Diff(tc.want, got); diff != "" || ok != (tc.want.Names != nil) {
			t.Errorf("Signature(%q): ok %v (-want +got):\n%s", tc.code, ok, diff)
		}
	}
}

func name(text string) *typeexpr.Expr { return &typeexpr.Expr{Op: typeexpr.Name, Text: text} }

func of(op typeexpr.Op, args ...*typeexpr.Expr) *typeexpr.Expr {
	return &typeexpr.Expr{Op: op, Args: args}
}

func literal(text string) *typeexpr.Expr { return &typeexpr.Expr{Op: typeexpr.Literal, Text: text} }

func owner(e *typeexpr.Expr) *dialect.Item { return &dialect.Item{Expr: e} }

var (
	structure = owner(&typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"})
	union     = owner(of(typeexpr.Union))
	named     = owner(name("Parcel"))
	list      = owner(of(typeexpr.Array, name("ParcelLegUnion")))
	text      = owner(name("string"))
)

func TestItem(t *testing.T) {
	field := func(name string, e *typeexpr.Expr) dialect.Item {
		return dialect.Item{Name: dialect.WireName(name), Native: name, Expr: e}
	}
	optional := func(it dialect.Item) dialect.Item { it.Optional = true; return it }
	wrapper := field("body", name("ParcelNewParams"))
	wrapper.Wrapper = true
	for _, tc := range []struct {
		code  string
		owner *dialect.Item
		want  dialect.Item
	}{
		{"parcelID string", nil, field("parcelID", name("string"))},
		{"body ParcelNewParams", nil, wrapper},
		{"type Parcel struct{…}", nil, dialect.Item{Form: dialect.Named, Name: "Parcel", Expr: &typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"}}},
		{"type Empty struct {}", nil, dialect.Item{Form: dialect.Named, Name: "Empty", Expr: &typeexpr.Expr{Op: typeexpr.Object, Text: "Empty", Braces: true}}},
		{"type LegUnion interface{…}", nil, dialect.Item{Form: dialect.Named, Name: "LegUnion", Expr: of(typeexpr.Union)}},
		{"type Mode string", list, dialect.Item{Form: dialect.Named, Name: "Mode", Expr: name("string")}},
		{"type Legs []Leg", union, dialect.Item{Form: dialect.Named, Name: "Legs", Expr: of(typeexpr.Array, name("Leg"))}},
		{"type Extras map[string, any]", named, dialect.Item{Form: dialect.Named, Name: "Extras", Expr: of(typeexpr.Map, name("unknown"))}},
		{"type Cargo = shared.Parcel", nil, dialect.Item{Form: dialect.Named, Name: "Cargo", Expr: name("Parcel")}},
		{"Weight float64", structure, field("Weight", name("float"))},
		{"Count int64", named, field("Count", name("integer"))},
		{"SentAt Time", structure, field("SentAt", name("date-time"))},
		{"SentAt time.Time", structure, field("SentAt", name("date-time"))},
		{"Label param.Field[string]", named, field("Label", name("string"))},
		{"Label param.Field[string] Optional", named, optional(field("Label", name("string")))},
		{"Label param.Field[string]Optional", named, optional(field("Label", name("string")))},
		{"Label stringOptional", named, optional(field("Label", name("string")))},
		{"Label param.Opt[string]", named, optional(field("Label", name("string")))},
		{"Photos param.Field[[]Reader]", named, field("Photos", of(typeexpr.Array, name("file")))},
		{"Seal []byte", named, field("Seal", name("string"))},
		{"Extras []map[string, any]", structure, field("Extras", of(typeexpr.Array, of(typeexpr.Map, name("unknown"))))},
		{"Sizes map[string]Size", structure, field("Sizes", of(typeexpr.Map, name("Size")))},
		{"Legs []LegParamUnionResp", structure, field("Legs", of(typeexpr.Array, name("LegParamUnion")))},
		{"Card CardResp", structure, field("Card", name("CardResp"))},
		{"type LegParamResp interface{…}", list, dialect.Item{Form: dialect.Named, Name: "LegParam", Expr: of(typeexpr.Union)}},
		{"Mode ParcelMode", structure, field("Mode", name("ParcelMode"))},
		{`const ParcelModeAir ParcelMode = "air"`, named, dialect.Item{Form: dialect.Variant, Name: "ParcelMode", Native: "ParcelModeAir", Expr: literal(`"air"`)}},
		{`const ParcelModeAir = "a = b"`, text, dialect.Item{Form: dialect.Variant, Native: "ParcelModeAir", Expr: literal(`"a = b"`)}},
		{"const ParcelSize2 ParcelSize = 2", named, dialect.Item{Form: dialect.Variant, Name: "ParcelSize", Native: "ParcelSize2", Expr: literal("2")}},
		{"string", list, dialect.Item{Form: dialect.Variant, Expr: name("string")}},
		{"[]Leg", named, dialect.Item{Form: dialect.Variant, Expr: of(typeexpr.Array, name("Leg"))}},
		{"map[string, any]", union, dialect.Item{Form: dialect.Variant, Expr: of(typeexpr.Map, name("unknown"))}},
		{"All", list, dialect.Item{Form: dialect.Variant, Expr: name("All")}},
		{"Leg", nil, dialect.Item{Form: dialect.Variant, Expr: name("Leg")}},
	} {
		got, ok, err := golang.Dialect{}.Item(tc.code, tc.owner)
		if !ok || err != nil {
			t.Errorf("Item(%q): ok %v, error %v", tc.code, ok, err)
			continue
		}
		if diff := cmp.Diff(&tc.want, got, cmpopts.IgnoreUnexported(dialect.Item{})); diff != "" {
			t.Errorf("Item(%q) (-want +got):\n%s", tc.code, diff)
		}
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
	choice := owner(name("Leg"))
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
			own = owner(e)
		}
		it, ok, err := golang.Dialect{}.Item(code, own)
		if ok && (it == nil || err == nil && it.Expr == nil) {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
