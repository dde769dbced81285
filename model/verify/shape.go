package verify

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/model/values"
)

// A shape is a type taken apart into what its values can be, with refs and
// unions of unions resolved, so that it does not matter how a side nests and
// names them.
type shape struct {
	null, anything bool
	// scalars are JSON kinds: string, number, boolean, and file.
	scalars map[model.Kind]scalar
	// literals are the values of constants and enums, in order, each once.
	literals []model.Literal
	enums    []*model.Type // where they come from
	objects  []object
	arrays   []*model.Type // element types
	maps     []*model.Type // value types
}

// A scalar refines a JSON kind.
type scalar struct {
	integer bool
	format  string
}

// An object is one alternative with fields. Name is that of its type or
// variant, Span where it is declared; both may be empty.
type object struct {
	t    *model.Type
	name string
	span source.Span
	// deprecated says that its type is, if it is a declared one.
	deprecated bool
}

// An objectKey tells alternatives apart: types of one structure may be two.
type objectKey struct {
	t    *model.Type
	name string
}

// shapes computes shapes of one API, each once.
type shapes struct {
	api  *model.API
	memo map[*model.Type]*shape
}

func newShapes(api *model.API) *shapes {
	return &shapes{api: api, memo: map[*model.Type]*shape{}}
}

func (s *shapes) of(t *model.Type) *shape {
	if have := s.memo[t]; have != nil {
		return have
	}
	out := s.build(t)
	s.memo[t] = out
	return out
}

// ofAll is the shape of a value of any of the types.
func (s *shapes) ofAll(types []*model.Type) *shape {
	if len(types) == 1 {
		return s.of(types[0])
	}
	return s.build(types...)
}

// isNothing reports whether there is no value at all.
func (s *shape) isNothing() bool { return len(s.classes())+len(s.objects) == 0 && !s.null }

// isUnion reports whether values are of more than one kind.
func (s *shape) isUnion() bool { return len(s.classes())+len(s.objects) > 1 }

// build lays the types out as the alternatives of one.
func (s *shapes) build(types ...*model.Type) *shape {
	union := &model.Type{Kind: model.KindUnion}
	for _, t := range types {
		union.Variants = append(union.Variants, &model.Variant{Type: t})
	}
	set := values.Of(s.api.Lookup, union, nil)
	out := &shape{arrays: set.Arrays, maps: set.Maps, enums: set.Enums}
	for _, t := range set.Scalars {
		switch t.Kind {
		case model.KindNull:
			out.null = true
		case model.KindAny:
			out.anything = true
		default:
			out.scalar(t)
		}
	}
	for _, v := range set.Literals {
		out.literal(v.Literal)
	}
	for _, t := range set.Enums {
		if t.Enum.Open {
			out.scalar(&model.Type{Kind: t.Enum.Base})
		}
	}
	known := map[objectKey]bool{}
	for _, o := range set.Objects {
		if as := objectOf(o); !known[objectKey{as.t, as.name}] {
			known[objectKey{as.t, as.name}] = true
			out.objects = append(out.objects, as)
		}
	}
	return out
}

// objectOf returns an alternative under the name of its type, or else its title.
func objectOf(o values.Object) object {
	switch {
	case o.Named != nil:
		return object{t: o.Type, name: o.Named.Name, span: o.Named.Span, deprecated: o.Named.Deprecated != ""}
	case o.Around != nil:
		return object{t: o.Type, name: o.Title, span: o.Around.Span}
	}
	return object{t: o.Type, name: o.Title}
}

func (s *shape) literal(l model.Literal) {
	l = canonical(l)
	if l == "null" {
		s.null = true
		return
	}
	for _, have := range s.literals {
		if have == l {
			return
		}
	}
	s.literals = append(s.literals, l)
}

// scalar adds a scalar; of two that are one JSON kind the refined one stays.
func (s *shape) scalar(t *model.Type) {
	kind, refined := t.Kind, scalar{format: t.Format}
	switch t.Kind {
	case model.KindInteger:
		kind, refined.integer = model.KindNumber, true
	case model.KindDate, model.KindDateTime:
		kind, refined.format = model.KindString, string(t.Kind)
	}
	if s.scalars == nil {
		s.scalars = map[model.Kind]scalar{}
	}
	if have, ok := s.scalars[kind]; ok && have != (scalar{}) {
		return
	}
	s.scalars[kind] = refined
}
