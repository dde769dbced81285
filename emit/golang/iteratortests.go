package golang

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// unknownValue stands for what the API may send one day.
const unknownValue = `{"type": "newer than this package"}`

// streamSample are values that a stream can consist of: the example, where the
// pages show one, and one that no page knows.
func (g *generator) streamSample(m *model.Method, form resultForm, a answer) []gosrc.Code {
	first := gosrc.Text(g.emptiestElement(form.stream))
	if a.example != nil && m.Returns != nil && m.Returns.Type == form.stream {
		first = gosrc.Name("answer")
	}
	return g.withUnknown(form.stream, first)
}

func (g *generator) withUnknown(t *model.Type, first gosrc.Code) []gosrc.Code {
	if g.isStruct(t) {
		return []gosrc.Code{first, gosrc.Block(unknownValue)}
	}
	return []gosrc.Code{first}
}

// streamCall reads a stream from a server that sends data.
func (g *generator) streamCall(m *model.Method, method string, lines bool, data []gosrc.Code) []gosrc.Code {
	helper := "serveEvents"
	if lines {
		helper = "serveLines"
	}
	t, err := gosrc.Name("t"), gosrc.Name("err")
	set, call := g.sampleCall(m, method)
	values := gosrc.Call(gosrc.Select(gosrc.Name("stream"), "All"))
	return slices.Concat([]gosrc.Code{g.server(m, helper, data...)}, set, []gosrc.Code{
		gosrc.Define("stream, err", call),
		gosrc.If(gosrc.Binary(err, "!=", gosrc.Name("nil")), gosrc.Call(gosrc.Select(t, "Fatal"), err)),
		gosrc.Call(gosrc.Name("sameAll"), append([]gosrc.Code{t, values}, data...)...),
	})
}

// streamingTest calls the method that asks for a stream, if there is one.
func (g *generator) streamingTest(m *model.Method) []gosrc.Code {
	if _, ok := g.streamFlag(m); !ok {
		return nil
	}
	t := m.Streaming.Type
	data := g.withUnknown(t, gosrc.Text(g.emptiestElement(t)))
	return []gosrc.Code{subtest("stream", g.streamCall(m, g.names.Streaming(m.ID), false, data)...)}
}

// pagesTest goes through two pages of a list.
func (g *generator) pagesTest(m *model.Method) []gosrc.Code {
	p := g.pages(m)
	if p == nil {
		return nil
	}
	next, item := g.sampleNext(m, p), g.emptiestElement(p.elem)
	first, last := item, "["+item+"]"
	want := []gosrc.Code{gosrc.Text(item), gosrc.Text(item)}
	switch p.Form {
	case model.PagingNumber, model.PagingOffset:
		last, want = "[]", want[:1]
	case model.PagingLast:
		first = withMember("{}", p.Element.Names(), next)
		last, want = "[]", []gosrc.Code{gosrc.Text(first)}
	}
	pages := []gosrc.Code{gosrc.Block(samplePage(p, next, "true", "["+first+"]")), gosrc.Block(samplePage(p, "", "false", last))}
	set, call := g.sampleCall(m, g.names.AutoPaging(m.ID))
	return []gosrc.Code{subtest("pages", slices.Concat(
		[]gosrc.Code{g.server(m, "servePages", append([]gosrc.Code{sampleTurn(p, trimQuotes(next))}, pages...)...)}, set,
		[]gosrc.Code{gosrc.Call(gosrc.Name("sameAll"), append([]gosrc.Code{gosrc.Name("t"), call}, want...)...)})...)}
}

