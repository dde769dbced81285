package golang

import "github.com/docgen-go/docgen/model/diag"

// CodeNoIterator says that a list or a stream of the pages has no method in Go
// that goes through it.
const CodeNoIterator diag.Code = "no-iterator"

// checkIterators reports lists and streams that Go can only read in part. The
// operations themselves are generated like all others.
func (g *generator) checkIterators() {
	for _, m := range g.api.Methods {
		if m.Paging != nil && g.pages(m) == nil {
			g.diags.Add(CodeNoIterator, diag.Info, m.Span, "the pages of %s are not followed: %q and %q are no list in the response and no parameter of the query",
				m.ID, m.Paging.Items, m.Paging.Param)
		}
		if _, ok := g.streamFlag(m); !ok && m.Streaming != nil && m.Streaming.Field != "" {
			g.diags.Add(CodeNoIterator, diag.Info, m.Span, "%s cannot ask for its stream: %q is no boolean of the body or the query", m.ID, m.Streaming.Field)
		}
	}
}
