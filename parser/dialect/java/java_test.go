package java_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/dialect/java"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

func TestSignature(t *testing.T) {
	for _, tc := range []struct {
		code string
		want dialect.Signature
	}{
		{"ParcelListPage depots().parcels().list(ParcelListParamsparams = ParcelListParams.none(), RequestOptionsrequestOptions = RequestOptions.none())",
			dialect.Signature{Names: []string{"depots", "parcels", "list"}, Returns: "ParcelListPage", Page: "ParcelListPage", Params: "ParcelListParams"}},
		{"Parcel parcels().create(ParcelCreateParams params, RequestOptions requestOptions = RequestOptions.none())",
			dialect.Signature{Names: []string{"parcels", "create"}, Returns: "Parcel", Params: "ParcelCreateParams"}},
		{"Parcel parcels().seal(params = ParcelSealParams.none())",
			dialect.Signature{Names: []string{"parcels", "seal"}, Returns: "Parcel", Params: "ParcelSealParams"}},
		{"ParcelEvent parcels().watchStreaming(ParcelWatchParamsparams)",
			dialect.Signature{Names: []string{"parcels", "watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent", Params: "ParcelWatchParams"}},
		{"CompletableFuture<StreamResponse<ParcelEvent>> parcels().watch()",
			dialect.Signature{Names: []string{"parcels", "watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent"}},
		{"void parcels().delete(ParcelDeleteParamsparams)",
			dialect.Signature{Names: []string{"parcels", "delete"}, Params: "ParcelDeleteParams"}},
		{"parcels().delete(params)", dialect.Signature{Names: []string{"parcels", "delete"}}},
		{"delete(params)", dialect.Signature{}},
		{"Parcel", dialect.Signature{}},
		{"client.parcels.list(query)", dialect.Signature{}},
		{"see parcels(1)", dialect.Signature{}},
	} {
		got, ok := java.Dialect{}.Signature(tc.code)
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
		{"ParcelCreateParams params", nil, wrapper},
		{"class Parcel:", nil, dialect.Item{Form: dialect.Named, Name: "Parcel", Expr: &typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"}}},
		{"class Leg: A class that can be one of several variants.union", named, dialect.Item{Form: dialect.Named, Name: "Leg", Expr: of(typeexpr.Union)}},
		{"enum Mode:", nil, dialect.Item{Form: dialect.Named, Name: "Mode", Expr: of(typeexpr.Union)}},
		{"String label", class, field("label", name("string"))},
		{"Optional<List<String>> labels", named, optional(field("labels", of(typeexpr.Array, name("string"))))},
		{"Optional<Double> weight", class, optional(field("weight", name("float")))},
		{"long count", class, field("count", name("integer"))},
		{"OffsetDateTime sentAt", class, field("sentAt", name("date-time"))},
		{"LocalDate sentOn", class, field("sentOn", name("date"))},
		{"Map<String, Size> sizes", class, field("sizes", of(typeexpr.Map, name("Size")))},
		{"byte[] photo", class, field("photo", name("file"))},
		{"String object_", class, dialect.Item{Name: "object", Native: "object_", Expr: name("string")}},
		{`JsonValue; type "parcel"constant`, class, field("type", literal(`"parcel"`))},
		{`JsonValue; object_ "parcel"constant`, named, dialect.Item{Name: "object", Native: "object_", Expr: literal(`"parcel"`)}},
		{"JsonValue type constant", class, field("type", name("unknown"))},
		{`JsonValue type = "parcel"`, class, field("type", literal(`"parcel"`))},
		{"JsonValue extras", class, field("extras", name("unknown"))},
		{`BY_AIR("by air")`, named, dialect.Item{Form: dialect.Variant, Native: "BY_AIR", Expr: literal(`"by air"`)}},
		{"TWO(2)", union, dialect.Item{Form: dialect.Variant, Native: "TWO", Expr: literal("2")}},
		{"BY_AIR", named, dialect.Item{Form: dialect.Variant, Native: "BY_AIR", Expr: name("string")}},
		{"JsonValue;", named, dialect.Item{Form: dialect.Variant, Expr: of(typeexpr.Union)}},
		{"String", named, dialect.Item{Form: dialect.Variant, Expr: name("string")}},
		{"List<Leg>", union, dialect.Item{Form: dialect.Variant, Expr: of(typeexpr.Array, name("Leg"))}},
		{"Leg", nil, dialect.Item{Form: dialect.Variant, Expr: name("Leg")}},
		{"Leg", union, dialect.Item{Form: dialect.Variant, Expr: name("Leg")}},
	} {
		got, ok, err := java.Dialect{}.Item(tc.code, tc.owner)
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
		var own *dialect.Item
		if e, err := typeexpr.Parse(typ); err == nil {
			own = owner(e)
		}
		it, ok, err := java.Dialect{}.Item(code, own)
		if ok && (it == nil || err == nil && it.Expr == nil) {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