// sampleTurn is how the second page is asked for.
func sampleTurn(p *pageForm, value string) gosrc.Code {
	var fields []gosrc.Code
	names := p.Paging.Param.Names()
	switch {
	case p.Form == model.PagingURL:
		fields = append(fields, gosrc.Keyed("query", gosrc.Text("turn")))
		value = "2"
	case p.Form == model.PagingLink:
		fields = append(fields, gosrc.Keyed("query", gosrc.Text("turn")), gosrc.Keyed("link", gosrc.Name("true")))
		value = "2"
	case p.InBody:
		fields = append(fields, gosrc.Keyed("body", gosrc.Inline(gosrc.Slice(gosrc.Name("string")), literals(names)...)))
	default:
		query := names[0]
		for _, name := range names[1:] {
			query += "[" + name + "]"
		}
		fields = append(fields, gosrc.Keyed("query", gosrc.Text(query)))
	}
	return gosrc.Inline(gosrc.Name("turn"), append(fields, gosrc.Keyed("value", gosrc.Text(value)))...)
}

// sampleNext is JSON that names the second page.
func (g *generator) sampleNext(m *model.Method, p *pageForm) string {
	switch p.Form {
	case model.PagingURL:
		path, _ := g.callPath(m)
		return quote(path + "?turn=2")
	case model.PagingNumber, model.PagingOffset:
		return fmt.Sprint(g.firstAsked(m, p) + 1)
	}
	next := p.paramType
	if f := p.nextField(g); f != nil {
		next = f.Type
	}
	if next == nil {
		return `"2"`
	}
	switch g.api.Resolve(next).Kind {
	case model.KindInteger, model.KindNumber:
		return "2"
	}
	for _, t := range []*model.Type{next, p.paramType} {
		switch g.api.Resolve(t).Kind {
		case model.KindDate, model.KindDateTime:
			return g.emptiest(t)
		}
	}
	return `"2"`
}

// firstAsked is the number that the sample call begins with: what the API takes where
// the parameter is left out, or the zero of Go, which a required number sends.
func (g *generator) firstAsked(m *model.Method, p *pageForm) int64 {
	t, names := bodyType(m), p.Paging.Param.Names()
	if !p.InBody {
		i := slices.IndexFunc(m.Params, func(q *model.Param) bool { return q.Location == model.LocationQuery && q.Name == names[0] })
		if i < 0 || !m.Params[i].Required || m.Params[i].Nullable {
			return p.First
		}
		t, names = m.Params[i].Type, names[1:]
	}
	for _, name := range names {
		object, _ := naming.Target(g.api, t)
		f := fieldNamed(object, name)
		if f == nil || !f.Required || f.Nullable {
			return p.First
		}
		t = f.Type
	}
	switch number, _ := naming.Target(g.api, t); number.Kind {
	case model.KindInteger, model.KindNumber:
		return 0
	}
	return p.First // a text without digits is no number to count from
}

// nextField is the field that names the next page, nil where none does.
func (p *pageForm) nextField(g *generator) *model.Field {
	if p.Next == "" {
		return nil
	}
	return g.api.FieldAt(p.envelope.Type, p.Next)
}

func trimQuotes(text string) string {
	if len(text) > 1 && text[0] == '"' {
		return text[1 : len(text)-1]
	}
	return text
}

// samplePage is a page in JSON. Without next there is no page after it.
func samplePage(p *pageForm, next, more, items string) string {
	if p.Items == "" {
		return items
	}
	page := withMember("{}", p.Items.Names(), items)
	if p.Next != "" && next != "" {
		page = withMember(page, p.Next.Names(), next)
	}
	if p.More != "" {
		page = withMember(page, p.More.Names(), more)
	}
	return page
}

// withMember is a JSON object with a value at what names lead to.
func withMember(object string, names []string, value string) string {
	if len(names) == 0 {
		return value
	}
	members := map[string]json.RawMessage{}
	_ = json.Unmarshal([]byte(object), &members) // made here
	inner := string(members[names[0]])
	if inner == "" {
		inner = "{}"
	}
	members[names[0]] = json.RawMessage(withMember(inner, names[1:], value))
	out, _ := json.Marshal(members) // made here
	return string(out)
}

// quote is text as a JSON string.
func quote(text string) string {
	quoted, _ := json.Marshal(text) // a string always encodes
	return string(quoted)
}
