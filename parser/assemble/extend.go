package assemble

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
)

// An Extension says that a type has the members of another one besides those
// that stand below it: `Crate = Parcel { id, 3 more }` and then `lid: string`.
type Extension struct {
	// Base is the name of the other type.
	Base string
	// Fields are the first members that the page announces of it, and Size is how
	// many it has, or -1 where the page announces none.
	Fields []string
	Size   int
	// Plain is the other reading of a page that announces none: the members are
	// those of the base, and the type is but a second name for it.
	Plain *Occurrence
	// Lone says that the page uses the name nowhere but at the top of a section.
	Lone bool
}

// extension returns what a declaration extends, or nil: the page announces
// members that it does not list below, or none at all.
func (b *Builder) extension(name string, k *decl.Item) *Extension {
	e := k.Expr
	if !isTypeName(e.Text) || scalars[e.Text] != "" || len(k.Children) == 0 ||
		slices.ContainsFunc(k.Children, func(c *decl.Item) bool { return c.Form != decl.Field }) {
		return nil
	}
	switch {
	case e.Op == decl.Object && e.Braces && len(e.Fields) > 0 && !lists(k.Children, e):
		return &Extension{Base: b.text(e.Text), Fields: b.copied(e.Fields), Size: len(e.Fields) + e.More}
	case e.Op == decl.Name && e.Text != name:
		return &Extension{Base: b.text(e.Text), Size: -1}
	}
	return nil
}

// lists reports whether items are all members that a type announces.
func lists(items []*decl.Item, announced *decl.Expr) bool {
	for _, name := range announced.Fields {
		if !slices.ContainsFunc(items, func(it *decl.Item) bool { return it.Name == name }) {
			return false
		}
	}
	return len(items) >= len(announced.Fields)+announced.More
}

func (b *Builder) copied(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = b.text(n)
	}
	return out
}

// extended sights a type that extends another one.
func (b *Builder) extended(name string, x *Extension, k *decl.Item) *model.Type {
	own := b.In.Intern(model.Type{Kind: model.KindObject, Fields: b.Fields(k.Children)})
	if x.Size < 0 {
		x.Plain = &Occurrence{Name: x.Base, Shape: b.text(shapeOf(own)), Type: own, Client: b.Client || k.Client, Sent: b.sent, Span: b.span(k)}
	}
	return b.occurAs(name, own, k, true, x)
}
