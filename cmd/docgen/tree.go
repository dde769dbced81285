package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// printTree writes the API as people read it: resources, their methods with
// parameters and results, and their types, one fact a line. With evidence each
// line ends in where the fact stands and who else said a part of it.
func printTree(w *bufio.Writer, api *model.API, evidence bool) error {
	t := treePrinter{w: w, api: api, evidence: evidence}
	t.head()
	for _, r := range api.Resources {
		t.resource(r, 0)
	}
	t.types(t.unlisted(), 0)
	return w.Flush()
}

// A treePrinter leaves write errors to the Flush at the end, as bufio keeps them.
// What comes from pages is plain.
type treePrinter struct {
	w        *bufio.Writer
	api      *model.API
	evidence bool
}

func (t *treePrinter) line(depth int, words ...string) {
	words = slices.DeleteFunc(words, func(word string) bool { return word == "" })
	fmt.Fprintf(t.w, "%s%s\n", strings.Repeat("  ", depth), diag.Plain(strings.Join(words, " ")))
}

func (t *treePrinter) head() {
	for _, s := range t.api.Servers {
		t.line(0, "server", s.URL)
	}
	for _, a := range t.api.Auth {
		t.line(0, "auth", a.ID, string(a.Scheme), a.Name, strings.TrimSpace(a.Prefix))
	}
	for _, h := range t.api.Headers {
		t.line(0, "header", h.Name+":", h.Value, t.said(h))
	}
}

func (t *treePrinter) resource(r *model.Resource, depth int) {
	t.line(depth, r.Name)
	for _, m := range r.Methods {
		t.method(m, depth+1)
	}
	var own []*model.NamedType
	for _, id := range r.Types {
		own = append(own, t.api.Lookup(id))
	}
	t.types(own, depth+1)
	for _, e := range r.Events {
		t.line(depth+1, "event", e.Name, "carries", e.Type, t.sources(e.Span, nil))
	}
	for _, sub := range r.Resources {
		t.resource(sub, depth+1)
	}
}

func (t *treePrinter) method(m *model.Method, depth int) {
	t.line(depth, m.Name, m.Verb, m.Path, deprecated(m.Deprecated), t.sources(m.Span, nil))
	for _, p := range m.Params {
		t.line(depth+1, string(p.Location), fieldText(&p.Field), t.sources(p.Span, p.Evidence))
	}
	for _, q := range m.Query {
		t.line(depth+1, "sends query", q.Name+"="+q.Value, t.said(q))
	}
	for _, h := range m.Headers {
		t.line(depth+1, "sends header", h.Name+":", h.Value, t.said(h))
	}
	if m.Body != nil {
		t.line(depth+1, "body", m.Body.ContentType, typeText(m.Body.Type), t.sources(source.Span{}, m.Body.Evidence))
		t.members(m.Body.Type, depth+2)
	}
	if m.Returns != nil {
		t.line(depth+1, "returns", typeText(m.Returns.Type), t.sources(m.Returns.Span, m.Returns.Evidence))
	}
	t.sequence(m, depth+1)
}

// said tells who says that requests always send a constant, where evidence is asked for.
func (t *treePrinter) said(c model.Constant) string {
	if !t.evidence || c.Source == "" {
		return ""
	}
	return "(" + string(c.Source) + ")"
}

// sequence says how a method goes on: from page to page, or as a stream.
func (t *treePrinter) sequence(m *model.Method, depth int) {
	if p := m.Paging; p != nil {
		t.line(depth, "pages", p.Type, "of", itemsText(p)+",", nextText(p), t.sources(source.Span{}, p.Evidence))
	}
	if s := m.Streaming; s != nil {
		flag := ""
		if s.Field != "" {
			flag = strings.Join(strings.Fields("with "+string(s.Location)+" "+s.Field), " ")
		}
		t.line(depth, "streams", typeText(s.Type), flag, t.sources(source.Span{}, s.Evidence))
	}
}

func itemsText(p *model.Paging) string {
	if p.Items == "" {
		return "the response"
	}
	return p.Items.String()
}

// nextText says how the next page is asked for.
func nextText(p *model.Paging) string {
	param := p.Param.String()
	if p.InBody {
		param += " of the body"
	}
	switch p.Form {
	case model.PagingURL:
		return p.Next.String() + " is its URL"
	case model.PagingLink:
		return "the header Link has its URL"
	case model.PagingLast:
		return param + " takes " + p.Element.String() + " of the last element"
	case model.PagingNumber:
		return param + " takes the next number"
	case model.PagingOffset:
		return param + " takes the number of elements before"
	}
	return param + " takes " + p.Next.String()
}

func (t *treePrinter) types(types []*model.NamedType, depth int) {
	for _, n := range types {
		t.line(depth, "type", n.ID, "=", typeText(n.Type), deprecated(n.Deprecated), t.sources(n.Span, nil))
		t.members(n.Type, depth+1)
	}
}

func (t *treePrinter) members(typ *model.Type, depth int) {
	for _, f := range typ.Fields {
		t.line(depth, fieldText(f), t.sources(f.Span, f.Evidence))
	}
}

// unlisted are the types that no resource lists.
func (t *treePrinter) unlisted() []*model.NamedType {
	listed := map[string]bool{}
	t.collect(t.api.Resources, listed)
	var out []*model.NamedType
	for _, n := range t.api.Types {
		if !listed[n.ID] {
			out = append(out, n)
		}
	}
	return out
}

func (t *treePrinter) collect(rs []*model.Resource, listed map[string]bool) {
	for _, r := range rs {
		for _, id := range r.Types {
			listed[id] = true
		}
		t.collect(r.Resources, listed)
	}
}
