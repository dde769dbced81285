package assemble

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
)

// named assembles a reference to a named type, and sights its structure where
// items below expand it.
func (b *Builder) named(name string, kids []*decl.Item, at *decl.Item) *model.Type {
	if len(kids) == 0 {
		return b.ref(name, "")
	}
	if name == b.self {
		return b.structure(kids, at)
	}
	if len(kids) == 1 && isNamedValue(kids[0]) {
		return b.structure(kids, at) // a constant needs no type of its own
	}
	outer := b.within
	b.within = name
	leave := b.enter(name)
	t := b.structure(kids, at)
	leave()
	b.within = outer
	return b.occur(name, t, at, false)
}

func (b *Builder) ref(name, shape string) *model.Type {
	id := name
	if shape != "" {
		id = name + shapeMark + shape
	}
	return b.In.Intern(model.Type{Kind: model.KindRef, Ref: b.text(id)})
}

func (b *Builder) occur(name string, t *model.Type, at *decl.Item, declared bool) *model.Type {
	return b.occurAs(name, t, at, declared, nil)
}

func (b *Builder) occurAs(name string, t *model.Type, at *decl.Item, declared bool, x *Extension) *model.Type {
	shape := shapeOf(t)
	client := b.Client || at.Client
	if client && (t.Kind == model.KindUnion || t.Kind == model.KindEnum) {
		shape = choiceOf(t)
	}
	if x != nil {
		shape += "+" + x.Base
	}
	s := &Occurrence{Name: b.text(name), Shape: b.text(shape), Type: t, Extends: x, Declared: declared, Client: client, Sent: b.sent, SDKName: b.text(at.NativeType)}
	if declared {
		s.SDKName = b.text(at.Native)
	}
	key := seenKey{name: s.Name, shape: s.Shape, typ: t, sdk: s.SDKName, client: client}
	if declared {
		s.Doc, s.Deprecated = b.text(at.Doc), b.text(at.Deprecated)
		s.Domain = name == b.domain
		s.Nullable = at.Nullable && at.Form == decl.Named
		key.declared, key.domain, key.nullable = true, s.Domain, s.Nullable
	}
	if !b.seen[key] {
		b.seen[key] = true
		s.Span = b.span(at)
		b.Occurrences = append(b.Occurrences, s)
	}
	return b.ref(name, s.Shape)
}

// structure assembles what the items below a name make of it: an object of
// their fields, or the union or enum of their alternatives.
func (b *Builder) structure(kids []*decl.Item, at *decl.Item) *model.Type {
	fields := 0
	for _, k := range kids {
		if k.Form == decl.Field {
			fields++
		}
	}
	if fields == 0 {
		return b.union(&decl.Expr{Op: decl.Union}, kids, at)
	}
	if fields < len(kids) {
		b.problem(at, "mixed-members", "fields and alternatives stand side by side below one type; the alternatives were left out", "")
	}
	return b.In.Intern(model.Type{Kind: model.KindObject, Fields: b.Fields(kids)})
}
