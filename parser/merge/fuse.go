package merge

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// A subject is where two types stand: what has them, for findings about it.
type subject struct {
	name string
	a, b source.Span
}

// fuse returns a with what b, a type of the other API, says besides.
func (m *merger) fuse(a, b *model.Type, at subject) *model.Type {
	switch {
	case b == nil:
		return a
	case a == nil:
		return m.move(b)
	case a.Kind == model.KindRef && b.Kind == model.KindRef && m.pairs[b.Ref] == a.Ref:
		return a // the named types are fused for themselves
	case a.Kind == model.KindRef && m.types[a.Ref] != nil:
		return m.fuseBehind(a, b, at)
	}
	if b.Kind == model.KindRef {
		behind := m.from.API.Resolve(b)
		if refines(behind, a) {
			return m.move(b)
		}
		b = behind
	}
	switch {
	case refines(a, b):
		return a
	case refines(b, a):
		return m.move(b)
	case a.Kind != b.Kind:
		m.disagree("the type", at.name, at.a, at.b)
		return a
	}
	return m.fuseSame(a, b, at)
}

// fuseBehind fuses with the type behind a ref, whose structure others share. It
// takes part only where it says no more than the ref does.
func (m *merger) fuseBehind(a, b *model.Type, at subject) *model.Type {
	have, other := m.structure(a), m.from.API.Resolve(b)
	if have.Kind != other.Kind && !refines(have, other) || b.Kind == model.KindRef && have.Kind == other.Kind {
		m.disagree("the type", at.name, at.a, at.b)
	} else if have.Kind == other.Kind {
		m.types[a.Ref].Type = m.fuse(m.types[a.Ref].Type, b, at)
	}
	return a
}

// fuseSame fuses two types of one kind.
func (m *merger) fuseSame(a, b *model.Type, at subject) *model.Type {
	c := *a
	switch a.Kind {
	case model.KindArray, model.KindMap:
		c.Elem = m.fuse(a.Elem, b.Elem, at)
	case model.KindObject:
		c.Elem = m.fuse(a.Elem, b.Elem, at)
		c.Fields = m.fields(a.Fields, b.Fields)
		c.Partial = a.Partial && b.Partial
	case model.KindConst:
		if a.Literal != b.Literal {
			m.disagree("the value", at.name, at.a, at.b)
		}
	case model.KindEnum:
		if !sameValues(a.Enum, b.Enum) {
			m.disagree("the values", at.name, at.a, at.b)
		}
	case model.KindUnion:
		if !m.sameAlternatives(a, b) {
			m.disagree("the alternatives", at.name, at.a, at.b)
		}
	default:
		c.Partial = a.Partial && b.Partial
		if a.Format == "" {
			c.Format = b.Format
		} else if b.Format != "" && a.Format != b.Format {
			m.disagree("the format", at.name, at.a, at.b)
		}
	}
	return &c
}

// exact lists what says more than a kind without contradicting it.
var exact = map[model.Kind][]model.Kind{
	model.KindString: {model.KindDate, model.KindDateTime, model.KindFile},
	model.KindNumber: {model.KindInteger},
}

// refines reports whether a says more than b, which it does not contradict.
func refines(a, b *model.Type) bool {
	if a.Kind == b.Kind {
		return false
	}
	switch {
	case b.Kind == model.KindAny:
		return true
	case a.Kind == model.KindEnum:
		return a.Enum.Base == b.Kind
	case a.Kind == model.KindConst:
		return literalKind(a.Literal) == b.Kind
	}
	return slices.Contains(exact[b.Kind], a.Kind)
}

// literalKind is the kind of which a literal is a value.
func literalKind(l model.Literal) model.Kind {
	switch {
	case strings.HasPrefix(string(l), `"`):
		return model.KindString
	case l == "true" || l == "false":
		return model.KindBoolean
	case strings.ContainsAny(string(l), ".eE"):
		return model.KindNumber
	}
	return model.KindInteger
}

// sameAlternatives reports whether two unions have the same alternatives, in any
// order.
func (m *merger) sameAlternatives(a, b *model.Type) bool {
	left := slices.Clone(b.Variants)
	for _, v := range a.Variants {
		i := slices.IndexFunc(left, func(w *model.Variant) bool { return m.same(v.Type, w.Type) })
		if i < 0 {
			return false
		}
		left = slices.Delete(left, i, i+1)
	}
	return len(left) == 0
}

// same reports whether a type of the other API says just what a does.
func (m *merger) same(a, b *model.Type) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Kind != b.Kind || a.Format != b.Format || a.Literal != b.Literal || len(a.Fields) != len(b.Fields) {
		return false
	}
	switch {
	case a.Kind == model.KindRef:
		return m.renamed[b.Ref] == a.Ref
	case a.Kind == model.KindEnum && !sameValues(a.Enum, b.Enum), a.Kind == model.KindUnion && !m.sameAlternatives(a, b):
		return false
	}
	for i, f := range a.Fields {
		if g := b.Fields[i]; f.Name != g.Name || !m.same(f.Type, g.Type) {
			return false
		}
	}
	return m.same(a.Elem, b.Elem)
}

func sameValues(a, b *model.Enum) bool {
	if len(a.Values) != len(b.Values) || a.Base != b.Base {
		return false
	}
	for _, v := range b.Values {
		if !slices.ContainsFunc(a.Values, func(w model.EnumValue) bool { return w.Literal == v.Literal }) {
			return false
		}
	}
	return true
}
