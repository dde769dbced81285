package emit_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
)

// iterators adds lists and streams of every form.
func (b *builder) iterators() {
	b.named("DepotPage", object(opt("data", list(ref("Event"))), nullable(req("next", integer)), opt("more", boolean)))
	b.named("DepotCount", object(req("data", list(text)), req("total", integer)))
	b.named("DepotNext", object(nullable(req("data", ref("DepotNames"))), req("next", text)))
	b.named("DepotNames", list(kind(model.KindDateTime)))
	query := func(f *model.Field) []*model.Param { return []*model.Param{param(model.LocationQuery, "", f)} }
	ask := func(flag *model.Field) *model.Body {
		return &model.Body{ContentType: "application/json", Type: object(req("name", text), flag)}
	}
	stream := func(t *model.Type, field string) *model.Streaming { return &model.Streaming{Type: t, Field: field} }
	depot := func(name string, m model.Method) *model.Method {
		m.ID, m.Name, m.Path = "depots."+name, name, "/depots/"+name
		if m.Verb = "GET"; m.Body != nil {
			m.Verb = "POST"
		}
		return &m
	}
	b.Resources = append(b.Resources, b.feeds(), &model.Resource{ID: "depots", Name: "depots", Methods: []*model.Method{
		depot("by_number", model.Method{Params: query(opt("page", text)), Returns: returns(ref("DepotPage")),
			Paging: &model.Paging{Form: model.PagingCursor, Items: "data", Param: "page", Next: "next", More: "more"}}),
		depot("by_text", model.Method{Params: query(req("page", integer)), Returns: returns(ref("DepotNext")),
			Paging: &model.Paging{Form: model.PagingCursor, Items: "data", Param: "page", Next: "next"}}),
		depot("counted", model.Method{Params: query(&model.Field{Name: "page", Type: integer, Default: "0"}), Returns: returns(ref("DepotCount")),
			Paging: &model.Paging{Form: model.PagingNumber, Items: "data", Param: "page"}}),
		depot("unreachable", model.Method{Params: query(opt("page", text)), Returns: returns(ref("DepotPage")),
			Paging: &model.Paging{Form: model.PagingCursor, Items: "data", Param: "cursor", Next: "next"}}),
		depot("watch", model.Method{Returns: returns(ref("Event")), Streaming: stream(ref("Event"), ""),
			Examples: []*model.Example{response(90, `{"type":"scanned","at":"x"}`)}}),
		depot("words", model.Method{Streaming: stream(text, "")}),
		depot("lines", model.Method{Returns: &model.Response{ContentType: "application/x-jsonl", Type: ref("Event")}}),
		depot("optional", model.Method{Body: ask(opt("stream", boolean)), Returns: returns(ref("DepotCount")), Streaming: stream(ref("Content"), "stream")}),
		depot("required", model.Method{Body: ask(req("stream", boolean)), Streaming: stream(ref("Event"), "stream")}),
		depot("constant", model.Method{Body: ask(nullable(opt("stream", constant(`true`)))), Streaming: stream(ref("Event"), "stream")}),
		depot("any", model.Method{Body: ask(opt("stream", anyJSON)), Streaming: stream(ref("Event"), "stream")}),
		depot("form", model.Method{Body: &model.Body{ContentType: "multipart/form-data", Type: object(req("file", kind(model.KindFile)), opt("stream", boolean))},
			Streaming: stream(ref("Event"), "stream")}),
		depot("unasked", model.Method{Body: ask(opt("stream", text)), Streaming: stream(ref("Event"), "stream")}),
	}})
}

// feeds has streams of every kind of value: of events and of lines, that come
// always or when they are asked for, with a result beside them or without one.
func (b *builder) feeds() *model.Resource {
	elements := []*model.Type{
		text, integer, number, boolean, anyJSON, kind(model.KindNull), kind(model.KindFile), kind(model.KindDate), kind(model.KindDateTime),
		list(text), list(ref("Event")), byKey(integer), constant(`"tick"`), constant(`null`), enum(`"a"`, `"b"`), enum(`1`, `"one"`, `null`),
		object(req("name", text)), union("", text, integer), ref("Parcel"), ref("Event"), ref("Content"), ref("Status"), ref("Mixed"),
		ref("Alias"), ref("Loop"), ref("Forest"), ref("Prices"), ref("Empty"), ref("Anything"), ref("Moment"),
	}
	feeds := &model.Resource{ID: "feeds", Name: "feeds"}
	add := func(name string, m model.Method) {
		m.ID, m.Name, m.Path, m.Verb = "feeds."+name, name, "/feeds/"+name, "POST"
		feeds.Methods = append(feeds.Methods, &m)
	}
	shown := []*model.Example{response(95, `{}`)}
	for i, t := range elements {
		flag := &model.Body{ContentType: "application/json", Type: object(opt("stream", boolean))}
		add(fmt.Sprint("always", i), model.Method{Streaming: &model.Streaming{Type: t}, Examples: shown})
		add(fmt.Sprint("same", i), model.Method{Returns: returns(t), Streaming: &model.Streaming{Type: t}})
		add(fmt.Sprint("other", i), model.Method{Returns: returns(ref("Empty")), Streaming: &model.Streaming{Type: t}, Examples: shown})
		add(fmt.Sprint("asked", i), model.Method{Body: flag, Streaming: &model.Streaming{Type: t, Field: "stream"}})
		add(fmt.Sprint("lines", i), model.Method{Returns: &model.Response{ContentType: "application/x-ndjson", Type: t}})
	}
	return feeds
}

func TestGoOfListsAndStreams(t *testing.T) {
	set, diags := generate(t, rich(t), 0)
	source := string(set["api_depots.go"])
	for _, want := range []string{
		"func (s *DepotService) ByNumberAutoPaging(ctx context.Context, opts ...Option) iter.Seq2[Event, error] {",
		"func (s *DepotService) ByTextAutoPaging(ctx context.Context, params DepotByTextParams, opts ...Option) iter.Seq2[time.Time, error] {",
		"c.differs(&items)\n\t\tc.count(null, 0, &params.Page)",
		"func (s *DepotService) Watch(ctx context.Context, opts ...Option) (*Stream[Event], error) {",
		"func (s *DepotService) Words(ctx context.Context, opts ...Option) (*Stream[string], error) {",
		"return sendLines[Event](ctx, s.transport, r, opts)",
		"func (s *DepotService) OptionalStreaming(ctx context.Context, params DepotOptionalParams, opts ...Option) (*Stream[Content], error) {",
		"params.Stream = Some(true)\n", "params.Stream = true\n", "params.Stream = MustJSON(true)\n",
	} {
		if !strings.Contains(source, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, none := range []string{"UnreachableAutoPaging", "UnaskedStreaming", "WatchStreaming"} {
		if strings.Contains(source, none) {
			t.Errorf("%s is there", none)
		}
	}
	missing := 0
	for _, d := range diags {
		if d.Code == "no-iterator" {
			missing++
		}
	}
	if want := 2 + 4; missing != want { // two of the depots, and four streams of files
		t.Errorf("%d lists and streams are reported, want %d", missing, want)
	}
}
