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

// What the tests of paging are made of.
var (
	text, count64, flag = scalar(model.KindString), scalar(model.KindInteger), scalar(model.KindBoolean)
	parcels             = listOf(text)
)

func query(name string, t *model.Type) *model.Param {
	return &model.Param{Location: model.LocationQuery, Field: model.Field{Name: name, Type: t}}
}

func requiredQuery(name string, t *model.Type) *model.Param {
	p := query(name, t)
	p.Required = true
	return p
}

var pagingCases = []struct {
	name    string
	verb    string
	params  []*model.Param
	returns *model.Type
	want    *model.Paging
}{
	{"next_ and the name of the parameter", "GET", []*model.Param{query("limit", count64), query("page", text)},
		object(field("data", parcels), field("next_page", text)), &model.Paging{Form: model.PagingCursor, Items: "data", Param: "page", Next: "next_page"}},
	{"the last ID", "GET", []*model.Param{query("before_id", text), query("after_id", text)},
		object(field("data", parcels), field("has_more", flag), field("last_id", text)),
		&model.Paging{Form: model.PagingCursor, Items: "data", Param: "after_id", Next: "last_id", More: "has_more"}},
	{"a cursor, and the only list", "GET", []*model.Param{query("cursor", text)},
		object(field("parcels", parcels), field("next_cursor", text)), &model.Paging{Form: model.PagingCursor, Items: "parcels", Param: "cursor", Next: "next_cursor"}},
	{"other case", "GET", []*model.Param{query("pageToken", text)},
		object(field("data", parcels), field("hasMore", flag), field("nextPageToken", text)),
		&model.Paging{Form: model.PagingCursor, Items: "data", Param: "pageToken", Next: "nextPageToken", More: "hasMore"}},
	{"a cursor that is just the next", "GET", []*model.Param{query("after", text)},
		object(field("data", parcels), field("has_more", flag), field("next", text)),
		&model.Paging{Form: model.PagingCursor, Items: "data", Param: "after", Next: "next", More: "has_more"}},
	{"numbered pages", "GET", []*model.Param{query("page", count64)},
		object(field("items", parcels), field("more", flag)), &model.Paging{Form: model.PagingNumber, Items: "items", Param: "page", First: 1, More: "more"}},
	{"the surest of two lists", "GET", []*model.Param{query("page", text)},
		object(field("labels", parcels), field("results", parcels), field("next_page", text)),
		&model.Paging{Form: model.PagingCursor, Items: "results", Param: "page", Next: "next_page"}},
	{"two lists of no known name", "GET", []*model.Param{query("page", text)},
		object(field("labels", parcels), field("docks", parcels), field("next_page", text)), nil},
	{"no way on", "GET", nil, object(field("data", parcels)), nil},
	{"the next page is no text", "GET", []*model.Param{query("page", text)}, object(field("data", parcels), field("next_page", count64)), nil},
	{"a parameter that must be there", "GET", []*model.Param{requiredQuery("after", text)}, object(field("data", parcels), field("last_id", text)), nil},
	{"no query parameter", "GET", []*model.Param{{Location: model.LocationHeader, Field: model.Field{Name: "page", Type: text}}},
		object(field("data", parcels), field("next_page", text)), nil},
	{"a cursor inside the envelope", "GET", []*model.Param{query("page_token", text)},
		object(field("parcels", parcels), field("meta", object(field("next_page_token", text), field("total", count64)))),
		&model.Paging{Form: model.PagingCursor, Items: "parcels", Param: "page_token", Next: "meta/next_page_token"}},
	{"list and cursor in one object", "GET", []*model.Param{query("cursor", text)},
		object(field("code", count64), field("result", object(field("list", parcels), field("nextPageCursor", text)))),
		&model.Paging{Form: model.PagingCursor, Items: "result/list", Param: "cursor", Next: "result/nextPageCursor"}},
	{"cursors that tell their direction", "GET", []*model.Param{query("after", text), query("before", text)},
		object(field("data", parcels), field("paging", object(field("cursors", object(field("before", text), field("after", text)))))),
		&model.Paging{Form: model.PagingCursor, Items: "data", Param: "after", Next: "paging/cursors/after"}},
	{"a cursor that the response calls the same", "GET", []*model.Param{query("cursor", text)},
		object(field("data", parcels), field("cursor", text)), &model.Paging{Form: model.PagingCursor, Items: "data", Param: "cursor", Next: "cursor"}},
	{"a name with a slash", "GET", []*model.Param{query("cursor", text)},
		object(field("dock/parcels", parcels), field("next_cursor", text)),
		&model.Paging{Form: model.PagingCursor, Items: "dock~1parcels", Param: "cursor", Next: "next_cursor"}},
	{"a URL by its name", "GET", nil, object(field("data", parcels), field("next_url", text)),
		&model.Paging{Form: model.PagingURL, Items: "data", Next: "next_url"}},
	{"a URL by the object around it", "GET", []*model.Param{query("cursor", text)},
		object(field("data", parcels), field("links", object(field("prev", text), field("next", text)))),
		&model.Paging{Form: model.PagingURL, Items: "data", Next: "links/next"}},
	{"a URL by its description", "GET", nil,
		object(field("results", parcels), &model.Field{Name: "next", Type: text, Doc: "URL of the page after this one."}),
		&model.Paging{Form: model.PagingURL, Items: "results", Next: "next"}},
	{"pages of known number", "GET", []*model.Param{query("page", scalar(model.KindNumber))},
		object(field("result", parcels), field("errors", parcels), field("result_info", object(field("page", count64), field("total_pages", count64)))),
		&model.Paging{Form: model.PagingNumber, Items: "result", Param: "page", First: 1, Current: "result_info/page", Pages: "result_info/total_pages"}},
	{"pages counted from 0", "GET", []*model.Param{{Location: model.LocationQuery, Field: model.Field{Name: "page", Type: count64, Doc: "Zero-based."}}},
		object(field("data", parcels)), &model.Paging{Form: model.PagingNumber, Items: "data", Param: "page"}},
	{"offset and total", "GET", []*model.Param{query("offset", count64), query("limit", count64)},
		object(field("items", parcels), field("total", count64), field("offset", count64)),
		&model.Paging{Form: model.PagingOffset, Items: "items", Param: "offset", Total: "total"}},
	{"a total of the page alone", "GET", []*model.Param{query("offset", count64)},
		object(field("items", parcels), &model.Field{Name: "total", Type: count64, Doc: "Elements of this page."}),
		&model.Paging{Form: model.PagingOffset, Items: "items", Param: "offset"}},
	{"an offset of pages", "GET", []*model.Param{{Location: model.LocationQuery, Field: model.Field{Name: "offset", Type: count64, Default: "0", Doc: "The page number."}}},
		object(field("items", parcels)), &model.Paging{Form: model.PagingNumber, Items: "items", Param: "offset"}},
	{"the ID of the last element", "GET", []*model.Param{query("starting_after", text), query("ending_before", text)},
		object(field("data", listOf(object(field("id", text)))), field("has_more", flag)),
		&model.Paging{Form: model.PagingLast, Items: "data", Param: "starting_after", Element: "id", More: "has_more"}},
	{"a bare list", "GET", []*model.Param{query("after", text)}, listOf(object(field("id", text))),
		&model.Paging{Form: model.PagingLast, Param: "after", Element: "id"}},
	{"an ID inside the element", "GET", []*model.Param{{Location: model.LocationQuery, Field: model.Field{Name: "after", Type: text, Doc: "The highest user ID of the page before."}}},
		listOf(object(field("user", object(field("id", text))))), &model.Paging{Form: model.PagingLast, Param: "after", Element: "user/id"}},
	{"a token of the element", "GET", []*model.Param{{Location: model.LocationQuery, Field: model.Field{Name: "starting_after", Type: text, Doc: "The token of the last item."}}},
		object(field("data", listOf(object(field("token", text), field("key", text)))), field("has_more", flag)),
		&model.Paging{Form: model.PagingLast, Items: "data", Param: "starting_after", Element: "token", More: "has_more"}},
	{"the same name about pages", "GET", []*model.Param{query("after", text)},
		object(field("entries", parcels), field("page_info", object(field("after", text), field("before", text)))),
		&model.Paging{Form: model.PagingCursor, Items: "entries", Param: "after", Next: "page_info/after"}},
	{"the same name in the next", "GET", []*model.Param{query("starting_after", text)},
		object(field("data", parcels), field("pages", object(field("total_pages", count64), field("next", object(field("starting_after", text)))))),
		&model.Paging{Form: model.PagingCursor, Items: "data", Param: "starting_after", Next: "pages/next/starting_after"}},
	{"an offset that is text", "GET", []*model.Param{query("offset", text)},
		object(field("records", parcels), field("offset", text)),
		&model.Paging{Form: model.PagingCursor, Items: "records", Param: "offset", Next: "offset"}},
	{"an offset inside the next page", "GET", []*model.Param{query("offset", text)},
		object(field("data", parcels), field("next_page", object(field("offset", text), field("path", text), field("uri", text)))),
		&model.Paging{Form: model.PagingCursor, Items: "data", Param: "offset", Next: "next_page/offset"}},
	{"a URL by the end of its name", "GET", nil, object(field("records", parcels), field("nextRecordsUrl", text)),
		&model.Paging{Form: model.PagingURL, Items: "records", Next: "nextRecordsUrl"}},
	{"a link inside the next", "GET", nil, object(field("data", parcels), field("_links", object(field("next", object(field("href", text)))))),
		&model.Paging{Form: model.PagingURL, Items: "data", Next: "_links/next/href"}},
	{"an ID called after the elements", "GET", []*model.Param{query("after_id", count64)},
		object(field("parcel_events", listOf(object(field("event_id", count64))))),
		&model.Paging{Form: model.PagingLast, Items: "parcel_events", Param: "after_id", Element: "event_id"}},
	{"a cursor that takes a flag beside an offset that does not", "GET",
		[]*model.Param{query("usemarker", flag), query("marker", text), query("offset", count64)},
		object(field("entries", parcels), field("next_marker", text), field("total_count", count64)),
		&model.Paging{Form: model.PagingOffset, Items: "entries", Param: "offset", Total: "total_count"}},
	{"a time to begin after", "GET", []*model.Param{{Location: model.LocationQuery, Field: model.Field{Name: "after", Type: text, Doc: "Only what came after this time."}}},
		listOf(object(field("id", text))), nil},
	{"both ways through a bare list", "GET", []*model.Param{query("after", text), query("before", text)}, listOf(object(field("id", text))), nil},
	{"only back", "GET", []*model.Param{query("before", text)}, object(field("data", listOf(object(field("id", text)))), field("has_more", flag)), nil},
	{"a member of a parameter", "GET", []*model.Param{query("page", object(field("size", count64), field("after", text)))},
		object(field("data", parcels), field("meta", object(field("end_cursor", text)))),
		&model.Paging{Form: model.PagingCursor, Items: "data", Param: "page/after", Next: "meta/end_cursor"}},
	{"a parameter spelled with brackets", "GET", []*model.Param{query("page[number]", count64)},
		object(field("data", parcels)), &model.Paging{Form: model.PagingNumber, Items: "data", Param: "page[number]", First: 1}},
	{"lists of which the path names one", "GET", []*model.Param{query("page", text)},
		object(field("labels", parcels), field("depots", parcels), field("next_page", text)),
		&model.Paging{Form: model.PagingCursor, Items: "depots", Param: "page", Next: "next_page"}},
	{"no reading method", "DELETE", []*model.Param{query("page", text)}, object(field("data", parcels), field("next_page", text)), nil},
	{"no envelope", "GET", []*model.Param{query("page", text)}, parcels, nil},
}

