package csharp_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/dialect/csharp"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

func TestSignature(t *testing.T) {
	for _, tc := range []struct {
		code string
		want dialect.Signature
	}{
		{"ParcelListPageResponse Depots.Parcels.List(ParcelListParams?parameters, CancellationTokencancellationToken = default)",
			dialect.Signature{Names: []string{"Depots", "Parcels", "List"}, Returns: "ParcelListPageResponse", Page: "ParcelListPageResponse", Params: "ParcelListParams"}},
		{"Parcel Parcels.Create(ParcelCreateParamsparameters, CancellationTokencancellationToken = default)",
			dialect.Signature{Names: []string{"Parcels", "Create"}, Returns: "Parcel", Params: "ParcelCreateParams"}},
		{"Parcel Parcels.Seal(parameters, cancellationToken = default)",
			dialect.Signature{Names: []string{"Parcels", "Seal"}, Returns: "Parcel"}},
		{"ParcelEvent Parcels.WatchStreaming(ParcelWatchParamsparameters)",
			dialect.Signature{Names: []string{"Parcels", "Watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent", Params: "ParcelWatchParams"}},
		{"IAsyncEnumerable<ParcelEvent> Parcels.Watch(parameters)",
			dialect.Signature{Names: []string{"Parcels", "Watch"}, Returns: "ParcelEvent", Stream: true, Event: "ParcelEvent"}},
		{"Task<Page<Parcel>> Parcels.List()", dialect.Signature{Names: []string{"Parcels", "List"}, Returns: "Parcel", Page: "Page"}},
		{"Task Parcels.Delete(ParcelDeleteParamsparameters)",
			dialect.Signature{Names: []string{"Parcels", "Delete"}, Params: "ParcelDeleteParams"}},
		{"Parcels.Delete(parameters)", dialect.Signature{Names: []string{"Parcels", "Delete"}}},
		{"Delete(parameters)", dialect.Signature{}},
		{"Parcel", dialect.Signature{}},
		{"client.parcels.list(query)", dialect.Signature{}},
		{"see Parcels.List(query)", dialect.Signature{}},
	} {
		got, ok := csharp.Dialect{}.Signature(tc.code)
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
	required := func(name string, e *typeexpr.Expr) dialect.Item {
		return dialect.Item{Name: dialect.WireName(name), Native: name, Expr: e}
	}
	optional := func(it dialect.Item) dialect.Item { it.Optional = true; return it }
	nullable := func(it dialect.Item) dialect.Item { it.Nullable = true; return it }
	wrapper := optional(required("parameters", name("ParcelCreateParams")))
	wrapper.Wrapper = true
	for _, tc := range []struct {
		code  string
		owner *dialect.Item
		want  dialect.Item
	}{
		{"ParcelCreateParams parameters", nil, wrapper},
		{"class Parcel:", nil, dialect.Item{Form: dialect.Named, Name: "Parcel", Expr: &typeexpr.Expr{Op: typeexpr.Object, Text: "Parcel"}}},
		{"class Leg: A class that can be one of several variants.union", named, dialect.Item{Form: dialect.Named, Name: "Leg", Expr: of(typeexpr.Union)}},
		{"enum Mode:", nil, dialect.Item{Form: dialect.Named, Name: "Mode", Expr: of(typeexpr.Union)}},
		{"required string Label", class, required("Label", name("string"))},
		{"required string? Label", class, nullable(required("Label", name("string")))},
		{"string? Label", class, optional(nullable(required("Label", name("string"))))},
		{"IReadOnlyList<string>? labels", named, optional(nullable(required("labels", of(typeexpr.Array, name("string")))))},
		{"required IReadOnlyDictionary<string, JsonElement> Extras", class, required("Extras", of(typeexpr.Map, name("unknown")))},
		{"Double Weight", class, optional(required("Weight", name("float")))},
		{"required Long? Count", class, nullable(required("Count", name("integer")))},
		{"required DateTimeOffset SentAt", class, required("SentAt", name("date-time"))},
		{"required Mode Mode", class, required("Mode", name("Mode"))},
		{"required string @event", class, required("event", name("string"))},
		{`JsonElement Type "parcel"constant`, class, required("Type", literal(`"parcel"`))},
		{"JsonElement Type constant", class, required("Type", name("unknown"))},
		{`JsonElement Type = "parcel"`, class, required("Type", literal(`"parcel"`))},
		{`"by air"ByAir`, named, dialect.Item{Form: dialect.Variant, Native: "ByAir", Expr: literal(`"by air"`)}},
		{`"5m"Ttl5m`, union, dialect.Item{Form: dialect.Variant, Native: "Ttl5m", Expr: literal(`"5m"`)}},
		{"ByAir", named, dialect.Item{Form: dialect.Variant, Native: "ByAir", Expr: name("string")}},
		{"string", named, dialect.Item{Form: dialect.Variant, Expr: name("string")}},
		{"IReadOnlyList<Leg>", union, dialect.Item{Form: dialect.Variant, Expr: of(typeexpr.Array, name("Leg"))}},
		{"Leg", nil, dialect.Item{Form: dialect.Variant, Expr: name("Leg")}},
	} {
		got, ok, err := csharp.Dialect{}.Item(tc.code, tc.owner)
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
		first  *dialect.Item
		native string
		want   *typeexpr.Expr
	}{
		{&dialect.Item{Form: dialect.Variant, Native: "Sea"}, "Air", name("string")},
		{&dialect.Item{Form: dialect.Named, Name: "Sea"}, "", name("Air")},
	} {
		choice := owner(name("Mode"))
		choice.Children = []*dialect.Item{tc.first}
		it, ok, err := csharp.Dialect{}.Item("Air", choice)
		if !ok || err != nil || it.Native != tc.native || !typeexpr.Equal(it.Expr, tc.want) {
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
		var own *dialect.Item
		if e, err := typeexpr.Parse(typ); err == nil {
			own = owner(e)
		}
		it, ok, err := csharp.Dialect{}.Item(code, own)
		if ok && (it == nil || err == nil && it.Expr == nil) {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
