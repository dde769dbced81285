package parser

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
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
	for _, f := range r.readers {
		for _, n := range f.result.Named {
			found := methods[n.Key()]
			switch {
			case n.Missing != "":
				r.diags.Add("undefined-operation", diag.Error, n.Span, "the page takes %s from %s, which is not among the docs", n.Operation, n.Missing).
					Help = "add the file to the docs, at this path"
			case len(found) == 0:
				r.diags.Add("undefined-operation", diag.Error, n.Span, "the page documents %s, which no definition among the docs has", n.Operation).
					Help = "add the OpenAPI document that defines it to the docs"
			}
			for _, m := range found {
				m.Title = cmp.Or(m.Title, n.Title)
				if !strings.Contains(m.Doc, n.Doc) {
					m.Doc = strings.Join(slices.DeleteFunc([]string{m.Doc, n.Doc}, func(s string) bool { return s == "" }), "\n\n")
				}
			}
		}
	}
}
