package csharp_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/csharp"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/dialecttest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

func TestSignature(t *testing.T) {
	for _, tc := range []struct {
		code string
		want decl.Signature
	}{
		{"ParcelListPageResponse Depots.Parcels.List(ParcelListParams?parameters, CancellationTokencancellationToken = default)",
			decl.Signature{Names: []string{"Depots", "Parcels", "List"}, Returns: "ParcelListPageResponse", Page: "ParcelListPageResponse", Params: "ParcelListParams"}},
		{"Parcel Parcels.Create(ParcelCreateParamsparameters, CancellationTokencancellationToken = default)",
			decl.Signature{Names: []string{"Parcels", "Create"}, Returns: "Parcel", Params: "ParcelCreateParams"}},
		{"Parcel Parcels.Seal(parameters, cancellationToken = default)",
			decl.Signature{Names: []string{"Parcels", "Seal"}, Returns: "Parcel"}},
		{"ParcelEvent Parcels.WatchStreaming(ParcelWatchParamsparameters)",
			decl.Signature{Names: []string{"Parcels", "Watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent", Params: "ParcelWatchParams"}},
		{"IAsyncEnumerable<ParcelEvent> Parcels.Watch(parameters)",
			decl.Signature{Names: []string{"Parcels", "Watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent"}},
		{"Task<Page<Parcel>> Parcels.List()", decl.Signature{Names: []string{"Parcels", "List"}, Returns: "Parcel", Page: "Page"}},
		{"Task Parcels.Delete(ParcelDeleteParamsparameters)",
			decl.Signature{Names: []string{"Parcels", "Delete"}, Params: "ParcelDeleteParams"}},
		{"Parcels.Delete(parameters)", decl.Signature{Names: []string{"Parcels", "Delete"}}},
		{"Delete(parameters)", decl.Signature{}},
		{"Parcel", decl.Signature{}},
		{"client.parcels.list(query)", decl.Signature{}},
		{"see Parcels.List(query)", decl.Signature{}},
	} {
		dialecttest.WantSignature(t, csharp.Dialect{}, tc.code, tc.want)
	}
}

var (
	class = dialecttest.Owner(&decl.Expr{Op: decl.Object, Text: "Parcel"})
	union = dialecttest.Owner(dialecttest.Of(decl.Union))
	named = dialecttest.Owner(dialecttest.Name("Parcel"))
	text  = dialecttest.Owner(dialecttest.Name("string"))
)

func TestItem(t *testing.T) {
	required := func(name string, e *decl.Expr) decl.Item {
		return decl.Item{Name: decl.WireName(name), Native: name, Expr: e}
	}
	optional := func(it decl.Item) decl.Item { it.Optional = true; return it }
	nullable := func(it decl.Item) decl.Item { it.Nullable = true; return it }
	wrapper := optional(required("parameters", dialecttest.Name("ParcelCreateParams")))
	wrapper.Wrapper = true
	for _, tc := range []struct {
		code  string
		owner *decl.Item
		want  decl.Item
	}{
		{"class Parcel", nil, decl.Item{Form: decl.Named, Name: "Parcel", Expr: dialecttest.Name("Parcel")}},
		{`Air("air")`, named, decl.Item{Form: decl.Variant, Native: "Air", Expr: dialecttest.Literal(`"air"`)}},
		{"ParcelCreateParams parameters", nil, wrapper},
		{"class Parcel:", nil, decl.Item{Form: decl.Named, Name: "Parcel", Expr: &decl.Expr{Op: decl.Object, Text: "Parcel"}}},
		{"class Leg: A class that can be one of several variants.union", named, decl.Item{Form: decl.Named, Name: "Leg", Expr: dialecttest.Of(decl.Union)}},
		{"enum Mode:", nil, decl.Item{Form: decl.Named, Name: "Mode", Expr: dialecttest.Of(decl.Union)}},
		{"required string Label", class, required("Label", dialecttest.Name("string"))},
		{"required string? Label", class, nullable(required("Label", dialecttest.Name("string")))},
		{"string? Label", class, optional(nullable(required("Label", dialecttest.Name("string"))))},
		{"IReadOnlyList<string>? labels", named, optional(nullable(required("labels", dialecttest.Of(decl.Array, dialecttest.Name("string")))))},
		{"required IReadOnlyDictionary<string, JsonElement> Extras", class, required("Extras", dialecttest.Of(decl.Map, dialecttest.Name("unknown")))},
		{"Double Weight", class, optional(required("Weight", dialecttest.Name("float")))},
		{"required Long? Count", class, nullable(required("Count", dialecttest.Name("integer")))},
		{"required DateTimeOffset SentAt", class, required("SentAt", dialecttest.Name("date-time"))},
		{"required Mode Mode", class, required("Mode", dialecttest.Name("Mode"))},
		{"required string @event", class, required("event", dialecttest.Name("string"))},
		{`JsonElement Type "parcel"constant`, class, required("Type", dialecttest.Literal(`"parcel"`))},
		{"JsonElement Type constant", class, required("Type", dialecttest.Name("unknown"))},
		{`JsonElement Type = "parcel"`, class, required("Type", dialecttest.Literal(`"parcel"`))},
		{`"by air"ByAir`, named, decl.Item{Form: decl.Variant, Native: "ByAir", Expr: dialecttest.Literal(`"by air"`)}},
		{`"5m"Ttl5m`, union, decl.Item{Form: decl.Variant, Native: "Ttl5m", Expr: dialecttest.Literal(`"5m"`)}},
		{"ByAir", named, decl.Item{Form: decl.Variant, Native: "ByAir", Expr: dialecttest.Name("string")}},
		{"string", named, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("string")}},
		{"IReadOnlyList<Leg>", union, decl.Item{Form: decl.Variant, Expr: dialecttest.Of(decl.Array, dialecttest.Name("Leg"))}},
		{"Leg", nil, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("Leg")}},
	} {
		dialecttest.WantItem(t, csharp.Dialect{}, tc.code, tc.owner, tc.want)
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
		{`"air"`, named},
		{"Air", text},
		{"Air", class},
		{`"air"Air`, class},
		{"required", class},
		{"string Label", text},
		{"string Label", union},
		{"weight heavy", class},
		{"Weight in kilograms", class},
		{"class Leg:", class},
	} {
		if it, ok, _ := (csharp.Dialect{}).Item(tc.code, tc.owner); ok {
			t.Errorf("Item(%q) is %+v", tc.code, it)
		}
	}
}

