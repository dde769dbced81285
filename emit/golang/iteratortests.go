package golang

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
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
	next, item := g.sampleNext(p), g.emptiestElement(p.elem)
	first, last := g.samplePage(p, next, "true", "["+item+"]"), g.samplePage(p, "", "false", "["+item+"]")
	want := []gosrc.Code{gosrc.Text(item), gosrc.Text(item)}
	if p.next == nil {
		last, want = g.samplePage(p, "", "false", "[]"), want[:1]
	}
	set, call := g.sampleCall(m, g.names.AutoPaging(m.ID))
	return []gosrc.Code{subtest("pages", slices.Concat(
		[]gosrc.Code{g.server(m, "servePages", gosrc.Text(p.param.Name), gosrc.Text(trimQuotes(next)), gosrc.Block(first), gosrc.Block(last))}, set,
		[]gosrc.Code{gosrc.Call(gosrc.Name("sameAll"), append([]gosrc.Code{gosrc.Name("t"), call}, want...)...)})...)}
}

// sampleNext is JSON that names the second page.
func (g *generator) sampleNext(p *pageForm) string {
	if p.next == nil {
		return fmt.Sprint(p.first() + 1)
	}
	switch g.api.Resolve(p.next.Type).Kind {
	case model.KindInteger, model.KindNumber:
		return "2"
	}
	for _, t := range []*model.Type{p.next.Type, p.param.Type} {
		switch g.api.Resolve(t).Kind {
		case model.KindDate, model.KindDateTime:
			return g.emptiest(t)
		}
	}
	return `"2"`
}

func trimQuotes(text string) string {
	if len(text) > 1 && text[0] == '"' {
		return text[1 : len(text)-1]
	}
	return text
}

// samplePage is a page in JSON. Without next there is no page after it.
func (g *generator) samplePage(p *pageForm, next, more, items string) string {
	page := "{" + quote(p.items.Name) + ": " + items
	if p.next != nil && next != "" {
		page += ", " + quote(p.next.Name) + ": " + next
	}
	if p.more != nil {
		page += ", " + quote(p.more.Name) + ": " + more
	}
	return page + "}"
}

// quote is text as a JSON string.
func quote(text string) string {
	quoted, _ := json.Marshal(text) // a string always encodes
	return string(quoted)
}