func TestPagingOf(t *testing.T) {
	for _, tc := range pagingCases {
		l := &linker{}
		got := l.newPager(&model.Method{Verb: tc.verb, Path: "/v1/depots", Params: tc.params, Returns: &model.Response{Type: tc.returns}}).find()
		if got != nil {
			got.Evidence = nil
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
	if got := (&linker{}).newPager(&model.Method{Verb: "GET"}).find(); got != nil {
		t.Errorf("a method without a result pages: %+v", got)
	}
}

// The body of a search can have what selects a page, at its top or in an object
// for it; a body that creates something does not turn pages by a number alone.
func TestPagingInTheBody(t *testing.T) {
	list := object(field("data", listOf(text)), field("next_cursor", text))
	for _, tc := range []struct {
		name    string
		body    *model.Type
		returns *model.Type
		want    *model.Paging
	}{
		{"cursor", object(field("cursor", text)), list,
			&model.Paging{Form: model.PagingCursor, Items: "data", Param: "cursor", InBody: true, Next: "next_cursor"}},
		{"cursor in an object", object(field("pagination", object(field("cursor", text)))), list,
			&model.Paging{Form: model.PagingCursor, Items: "data", Param: "pagination/cursor", InBody: true, Next: "next_cursor"}},
		{"number and size", object(field("page", count64), field("per_page", count64)), object(field("data", listOf(text))),
			&model.Paging{Form: model.PagingNumber, Items: "data", Param: "page", InBody: true, First: 1}},
		{"a number alone", object(field("page", count64)), object(field("data", listOf(text))), nil},
	} {
		m := &model.Method{Verb: "POST", Path: "/v1/depots/search", Body: &model.Body{Type: tc.body}, Returns: &model.Response{Type: tc.returns}}
		got := (&linker{}).newPager(m).find()
		if got != nil {
			got.Evidence = nil
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// What other dialects say of a page type is kept, or reported where the http
// pages show no way from page to page.
func TestDeclaredPaging(t *testing.T) {
	envelope := object(field("data", listOf(text)), field("next_page", text))
	page := []*model.Param{{Location: model.LocationQuery, Field: model.Field{Name: "page", Type: text}}}
	method := func(id string, params []*model.Param) *model.Method {
		return &model.Method{ID: id, Verb: "GET", Params: params, Returns: &model.Response{Type: envelope}, Paging: &model.Paging{Type: "ParcelPage"}}
	}
	l := &linker{methods: map[string]*model.Method{"known": method("known", page), "unknown": method("unknown", nil)}, decoded: map[string]Decoded{}}
	l.paging()
	if p := l.methods["known"].Paging; p == nil || p.Type != "ParcelPage" || p.Next != "next_page" {
		t.Errorf("known: %+v", p)
	}
	if p := l.methods["unknown"].Paging; p != nil || len(l.diags) != 1 || l.diags[0].Code != "unknown-paging" {
		t.Errorf("unknown: %+v, %v", p, l.diags)
	}
}

func TestLooksLikeURL(t *testing.T) {
	for text, want := range map[string]bool{
		"https://harbor.example/v1": true, "/v1/ropes?cursor=2": true, "?cursor=2": true,
		"/9j4AAQ=": false, "c2": false, "": false, "a?b": false,
	} {
		if got := looksLikeURL(text); got != want {
			t.Errorf("%q: got %t", text, got)
		}
	}
}