// A name among values is a value, and one among types is a type.
func TestLoneName(t *testing.T) {
	for _, tc := range []struct {
		first  *decl.Item
		native string
		want   *decl.Expr
	}{
		{&decl.Item{Form: decl.Variant, Native: "Sea"}, "Air", dialecttest.Name("string")},
		{&decl.Item{Form: decl.Named, Name: "Sea"}, "", dialecttest.Name("Air")},
	} {
		choice := dialecttest.Owner(dialecttest.Name("Mode"))
		choice.Children = []*decl.Item{tc.first}
		it, ok, err := csharp.Dialect{}.Item("Air", choice)
		if !ok || err != nil || it.Native != tc.native || !decl.Equal(it.Expr, tc.want) {
			t.Errorf("after %+v: %+v, ok %v, error %v", tc.first, it, ok, err)
		}
	}
}

func TestUnreadable(t *testing.T) {
	for _, code := range []string{"IReadOnlyList<string labels", `JsonElement Type = a b`} {
		if it, ok, err := (csharp.Dialect{}).Item(code, nil); !ok || err == nil || it == nil {
			t.Errorf("Item(%q): %+v, ok %v, error %v; want an error", code, it, ok, err)
		}
	}
}

func FuzzItem(f *testing.F) {
	f.Add("required IReadOnlyList<string>? Labels", "Parcel")
	f.Add(`JsonElement Type "parcel"constant`, "object { a }")
	f.Add(`"by air"ByAir`, "A or B")
	f.Add("Task<Page<Parcel>> Parcels.List(ParcelListParams?parameters)", "string")
	f.Fuzz(func(t *testing.T, code, typ string) {
		csharp.Dialect{}.Signature(code)
		var own *decl.Item
		if e, err := typeexpr.Parse(typ); err == nil {
			own = dialecttest.Owner(e)
		}
		it, ok, err := csharp.Dialect{}.Item(code, own)
		if ok && (it == nil || err == nil && it.Expr == nil) {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
