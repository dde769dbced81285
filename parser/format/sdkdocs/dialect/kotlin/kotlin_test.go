package kotlin_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/dialecttest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/kotlin"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

func TestSignature(t *testing.T) {
	for _, tc := range []struct {
		code string
		want decl.Signature
	}{
		{"depots().parcels().list(params: ParcelListParams = ParcelListParams.none(), requestOptions: RequestOptions): ParcelListPage",
			decl.Signature{Names: []string{"depots", "parcels", "list"}, Returns: "ParcelListPage", Page: "ParcelListPage", Params: "ParcelListParams"}},
		{"suspend fun parcels().create(params: ParcelCreateParams): Parcel",
			decl.Signature{Names: []string{"parcels", "create"}, Returns: "Parcel", Params: "ParcelCreateParams"}},
		{"Parcel parcels().seal(ParcelSealParamsparams = ParcelSealParams.none())",
			decl.Signature{Names: []string{"parcels", "seal"}, Returns: "Parcel", Params: "ParcelSealParams"}},
		{"parcels().watchStreaming(params: ParcelWatchParams): ParcelEvent",
			decl.Signature{Names: []string{"parcels", "watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent", Params: "ParcelWatchParams"}},
		{"parcels().watch(): Flow<ParcelEvent>",
			decl.Signature{Names: []string{"parcels", "watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent"}},
		{"parcels().delete(params): Unit", decl.Signature{Names: []string{"parcels", "delete"}}},
		{"delete(params)", decl.Signature{}},
		{"Parcel", decl.Signature{}},
		{"client.parcels.list(query): Page<Parcel>", decl.Signature{}},
		{"see parcels(1)", decl.Signature{}},
	} {
		dialecttest.WantSignature(t, kotlin.Dialect{}, tc.code, tc.want)
	}
}

var (
	class = dialecttest.Owner(&decl.Expr{Op: decl.Object, Text: "Parcel"})
	union = dialecttest.Owner(dialecttest.Of(decl.Union))
	named = dialecttest.Owner(dialecttest.Name("Parcel"))
	text  = dialecttest.Owner(dialecttest.Name("string"))
)

func TestItem(t *testing.T) {
	field := func(name string, e *decl.Expr) decl.Item {
		return decl.Item{Name: decl.WireName(name), Native: name, Expr: e}
	}
	optional := func(it decl.Item) decl.Item { it.Optional = true; return it }
	wrapper := field("params", dialecttest.Name("ParcelCreateParams"))
	wrapper.Wrapper = true
	for _, tc := range []struct {
		code  string
		owner *decl.Item
		want  decl.Item
	}{
		{"params: ParcelCreateParams", nil, wrapper},
		{"class Parcel:", nil, decl.Item{Form: decl.Named, Name: "Parcel", Expr: &decl.Expr{Op: decl.Object, Text: "Parcel"}}},
		{"data class Parcel", nil, decl.Item{Form: decl.Named, Name: "Parcel", Expr: &decl.Expr{Op: decl.Object, Text: "Parcel"}}},
		{"class Leg: A class that can be one of several variants.union", named, decl.Item{Form: decl.Named, Name: "Leg", Expr: dialecttest.Of(decl.Union)}},
		{"enum class Mode:", nil, decl.Item{Form: decl.Named, Name: "Mode", Expr: dialecttest.Of(decl.Union)}},
		{"label: String", class, field("label", dialecttest.Name("string"))},
		{"val label: String", class, field("label", dialecttest.Name("string"))},
		{"label: String?", class, optional(field("label", dialecttest.Name("string")))},
		{"label: String? = null", class, optional(field("label", dialecttest.Name("string")))},
		{"label?: String", named, optional(field("label", dialecttest.Name("string")))},
		{"labels: Optional<List<String>>", named, optional(field("labels", dialecttest.Of(decl.Array, dialecttest.Name("string"))))},
		{"weight: Double", class, field("weight", dialecttest.Name("float"))},
		{"count: Long", class, field("count", dialecttest.Name("integer"))},
		{"sentAt: OffsetDateTime", class, field("sentAt", dialecttest.Name("date-time"))},
		{"sentOn: LocalDate?", class, optional(field("sentOn", dialecttest.Name("date")))},
		{"sizes: Map<String, Size>", class, field("sizes", dialecttest.Of(decl.Map, dialecttest.Name("Size")))},
		{"photo: InputStream", class, field("photo", dialecttest.Name("file"))},
		{"`object`: String", class, field("object", dialecttest.Name("string"))},
		{"object_: String", class, decl.Item{Name: "object", Native: "object_", Expr: dialecttest.Name("string")}},
		{`type: JsonValue = "parcel"`, class, field("type", dialecttest.Literal(`"parcel"`))},
		{`type: "parcel"`, class, field("type", dialecttest.Literal(`"parcel"`))},
		{`JsonValue; type "parcel"constant`, class, field("type", dialecttest.Literal(`"parcel"`))},
		{`BY_AIR("by air")`, named, decl.Item{Form: decl.Variant, Native: "BY_AIR", Expr: dialecttest.Literal(`"by air"`)}},
		{"BY_AIR", named, decl.Item{Form: decl.Variant, Native: "BY_AIR", Expr: dialecttest.Name("string")}},
		{"JsonValue;", named, decl.Item{Form: decl.Variant, Expr: dialecttest.Of(decl.Union)}},
		{"String", named, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("string")}},
		{"List<Leg>", union, decl.Item{Form: decl.Variant, Expr: dialecttest.Of(decl.Array, dialecttest.Name("Leg"))}},
		{"Leg", nil, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("Leg")}},
	} {
		dialecttest.WantItem(t, kotlin.Dialect{}, tc.code, tc.owner, tc.want)
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
		{"Leg", named},
		{"AIR", text},
		{"AIR", class},
		{`AIR("air")`, class},
		{"label: String", text},
		{"label: String", union},
		{"weight: heavy", class},
		{"weight: Kilograms of it", class},
		{"class Leg:", class},
	} {
		if it, ok, _ := (kotlin.Dialect{}).Item(tc.code, tc.owner); ok {
			t.Errorf("Item(%q) is %+v", tc.code, it)
		}
	}
}

func TestUnreadable(t *testing.T) {
	for _, code := range []string{"labels: List<String", "List<String", `type: JsonValue = a b`} {
		if it, ok, err := (kotlin.Dialect{}).Item(code, nil); !ok || err == nil || it == nil {
			t.Errorf("Item(%q): %+v, ok %v, error %v; want an error", code, it, ok, err)
		}
	}
}

func FuzzItem(f *testing.F) {
	f.Add("labels: List<String>?", "Parcel")
	f.Add(`JsonValue; type "parcel"constant`, "object { a }")
	f.Add("class Leg: A class that can be one of several variants.union", "A or B")
	f.Add("depots().parcels().list(params: ParcelListParams): Page<Parcel>", "string")
	f.Fuzz(func(t *testing.T, code, typ string) {
		kotlin.Dialect{}.Signature(code)
		var own *decl.Item
		if e, err := typeexpr.Parse(typ); err == nil {
			own = dialecttest.Owner(e)
		}
		it, ok, err := kotlin.Dialect{}.Item(code, own)
		if ok && (it == nil || err == nil && it.Expr == nil) {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
