package assemble

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

// A member is a place inside of a named type: the field or alternative of a
// name, at whatever depth below the type.
type member struct{ of, name string }

// A cutShort is a member whose type a page announces and does not list, as
// where it stops a recursion or expands a named type once more.
type cutShort struct {
	member
	dialect.Problem
}

// Faults are the problems of the page. A type that is cut short is one where no
// other expansion of the named type around it lists it.
func (b *Builder) Faults() []dialect.Problem {
	out := b.Problems
	for _, c := range b.cuts {
		if !b.listed[c.member] {
			out = append(out, c.Problem)
		}
	}
	return out
}

func (b *Builder) member(it *dialect.Item) member { return member{b.expanding, it.Name} }

// enter notes that a named type is being assembled until the result is called.
func (b *Builder) enter(name string) (leave func()) {
	outer := b.expanding
	b.expanding = name
	return func() { b.expanding = outer }
}

// list notes that the type of an item is listed here.
func (b *Builder) list(it *dialect.Item) {
	if b.expanding != "" {
		b.listed[b.member(it)] = true
	}
}

// cut reports that the type of an item is cut short.
func (b *Builder) cut(it *dialect.Item, code, message, help string) {
	p := dialect.Problem{Code: code, File: it.File, Start: it.Start, End: it.End, Message: message, Help: help}
	b.cuts = append(b.cuts, cutShort{b.member(it), p})
}

// shortened assembles an object whose fields are announced but not listed. The
// names are known, the types are not.
func (b *Builder) shortened(e *typeexpr.Expr, at *dialect.Item) *model.Type {
	t := model.Type{Kind: model.KindObject}
	for _, name := range e.Fields {
		t.Fields = append(t.Fields, &model.Field{Name: b.text(name), Type: b.In.Scalar(model.KindAny), Span: b.span(at)})
	}
	b.cut(at, "shortened-object", "the object's "+plural(len(e.Fields)+e.More, "field")+" are announced and not listed", "its fields are kept as values of any type")
	return b.In.Intern(t)
}
