package fuse

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
)

// adopt takes over the fields of a form that the pages of the spine leave out:
// http pages print no body for uploads.
func (f *fuser) adopt(a, b *decl.Operation) {
	if len(a.Body) > 0 || a.Verb == "GET" || a.Verb == "DELETE" || !f.traits.AsSent {
		return
	}
	l := align(inputs(a), inputs(b))
	if !slices.ContainsFunc(l.bs, isFile) {
		return
	}
	for _, it := range l.bs {
		if it.Form == decl.Field && (it.Place == "" || it.Place == "body") && !carriesAll(it) {
			c := *it
			for _, fact := range []model.Fact{model.FactType, model.FactRequired} {
				c.Evidence = c.Evidence.With(fact, f.source)
			}
			// The places of an item are those of its page.
			c.Start, c.End = a.Start, a.End
			a.Body = append(a.Body, &c)
		}
	}
}

// isFile reports whether an item is a file, or a list of them.
func isFile(it *decl.Item) bool {
	return it.Form == decl.Field && it.Expr != nil && it.Expr.Innermost().Is("file")
}
