package assemble

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
)

// countFields is how many fields the items are, those that stand twice included.
func countFields(items []*decl.Item) int {
	n := 0
	for _, it := range items {
		if it.Form == decl.Field {
			n++
		}
	}
	return n
}

// object assembles an object without a name of its own.
func (b *Builder) object(e *decl.Expr, kids []*decl.Item, at *decl.Item) *model.Type {
	if len(kids) > 0 {
		b.list(at)
		fields := b.Fields(kids)
		if want, got := len(e.Fields)+e.More, countFields(kids); e.Braces {
			b.miscount(at, "field-count", "field", want, got, got != want)
		}
		return b.In.Intern(model.Type{Kind: model.KindObject, Fields: fields})
	}
	if !e.Braces || len(e.Fields) == 0 {
		return b.In.Intern(model.Type{Kind: model.KindMap, Elem: b.In.Scalar(model.KindAny)})
	}
	return b.shortened(e, at)
}
