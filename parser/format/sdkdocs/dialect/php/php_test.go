package php_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/dialecttest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/php"
)

func TestSignature(t *testing.T) {
	for _, tc := range []struct {
		code string
		want decl.Signature
	}{
		{`$client->depots->parcels->list(string depotID, ?\Datetime after): PageCursor<Parcel>`,
			decl.Signature{Names: []string{"depots", "parcels", "list"}, Returns: "Parcel", Page: "PageCursor"}},
		{`$client->parcels->watch(): BaseStream<ParcelEvent>`,
			decl.Signature{Names: []string{"parcels", "watch"}, Returns: "ParcelEvent", Stream: true}},
		{`$client->parcels->names(): list<string>`, decl.Signature{Names: []string{"parcels", "names"}, Returns: "list<string>"}},
		{`$client->labels->download(string labelID): download`, decl.Signature{Names: []string{"labels", "download"}}},
		{`$client->parcels->delete(string parcelID)`, decl.Signature{Names: []string{"parcels", "delete"}}},
		{`client.parcels.list()`, decl.Signature{}},
		{`$client`, decl.Signature{}},
	} {
		dialecttest.WantSignature(t, php.Dialect{}, tc.code, tc.want)
	}
}

func TestItem(t *testing.T) {
	parcel := &decl.Item{Expr: dialecttest.Name("Parcel")}
	for _, tc := range []struct {
		code  string
		owner *decl.Item
		want  decl.Item
	}{
		{"depotID: string", nil, decl.Item{Name: "depot_id", Native: "depotID", Expr: dialecttest.Name("string")}},
		{"limit?:optional int", nil, decl.Item{Name: "limit", Native: "limit", Optional: true, Expr: dialecttest.Name("integer")}},
		{`after?:optional \Datetime`, nil, decl.Item{Name: "after", Native: "after", Optional: true, Expr: dialecttest.Name("date-time")}},
		{"ids?:optional list<string>", nil, decl.Item{Name: "ids", Native: "ids", Optional: true, Expr: dialecttest.Of(decl.Array, dialecttest.Name("string"))}},
		{"Parcel", nil, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("Parcel")}},
		{"mixed", nil, decl.Item{Form: decl.Variant, Expr: dialecttest.Name("unknown")}},
		{"class Parcel", nil, decl.Item{Form: decl.Named, Name: "Parcel", Expr: &decl.Expr{Op: decl.Object}}},
		{"string id", parcel, decl.Item{Name: "id", Native: "id", Expr: dialecttest.Name("string")}},
		{"float weight", parcel, decl.Item{Name: "weight", Native: "weight", Expr: dialecttest.Name("float")}},
		{`"parcel" type`, parcel, decl.Item{Name: "type", Native: "type", Expr: dialecttest.Literal(`"parcel"`)}},
		{`"by air" mode`, parcel, decl.Item{Name: "mode", Native: "mode", Expr: dialecttest.Literal(`"by air"`)}},
		{"true sealed", parcel, decl.Item{Name: "sealed", Native: "sealed", Expr: dialecttest.Literal("true")}},
		{"?bool fragile", parcel, decl.Item{Name: "fragile", Native: "fragile", Optional: true, Nullable: true, Expr: dialecttest.Name("boolean")}},
		{"string|null note", parcel, decl.Item{Name: "note", Native: "note", Optional: true, Nullable: true, Expr: dialecttest.Name("string")}},
		{"string|list<Leg> route", parcel, decl.Item{Name: "route", Native: "route",
			Expr: dialecttest.Of(decl.Union, dialecttest.Name("string"), dialecttest.Of(decl.Array, dialecttest.Name("Leg")))}},
		{"?list<array<string, mixed>> extras", parcel, decl.Item{Name: "extras", Native: "extras", Optional: true, Nullable: true,
			Expr: dialecttest.Of(decl.Array, dialecttest.Of(decl.Map, dialecttest.Name("unknown")))}},
		{"Leg[] legs", parcel, decl.Item{Name: "legs", Native: "legs", Expr: dialecttest.Of(decl.Array, dialecttest.Name("Leg"))}},
		{"list<Leg>", parcel, decl.Item{Form: decl.Variant, Expr: dialecttest.Of(decl.Array, dialecttest.Name("Leg"))}},
		{`"sea"`, parcel, decl.Item{Form: decl.Variant, Expr: dialecttest.Literal(`"sea"`)}},
	} {
		dialecttest.WantItem(t, php.Dialect{}, tc.code, tc.owner, tc.want)
	}
}

// Code spans in bulleted descriptions are no declarations.
func TestItemDeclines(t *testing.T) {
	text := &decl.Item{Expr: dialecttest.Name("string")}
	kind := &decl.Item{Expr: dialecttest.Literal(`"parcel"`)}
	for _, tc := range []struct {
		code  string
		owner *decl.Item
	}{
		{"", nil}, {"kg", nil}, {"air", text}, {`"air"`, text}, {"string id", text}, {"Parcel", kind}, {"curl harbor", nil},
	} {
		if it, ok, _ := (php.Dialect{}).Item(tc.code, tc.owner); ok {
			t.Errorf("Item(%q) is %+v", tc.code, it)
		}
	}
}

func TestUnreadableType(t *testing.T) {
	for _, code := range []string{"ids: list<string", "ids: array<a,b,c>", "size: string<int>"} {
		if _, ok, err := (php.Dialect{}).Item(code, nil); !ok || err == nil {
			t.Errorf("Item(%q): ok %v, error %v; want an error", code, ok, err)
		}
	}
}

func FuzzItem(f *testing.F) {
	f.Add("ids?:optional list<array<string,mixed>>")
	f.Add(`"a|b" kind`)
	f.Add("$client->a->b(): Page<X>")
	f.Fuzz(func(t *testing.T, code string) {
		php.Dialect{}.Signature(code)
		it, ok, err := php.Dialect{}.Item(code, nil)
		if ok && err == nil && it.Expr == nil {
			t.Errorf("Item(%q) has no type", code)
		}
	})
}
