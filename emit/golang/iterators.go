package golang

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// CodeNoIterator says that a list or a stream of the pages has no method in Go
// that goes through it.
const CodeNoIterator diag.Code = "no-iterator"

// checkStream reports a stream that Go cannot ask for, or not read as values.
func (g *generator) checkStream(m *model.Method) {
	if g.isFile(m.Streaming.Type) {
		g.diags.Add(CodeNoIterator, diag.Info, m.Span, "the stream of %s is not read as values: it is said to carry files", m.ID)
		return
	}
	if _, ok := g.streamFlag(m); !ok && m.Streaming.Field != "" {
		g.diags.Add(CodeNoIterator, diag.Info, m.Span, "%s cannot ask for its stream: %q is no boolean of the body or the query", m.ID, m.Streaming.Field)
	}
}

// checkIterators reports lists and streams that Go can only read in part. The
// operations themselves are generated like all others.
func (g *generator) checkIterators() {
	for _, m := range g.api.Methods {
		if m.Paging != nil && g.pages(m) == nil {
			g.diags.Add(CodeNoIterator, diag.Info, m.Span, "the pages of %s are not followed: %q and %q are no list and no field that a struct of the response has, or %q is no parameter",
				m.ID, m.Paging.Items, m.Paging.Next, m.Paging.Param)
		}
		if m.Streaming != nil {
			g.checkStream(m)
		}
	}
}
