package parser

import (
	"cmp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/statement"
)

// documentNamed gives methods what pages say of them that name an operation without
// defining it. One that no definition has is a fault of the docs.
func (r *run) documentNamed(api *model.API) {
	methods := map[string][]*model.Method{}
	for _, m := range api.Methods {
		key := statement.Operation{Verb: m.Verb, Path: m.Path}.Key()
		methods[key] = append(methods[key], m)
	}
	pages := map[string]*model.Page{}
	for _, p := range api.Pages {
		pages[p.Path] = p
	}
	for _, f := range r.readers {
		for _, n := range f.result.Named {
			found := methods[n.Key()]
			for _, m := range found {
				document(m, n)
			}
			if len(found) == 0 || n.Missing != "" {
				r.reportUndefined(n, pages[n.Span.File])
			}
		}
	}
}

// document gives a method what a page says of it.
func document(m *model.Method, n format.Named) {
	m.Title = cmp.Or(m.Title, n.Title)
	if n.Doc != "" && !strings.Contains(m.Doc, n.Doc) {
		m.Doc = strings.TrimPrefix(m.Doc+"\n\n"+n.Doc, "\n\n")
	}
}

// reportUndefined reports that nothing defines what a page names: the line that names
// it is unread, and what documents it.
func (r *run) reportUndefined(n format.Named, p *model.Page) {
	if n.Missing != "" {
		r.diags.Add("undefined-operation", diag.Error, n.Span, "the page takes %s from %s, which is not among the docs", n.Operation, n.Missing).
			Help = "add the file to the docs, at this path"
	} else {
		r.diags.Add("undefined-operation", diag.Error, n.Span, "the page documents %s, which no definition among the docs has", n.Operation).
			Help = "add the OpenAPI document that defines it to the docs"
	}
	if p != nil {
		b := &p.Bytes
		line := min(int64(n.Span.End.Offset-n.Span.Start.Offset), b.Layout)
		b.Unread, b.Layout, b.Docs = b.Unread+line+b.Docs, b.Layout-line, 0
	}
}
