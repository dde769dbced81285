package kotlin_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/dialecttest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/kotlin"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

func TestSignature(t *testing.T) {
	for _, tc := range []struct {
		code string
		want dialect.Signature
	}{
		{"depots().parcels().list(params: ParcelListParams = ParcelListParams.none(), requestOptions: RequestOptions): ParcelListPage",
			dialect.Signature{Names: []string{"depots", "parcels", "list"}, Returns: "ParcelListPage", Page: "ParcelListPage", Params: "ParcelListParams"}},
		{"suspend fun parcels().create(params: ParcelCreateParams): Parcel",
			dialect.Signature{Names: []string{"parcels", "create"}, Returns: "Parcel", Params: "ParcelCreateParams"}},
		{"Parcel parcels().seal(ParcelSealParamsparams = ParcelSealParams.none())",
			dialect.Signature{Names: []string{"parcels", "seal"}, Returns: "Parcel", Params: "ParcelSealParams"}},
		{"parcels().watchStreaming(params: ParcelWatchParams): ParcelEvent",
			dialect.Signature{Names: []string{"parcels", "watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent", Params: "ParcelWatchParams"}},
		{"parcels().watch(): Flow<ParcelEvent>",
			dialect.Signature{Names: []string{"parcels", "watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent"}},
		{"parcels().delete(params): Unit", dialect.Signature{Names: []string{"parcels", "delete"}}},
		{"delete(params)", dialect.Signature{}},
		{"Parcel", dialect.Signature{}},
		{"client.parcels.list(query): Page<Parcel>", dialect.Signature{}},
		{"see parcels(1)", dialect.Signature{}},
	} {
		dialecttest.WantSignature(t, kotlin.Dialect{}, tc.code, tc.want)
	}
}

var (
	class = dialecttest.Owner(&typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"})
	union = dialecttest.Owner(dialecttest.Of(typeexpr.Union))
	named = dialecttest.Owner(dialecttest.Name("Parcel"))
	text  = dialecttest.Owner(dialecttest.Name("string"))
)

func TestItem(t *testing.T) {
	field := func(name string, e *typeexpr.Expr) dialect.Item {
		return dialect.Item{Name: dialect.WireName(name), Native: name, Expr: e}
	}
	optional := func(it dialect.Item) dialect.Item { it.Optional = true; return it }
	wrapper := field("params", dialecttest.Name("ParcelCreateParams"))
	wrapper.Wrapper = true
	for _, tc := range []struct {
		code  string
		owner *dialect.Item
		want  dialect.Item
	}{
		{"params: ParcelCreateParams", nil, wrapper},
		{"class Parcel:", nil, dialect.Item{Form: dialect.Named, Name: "Parcel", Expr: &typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"}}},
		{"data class Parcel", nil, dialect.Item{Form: dialect.Named, Name: "Parcel", Expr: &typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"}}},
		{"class Leg: A class that can be one of several variants.union", named, dialect.Item{Form: dialect.Named, Name: "Leg", Expr: dialecttest.Of(typeexpr.Union)}},
		{"enum class Mode:", nil, dialect.Item{Form: dialect.Named, Name: "Mode", Expr: dialecttest.Of(typeexpr.Union)}},
		{"label: String", class, field("label", dialecttest.Name("string"))},
		{"val label: String", class, field("label", dialecttest.Name("string"))},
		{"label: String?", class, optional(field("label", dialecttest.Name("string")))},
		{"label: String? = null", class, optional(field("label", dialecttest.Name("string")))},
		{"label?: String", named, optional(field("label", dialecttest.Name("string")))},
		{"labels: Optional<List<String>>", named, optional(field("labels", dialecttest.Of(typeexpr.Array, dialecttest.Name("string"))))},
		{"weight: Double", class, field("weight", dialecttest.Name("float"))},
		{"count: Long", class, field("count", dialecttest.Name("integer"))},
		{"sentAt: OffsetDateTime", class, field("sentAt", dialecttest.Name("date-time"))},
		{"sentOn: LocalDate?", class, optional(field("sentOn", dialecttest.Name("date")))},
		{"sizes: Map<String, Size>", class, field("sizes", dialecttest.Of(typeexpr.Map, dialecttest.Name("Size")))},
		{"photo: InputStream", class, field("photo", dialecttest.Name("file"))},
		{"`object`: String", class, field("object", dialecttest.Name("string"))},
		{"object_: String", class, dialect.Item{Name: "object", Native: "object_", Expr: dialecttest.Name("string")}},
		{`type: JsonValue = "parcel"`, class, field("type", dialecttest.Literal(`"parcel"`))},
		{`type: "parcel"`, class, field("type", dialecttest.Literal(`"parcel"`))},
		{`JsonValue; type "parcel"constant`, class, field("type", dialecttest.Literal(`"parcel"`))},
		{`BY_AIR("by air")`, named, dialect.Item{Form: dialect.Variant, Native: "BY_AIR", Expr: dialecttest.Literal(`"by air"`)}},
		{"BY_AIR", named, dialect.Item{Form: dialect.Variant, Native: "BY_AIR", Expr: dialecttest.Name("string")}},
		{"JsonValue;", named, dialect.Item{Form: dialect.Variant, Expr: dialecttest.Of(typeexpr.Union)}},
		{"String", named, dialect.Item{Form: dialect.Variant, Expr: dialecttest.Name("string")}},
		{"List<Leg>", union, dialect.Item{Form: dialect.Variant, Expr: dialecttest.Of(typeexpr.Array, dialecttest.Name("Leg"))}},
		{"Leg", nil, dialect.Item{Form: dialect.Variant, Expr: dialecttest.Name("Leg")}},
	} {
		dialecttest.WantItem(t, kotlin.Dialect{}, tc.code, tc.owner, tc.want)
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
		var own *dialect.Item
		if e, err := typeexpr.Parse(typ); err == nil {
			own = dialecttest.Owner(e)
		}
		it, ok, err := kotlin.Dialect{}.Item(code, own)
		if ok && (it == nil || err == nil && it.Expr == nil) {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
