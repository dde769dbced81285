package assemble

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
)

// A member is a place inside of a named type: the field or alternative of a
// name, at whatever depth below the type.
type member struct{ of, name string }

// A Cut is a member whose type a page announces and does not list, as where it
// stops a recursion or expands a named type once more. It is none where the
// type is listed elsewhere.
type Cut struct {
	decl.Problem
	// Of is the named type around the member, "" for none, and Name the member,
	// or the type itself.
	Of, Name string
	// Want is how many members or alternatives are announced.
	Want int
}

// Cuts returns the members that are cut short on the page and listed nowhere on it.
func (b *Builder) Cuts() []Cut {
	return slices.DeleteFunc(b.cuts, func(c Cut) bool { return b.listed[member{c.Of, c.Name}] })
}

func (b *Builder) member(it *decl.Item) member { return member{b.expanding, it.Name} }

// enter notes that a named type is being assembled until the result is called.
func (b *Builder) enter(name string) (leave func()) {
	outer := b.expanding
	b.expanding = name
	return func() { b.expanding = outer }
}

// list notes that the type of an item is listed here.
func (b *Builder) list(it *decl.Item) {
	if b.expanding != "" {
		b.listed[b.member(it)] = true
	}
}

// cut notes that the type of an item is cut short.
func (b *Builder) cut(it *decl.Item, want int, code diag.Code, message, help string) {
	p := decl.Problem{Code: code, File: it.File, Start: it.Start, End: it.End, Message: message, Help: help}
	m := b.member(it)
	b.cuts = append(b.cuts, Cut{p, b.text(m.of), b.text(m.name), want})
}

// miscount reports that not as much is listed as announced, if so. It is short
// of it where less is listed.
func (b *Builder) miscount(at *decl.Item, code diag.Code, noun string, want, got int, wrong bool) {
	if wrong {
		b.problem(at, code, plural(want, noun)+" announced, "+plural(got, noun)+" listed", "")
		b.Problems[len(b.Problems)-1].Short = got < want
	}
}

// shortened assembles an object whose fields are announced but not listed. The
// names are known, the types are not.
func (b *Builder) shortened(e *decl.Expr, at *decl.Item) *model.Type {
	t := model.Type{Kind: model.KindObject, Partial: true}
	for _, name := range e.Fields {
		t.Fields = append(t.Fields, &model.Field{Name: b.text(name), Type: b.In.Intern(model.Type{Kind: model.KindAny, Partial: true}), Span: b.span(at)})
	}
	b.cut(at, len(e.Fields)+e.More, "shortened-object", "the object's "+plural(len(e.Fields)+e.More, "field")+" are announced and not listed", "its fields are kept as values of any type")
	return b.In.Intern(t)
}
