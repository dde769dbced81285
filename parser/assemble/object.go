package assemble

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
)

// object assembles an object without a name of its own.
func (b *Builder) object(e *decl.Expr, kids []*decl.Item, at *decl.Item) *model.Type {
	if len(kids) > 0 {
		b.list(at)
		fields := b.Fields(kids)
		if want := len(e.Fields) + e.More; e.Braces && want != len(fields) {
			b.problem(at, "field-count", plural(want, "field")+" announced, "+plural(len(fields), "field")+" listed", "")
		}
		return b.In.Intern(model.Type{Kind: model.KindObject, Fields: fields})
	}
	if !e.Braces || len(e.Fields) == 0 {
		return b.In.Intern(model.Type{Kind: model.KindMap, Elem: b.In.Scalar(model.KindAny)})
	}
	return b.shortened(e, at)
}
