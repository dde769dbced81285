// Package values tells what values a type can have, whatever it is nested and
// named like, and which member tells its alternatives apart.
//
// It is not part of the compatibility promise.
package values

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// A Lookup finds a named type by its ID, or nil.
type Lookup func(id string) *model.NamedType

// A Set is what the values of a type can be, with refs followed and unions laid
// flat.
type Set struct {
	// Scalars are types whose values are no literals, objects, arrays or maps, in
	// order: text, numbers, booleans, files, null and any value.
	Scalars []*model.Type
	// Literals are those of constants and enums, each once. Enums are where they
	// come from, and Open says that one of them allows others of its base.
	Literals []model.EnumValue
	Enums    []*model.Type
	Open     bool
	Objects  []Object
	// Arrays and Maps are the types of elements and values. An object without
	// fields is a map.
	Arrays, Maps []*model.Type
	// Refs are the types that were not to be opened, and Unknown the IDs that
	// nobody declares.
	Refs    []*model.NamedType
	Unknown []string
	// Partial says that the pages announce more values than they show.
	Partial bool
	// Discriminator is the first that a union names.
	Discriminator string
}

// An Object is an alternative with fields.
type Object struct {
	Type *model.Type
	// Named is the type that a ref led to, or nil, and Around the named type whose
	// union it is an alternative of, or nil.
	Named, Around *model.NamedType
	// Title is that of the alternative, or else the name that the pages give its
	// type, or "".
	Title string
}

// Of returns the values of a type. Types that open refuses are left as Refs;
// where open is nil, all are opened. A union that contains itself adds nothing.
func Of(lookup Lookup, t *model.Type, open func(*model.NamedType) bool) *Set {
	w := walk{lookup: lookup, open: open, seen: map[*model.Type]bool{}}
	w.add(t, Object{})
	return &w.out
}

type walk struct {
	lookup Lookup
	open   func(*model.NamedType) bool
	// stopped, if it is not nil, learns of each ref to a type that is not opened.
	stopped func(ref *model.Type, named *model.NamedType)
	seen    map[*model.Type]bool
	out     Set
	// literals are those of out, once they are many.
	literals map[model.Literal]bool
	// maxDepth is how many unions deep one looks, 0 for no bound. A union that is
	// deeper is of the Unknown.
	depth, maxDepth int
}

func (w *walk) add(t *model.Type, as Object) {
	if t == nil {
		return
	}
	w.out.Partial = w.out.Partial || t.Partial && t.Kind != model.KindObject
	switch t.Kind {
	case model.KindRef:
		w.ref(t, as)
	case model.KindUnion:
		w.union(t, as)
	case model.KindConst:
		w.literal(model.EnumValue{Literal: t.Literal})
	case model.KindEnum:
		w.out.Enums = append(w.out.Enums, t)
		w.out.Open = w.out.Open || t.Enum.Open
		for _, v := range t.Enum.Values {
			w.literal(v)
		}
	case model.KindArray:
		w.out.Arrays = append(w.out.Arrays, elemOf(t))
	case model.KindMap:
		w.out.Maps = append(w.out.Maps, elemOf(t))
	case model.KindObject:
		if len(t.Fields) == 0 {
			w.out.Maps = append(w.out.Maps, elemOf(t))
			return
		}
		as.Type = t
		w.out.Objects = append(w.out.Objects, as)
	default:
		w.out.Scalars = append(w.out.Scalars, t)
	}
}

func (w *walk) ref(t *model.Type, as Object) {
	named := w.lookup(t.Ref)
	switch {
	case named == nil:
		w.out.Unknown = append(w.out.Unknown, t.Ref)
	case w.seen[t]:
	case !named.Anonymous && w.open != nil && !w.open(named):
		w.out.Refs = append(w.out.Refs, named)
		if w.stopped != nil {
			w.stopped(t, named)
		}
	default:
		w.seen[t] = true
		if as.Title == "" && !named.Anonymous {
			as.Title = named.Name
		}
		as.Named = named
		w.add(named.Type, as)
	}
}

func (w *walk) union(t *model.Type, as Object) {
	if w.seen[t] {
		return
	}
	if w.maxDepth > 0 && w.depth == w.maxDepth {
		w.out.Unknown = append(w.out.Unknown, "")
		return
	}
	w.seen[t] = true
	w.depth++
	defer func() { w.depth-- }()
	if w.out.Discriminator == "" {
		w.out.Discriminator = t.Discriminator
	}
	for _, v := range t.Variants {
		w.add(v.Type, Object{Title: v.Name, Around: as.Named})
	}
}

// fewLiterals is how many are looked through one by one.
const fewLiterals = 32

func (w *walk) literal(v model.EnumValue) {
	if len(w.out.Literals) < fewLiterals {
		if !slices.ContainsFunc(w.out.Literals, func(have model.EnumValue) bool { return have.Literal == v.Literal }) {
			w.out.Literals = append(w.out.Literals, v)
		}
		return
	}
	if w.literals == nil {
		w.literals = map[model.Literal]bool{}
		for _, have := range w.out.Literals {
			w.literals[have.Literal] = true
		}
	}
	if !w.literals[v.Literal] {
		w.literals[v.Literal] = true
		w.out.Literals = append(w.out.Literals, v)
	}
}

// elemOf is the type of elements, any value where nobody says it.
func elemOf(t *model.Type) *model.Type {
	if t.Elem == nil {
		return anything
	}
	return t.Elem
}

var anything = &model.Type{Kind: model.KindAny}

// Allows reports whether a scalar of a kind is among the values.
func (s *Set) Allows(k model.Kind) bool {
	return slices.ContainsFunc(s.Scalars, func(t *model.Type) bool { return t.Kind == k })
}
