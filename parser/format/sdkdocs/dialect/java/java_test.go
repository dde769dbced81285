package java_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/dialecttest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/java"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

func TestSignature(t *testing.T) {
	for _, tc := range []struct {
		code string
		want decl.Signature
	}{
		{"ParcelListPage depots().parcels().list(ParcelListParamsparams = ParcelListParams.none(), RequestOptionsrequestOptions = RequestOptions.none())",
			decl.Signature{Names: []string{"depots", "parcels", "list"}, Returns: "ParcelListPage", Page: "ParcelListPage", Params: "ParcelListParams"}},
		{"Parcel parcels().create(ParcelCreateParams params, RequestOptions requestOptions = RequestOptions.none())",
			decl.Signature{Names: []string{"parcels", "create"}, Returns: "Parcel", Params: "ParcelCreateParams"}},
		{"Parcel parcels().seal(params = ParcelSealParams.none())",
			decl.Signature{Names: []string{"parcels", "seal"}, Returns: "Parcel", Params: "ParcelSealParams"}},
		{"ParcelEvent parcels().watchStreaming(ParcelWatchParamsparams)",
			decl.Signature{Names: []string{"parcels", "watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent", Params: "ParcelWatchParams"}},
		{"CompletableFuture<StreamResponse<ParcelEvent>> parcels().watch()",
			decl.Signature{Names: []string{"parcels", "watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent"}},
		{"void parcels().delete(ParcelDeleteParamsparams)",
			decl.Signature{Names: []string{"parcels", "delete"}, Params: "ParcelDeleteParams"}},
		{"parcels().delete(params)", decl.Signature{Names: []string{"parcels", "delete"}}},
		{"delete(params)", decl.Signature{}},
		{"Parcel", decl.Signature{}},
		{"client.parcels.list(query)", decl.Signature{}},
		{"see parcels(1)", decl.Signature{}},
	} {
		dialecttest.WantSignature(t, java.Dialect{}, tc.code, tc.want)
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
		{"ParcelCreateParams params", nil, wrapper},
		{"class Parcel:", nil, decl.Item{Form: decl.Named, Name: "Parcel", Expr: &decl.Expr{Op: decl.Object, Text: "Parcel"}}},
		{"class Leg: A class that can be one of several variants.union", named, decl.Item{Form: decl.Named, Name: "Leg", Expr: dialecttest.Of(decl.Union)}},
		{"enum Mode:", nil, decl.Item{Form: decl.Named, Name: "Mode", Expr: dialecttest.Of(decl.Union)}},
		{"String label", class, field("label", dialecttest.Name("string"))},
		{"Optional<List<String>> labels", named, optional(field("labels", dialecttest.Of(decl.Array, dialecttest.Name("string"))))},
		{"Optional<Double> weight", class, optional(field("weight", dialecttest.Name("float")))},
		{"long count", class, field("count", dialecttest.Name("integer"))},
		{"OffsetDateTime sentAt", class, field("sentAt", dialecttest.Name("date-time"))},
		{"LocalDate sentOn", class, field("sentOn", dialecttest.Name("date"))},
		{"Map<String, Size> sizes", class, field("sizes", dialecttest.Of(decl.Map, dialecttest.Name("Size")))},
		{"byte[] photo", class, field("photo", dialecttest.Name("file"))},
		{"String object_", class, decl.Item{Name: "object", Native: "object_", Expr: dialecttest.Name("string")}},
		{`JsonValue; type "parcel"constant`, class, field("type", dialecttest.Literal(`"parcel"`))},
		{`JsonValue; object_ "parcel"constant`, named, decl.Item{Name: "object", Native: "object_", Expr: dialecttest.Literal(`"parcel"`)}},
		{"JsonValue type constant", class, field("type", dialecttest.Name("unknown"))},
		{`JsonValue type = "parcel"`, class, field("type", dialecttest.Literal(`"parcel"`))},
		{"JsonValue extras", class, field("extras", dialecttest.Name("unknown"))},
		{`BY_AIR("by air")`, named, decl.Item{Form: decl.Variant, Native: "BY_AIR", Expr: dialecttest.Literal(`"by air"`)}},
		{"TWO(2)", union, decl.Item{Form: decl.Variant, Native: "TWO", Expr: dialecttest.Literal("2")}},
		{"BY_AIR", named, decl.Item{Form: decl.Variant, Native: "BY_AIR", Expr: dialecttest.Name("string")}},
		{"JsonValue;", named, decl.Item{Form: decl.Variant, Expr: dialecttest.Of(decl.Union)}},
		{"String", named, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("string")}},
		{"List<Leg>", union, decl.Item{Form: decl.Variant, Expr: dialecttest.Of(decl.Array, dialecttest.Name("Leg"))}},
		{"Leg", nil, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("Leg")}},
		{"Leg", union, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("Leg")}},
	} {
		dialecttest.WantItem(t, java.Dialect{}, tc.code, tc.owner, tc.want)
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
		{`AIR("air")`, nil},
		{"list(10)", named},
		{"String label", text},
		{"String label", union},
		{"weight heavy", class},
		{"Weight in kilograms", class},
		{"class Leg:", class},
	} {
		if it, ok, _ := (java.Dialect{}).Item(tc.code, tc.owner); ok {
			t.Errorf("Item(%q) is %+v", tc.code, it)
		}
	}
}

func TestUnreadable(t *testing.T) {
	for _, code := range []string{"List<String labels", `JsonValue type = a b`} {
		if it, ok, err := (java.Dialect{}).Item(code, nil); !ok || err == nil || it == nil {
			t.Errorf("Item(%q): %+v, ok %v, error %v; want an error", code, it, ok, err)
		}
	}
}

func FuzzItem(f *testing.F) {
	f.Add("Optional<List<String>> labels", "Parcel")
	f.Add(`JsonValue; type "parcel"constant`, "object { a }")
	f.Add("class Leg: A class that can be one of several variants.union", "A or B")
	f.Add("Page<Parcel> depots().parcels().list(ParcelListParamsparams)", "string")
	f.Fuzz(func(t *testing.T, code, typ string) {
		java.Dialect{}.Signature(code)
		var own *decl.Item
		if e, err := typeexpr.Parse(typ); err == nil {
			own = dialecttest.Owner(e)
		}
		it, ok, err := java.Dialect{}.Item(code, own)
		if ok && (it == nil || err == nil && it.Expr == nil) {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
