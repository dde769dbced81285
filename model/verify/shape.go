package verify

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
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
	b := newShapeBuilder(s)
	b.add(t, object{})
	s.memo[t] = b.out
	return b.out
}

// ofAll is the shape of a value of any of the types.
func (s *shapes) ofAll(types []*model.Type) *shape {
	if len(types) == 1 {
		return s.of(types[0])
	}
	b := newShapeBuilder(s)
	for _, t := range types {
		b.add(t, object{})
	}
	return b.out
}

// isNothing reports whether there is no value at all.
func (s *shape) isNothing() bool { return len(s.classes())+len(s.objects) == 0 && !s.null }

// isUnion reports whether values are of more than one kind.
func (s *shape) isUnion() bool { return len(s.classes())+len(s.objects) > 1 }

// A shapeBuilder collects one shape; seen ends unions that contain themselves.
type shapeBuilder struct {
	shapes  *shapes
	out     *shape
	seen    map[*model.Type]bool
	objects map[objectKey]bool
}

func newShapeBuilder(s *shapes) *shapeBuilder {
	return &shapeBuilder{shapes: s, out: &shape{}, seen: map[*model.Type]bool{}, objects: map[objectKey]bool{}}
}

func (b *shapeBuilder) add(t *model.Type, as object) {
	if t == nil || b.seen[t] {
		return
	}
	switch t.Kind {
	case model.KindRef:
		b.seen[t] = true
		if named := b.shapes.api.Lookup(t.Ref); named != nil {
			b.add(named.Type, object{name: named.Name, span: named.Span, deprecated: named.Deprecated != ""})
		}
	case model.KindUnion:
		b.seen[t] = true
		for _, v := range t.Variants {
			b.add(v.Type, object{name: v.Name, span: as.span})
		}
	case model.KindObject:
		b.addObject(t, as)
	case model.KindMap:
		b.out.maps = append(b.out.maps, elemOf(t))
	case model.KindArray:
		b.out.arrays = append(b.out.arrays, elemOf(t))
	default:
		b.addValue(t)
	}
}

func (b *shapeBuilder) addObject(t *model.Type, as object) {
	if len(t.Fields) == 0 {
		b.out.maps = append(b.out.maps, elemOf(t))
		return
	}
	if key := (objectKey{t, as.name}); !b.objects[key] {
		b.objects[key] = true
		as.t = t
		b.out.objects = append(b.out.objects, as)
	}
}

// elemOf is the type of elements, any where a side leaves it open.
func elemOf(t *model.Type) *model.Type {
	if t.Elem == nil {
		return anything
	}
	return t.Elem
}

var anything = &model.Type{Kind: model.KindAny}

func (b *shapeBuilder) addValue(t *model.Type) {
	switch t.Kind {
	case model.KindNull:
		b.out.null = true
	case model.KindAny:
		b.out.anything = true
	case model.KindConst:
		b.literal(t.Literal)
	case model.KindEnum:
		b.out.enums = append(b.out.enums, t)
		for _, v := range t.Enum.Values {
			b.literal(v.Literal)
		}
		if t.Enum.Open {
			b.scalar(&model.Type{Kind: t.Enum.Base})
		}
	default:
		b.scalar(t)
	}
}

func (b *shapeBuilder) literal(l model.Literal) {
	l = canonical(l)
	if l == "null" {
		b.out.null = true
		return
	}
	for _, have := range b.out.literals {
		if have == l {
			return
		}
	}
	b.out.literals = append(b.out.literals, l)
}

// scalar adds a scalar; of two that are one JSON kind the refined one stays.
func (b *shapeBuilder) scalar(t *model.Type) {
	kind, refined := t.Kind, scalar{format: t.Format}
	switch t.Kind {
	case model.KindInteger:
		kind, refined.integer = model.KindNumber, true
	case model.KindDate, model.KindDateTime:
		kind, refined.format = model.KindString, string(t.Kind)
	}
	if b.out.scalars == nil {
		b.out.scalars = map[model.Kind]scalar{}
	}
	if have, ok := b.out.scalars[kind]; ok && have != (scalar{}) {
		return
	}
	b.out.scalars[kind] = refined
}
