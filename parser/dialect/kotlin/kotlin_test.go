package kotlin_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/dialect/kotlin"
	"github.com/docgen-go/docgen/parser/typeexpr"
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
		got, ok := kotlin.Dialect{}.Signature(tc.code)
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
	class = owner(&typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"})
	union = owner(of(typeexpr.Union))
	named = owner(name("Parcel"))
	text  = owner(name("string"))
)

func TestItem(t *testing.T) {
	field := func(name string, e *typeexpr.Expr) dialect.Item {
		return dialect.Item{Name: dialect.WireName(name), Native: name, Expr: e}
	}
	optional := func(it dialect.Item) dialect.Item { it.Optional = true; return it }
	wrapper := field("params", name("ParcelCreateParams"))
	wrapper.Wrapper = true
	for _, tc := range []struct {
		code  string
		owner *dialect.Item
		want  dialect.Item
	}{
		{"params: ParcelCreateParams", nil, wrapper},
		{"class Parcel:", nil, dialect.Item{Form: dialect.Named, Name: "Parcel", Expr: &typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"}}},
		{"data class Parcel", nil, dialect.Item{Form: dialect.Named, Name: "Parcel", Expr: &typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"}}},
		{"class Leg: A class that can be one of several variants.union", named, dialect.Item{Form: dialect.Named, Name: "Leg", Expr: of(typeexpr.Union)}},
		{"enum class Mode:", nil, dialect.Item{Form: dialect.Named, Name: "Mode", Expr: of(typeexpr.Union)}},
		{"label: String", class, field("label", name("string"))},
		{"val label: String", class, field("label", name("string"))},
		{"label: String?", class, optional(field("label", name("string")))},
		{"label: String? = null", class, optional(field("label", name("string")))},
		{"label?: String", named, optional(field("label", name("string")))},
		{"labels: Optional<List<String>>", named, optional(field("labels", of(typeexpr.Array, name("string"))))},
		{"weight: Double", class, field("weight", name("float"))},
		{"count: Long", class, field("count", name("integer"))},
		{"sentAt: OffsetDateTime", class, field("sentAt", name("date-time"))},
		{"sentOn: LocalDate?", class, optional(field("sentOn", name("date")))},
		{"sizes: Map<String, Size>", class, field("sizes", of(typeexpr.Map, name("Size")))},
		{"photo: InputStream", class, field("photo", name("file"))},
		{"`object`: String", class, field("object", name("string"))},
		{"object_: String", class, dialect.Item{Name: "object", Native: "object_", Expr: name("string")}},
		{`type: JsonValue = "parcel"`, class, field("type", literal(`"parcel"`))},
		{`type: "parcel"`, class, field("type", literal(`"parcel"`))},
		{`JsonValue; type "parcel"constant`, class, field("type", literal(`"parcel"`))},
		{`BY_AIR("by air")`, named, dialect.Item{Form: dialect.Variant, Native: "BY_AIR", Expr: literal(`"by air"`)}},
		{"BY_AIR", named, dialect.Item{Form: dialect.Variant, Native: "BY_AIR", Expr: name("string")}},
		{"JsonValue;", named, dialect.Item{Form: dialect.Variant, Expr: of(typeexpr.Union)}},
		{"String", named, dialect.Item{Form: dialect.Variant, Expr: name("string")}},
		{"List<Leg>", union, dialect.Item{Form: dialect.Variant, Expr: of(typeexpr.Array, name("Leg"))}},
		{"Leg", nil, dialect.Item{Form: dialect.Variant, Expr: name("Leg")}},
	} {
		got, ok, err := kotlin.Dialect{}.Item(tc.code, tc.owner)
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
			own = owner(e)
		}
		it, ok, err := kotlin.Dialect{}.Item(code, own)
		if ok && (it == nil || err == nil && it.Expr == nil) {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
