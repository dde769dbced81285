package assemble

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

// object assembles an object without a name of its own.
func (b *Builder) object(e *typeexpr.Expr, kids []*dialect.Item, at *dialect.Item) *model.Type {
	if len(kids) > 0 {
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

// shortened assembles an object whose fields are announced but not listed, as
// where a page stops a recursion. The names are known, the types are not.
func (b *Builder) shortened(e *typeexpr.Expr, at *dialect.Item) *model.Type {
	t := model.Type{Kind: model.KindObject}
	for _, name := range e.Fields {
		t.Fields = append(t.Fields, &model.Field{Name: b.text(name), Type: b.In.Scalar(model.KindAny), Span: b.span(at)})
	}
	b.problem(at, "shortened-object", "the object's "+plural(len(e.Fields)+e.More, "field")+" are announced and not listed", "its fields are kept as values of any type")
	return b.In.Intern(t)
}
