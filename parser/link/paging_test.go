package link

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/model"
)

func scalar(k model.Kind) *model.Type { return &model.Type{Kind: k} }

func listOf(t *model.Type) *model.Type { return &model.Type{Kind: model.KindArray, Elem: t} }

func object(fields ...*model.Field) *model.Type {
	return &model.Type{Kind: model.KindObject, Fields: fields}
}

func field(name string, t *model.Type) *model.Field { return &model.Field{Name: name, Type: t} }

func TestPagingOf(t *testing.T) {
	text, whole, flag, parcels := scalar(model.KindString), scalar(model.KindInteger), scalar(model.KindBoolean), listOf(scalar(model.KindString))
	query := func(name string, t *model.Type) *model.Param {
		return &model.Param{Place: model.PlaceQuery, Field: model.Field{Name: name, Type: t}}
	}
	required := query("after", text)
	required.Required = true
	for _, tc := range []struct {
		name    string
		verb    string
		params  []*model.Param
		returns *model.Type
		want    *model.Paging
	}{
		{"next_ and the name of the parameter", "GET", []*model.Param{query("limit", whole), query("page", text)},
			object(field("data", parcels), field("next_page", text)), &model.Paging{Items: "data", Param: "page", Next: "next_page"}},
		{"the last ID", "GET", []*model.Param{query("before_id", text), query("after_id", text)},
			object(field("data", parcels), field("has_more", flag), field("last_id", text)),
			&model.Paging{Items: "data", Param: "after_id", Next: "last_id", More: "has_more"}},
		{"a cursor, and the only list", "GET", []*model.Param{query("cursor", text)},
			object(field("parcels", parcels), field("next_cursor", text)), &model.Paging{Items: "parcels", Param: "cursor", Next: "next_cursor"}},
		{"other case", "GET", []*model.Param{query("pageToken", text)},
			object(field("data", parcels), field("hasMore", flag), field("nextPageToken", text)),
			&model.Paging{Items: "data", Param: "pageToken", Next: "nextPageToken", More: "hasMore"}},
		{"a cursor that is just the next", "GET", []*model.Param{query("after", text)},
			object(field("data", parcels), field("has_more", flag), field("next", text)),
			&model.Paging{Items: "data", Param: "after", Next: "next", More: "has_more"}},
		{"numbered pages", "GET", []*model.Param{query("page", whole)},
			object(field("items", parcels), field("more", flag)), &model.Paging{Items: "items", Param: "page", More: "more"}},
		{"the surest of two lists", "GET", []*model.Param{query("page", text)},
			object(field("labels", parcels), field("results", parcels), field("next_page", text)),
			&model.Paging{Items: "results", Param: "page", Next: "next_page"}},
		{"two lists of no known name", "GET", []*model.Param{query("page", text)},
			object(field("labels", parcels), field("docks", parcels), field("next_page", text)), nil},
		{"no way on", "GET", nil, object(field("data", parcels)), nil},
		{"the next page is no text", "GET", []*model.Param{query("page", text)}, object(field("data", parcels), field("next_page", whole)), nil},
		{"a parameter that must be there", "GET", []*model.Param{required}, object(field("data", parcels), field("last_id", text)), nil},
		{"no query parameter", "GET", []*model.Param{{Place: model.PlaceHeader, Field: model.Field{Name: "page", Type: text}}},
			object(field("data", parcels), field("next_page", text)), nil},
		{"no reading method", "POST", []*model.Param{query("page", text)}, object(field("data", parcels), field("next_page", text)), nil},
		{"no envelope", "GET", []*model.Param{query("page", text)}, parcels, nil},
	} {
		l := &linker{}
		got := l.pagingOf(&model.Method{Verb: tc.verb, Params: tc.params, Returns: &model.Response{Type: tc.returns}})
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
	if got := (&linker{}).pagingOf(&model.Method{Verb: "GET"}); got != nil {
		t.Errorf("a method without a result pages: %+v", got)
	}
}

// What other dialects say of a page type is kept, or reported where the http
// pages show no way from page to page.
func TestDeclaredPaging(t *testing.T) {
	text := scalar(model.KindString)
	envelope := object(field("data", listOf(text)), field("next_page", text))
	page := []*model.Param{{Place: model.PlaceQuery, Field: model.Field{Name: "page", Type: text}}}
	method := func(id string, params []*model.Param) *model.Method {
		return &model.Method{ID: id, Verb: "GET", Params: params, Returns: &model.Response{Type: envelope}, Paging: &model.Paging{Type: "ParcelPage"}}
	}
	l := &linker{methods: map[string]*model.Method{"known": method("known", page), "unknown": method("unknown", nil)}}
	l.paging()
	if p := l.methods["known"].Paging; p == nil || p.Type != "ParcelPage" || p.Next != "next_page" {
		t.Errorf("known: %+v", p)
	}
	if p := l.methods["unknown"].Paging; p != nil || len(l.diags) != 1 || l.diags[0].Code != "unknown-paging" {
		t.Errorf("unknown: %+v, %v", p, l.diags)
	}
}
