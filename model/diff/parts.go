package diff

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/values"
)

// Parts are what the values of a type can be, with unions laid out flat. It is
// what two types are compared by, so neither the nesting of alternatives nor
// where a structure has a name of its own matters.
type parts struct {
	scalars map[model.Kind]*model.Type
	// values are the literals of constants and enums; open says that others of
	// their base are allowed. enum tells an enum from a constant.
	values []model.EnumValue
	open   bool
	enum   bool
	// objects have the name of their declared type, if they have one.
	objects []object
	arrays  []*model.Type
	maps    []*model.Type
	// refs are declared types that were not opened.
	refs []*model.NamedType
	// partial says that the pages announce more than they show.
	partial bool
	// discriminator is that of the union, where it is one.
	discriminator string
}

type object struct {
	t     *model.Type
	named *model.NamedType
	title string
}

// unfold lays a type out. opened are declared types to look into.
func (s *side) unfold(t *model.Type, opened func(*model.NamedType) bool) parts {
	return partsOf(values.Of(s.api.Lookup, t, opened))
}

// partsOf returns a set of values as what types are compared by.
func partsOf(set *values.Set) parts {
	p := parts{
		scalars: map[model.Kind]*model.Type{}, values: set.Literals, open: set.Open, enum: len(set.Enums) > 0,
		arrays: set.Arrays, maps: set.Maps, refs: set.Refs, partial: set.Partial, discriminator: set.Discriminator,
	}
	for _, t := range set.Scalars {
		p.scalars[t.Kind] = t
	}
	for _, o := range set.Objects {
		p.objects = append(p.objects, object{o.Type, o.Named, o.Title})
	}
	return p
}

// base is the scalar whose values the literals are.
func (p *parts) base() model.Kind {
	if len(p.values) == 0 {
		return ""
	}
	switch l := string(p.values[0].Literal); {
	case strings.HasPrefix(l, `"`):
		return model.KindString
	case l == "true" || l == "false":
		return model.KindBoolean
	}
	return model.KindNumber
}

// normalize makes one thing of what can be said in several ways: literals beside
// their base are an open enum, and the base then goes without saying.
func (p *parts) normalize() {
	base := p.base()
	for kind := range p.scalars {
		if base != "" && class(kind) == base {
			p.open, p.enum = true, true
			delete(p.scalars, kind)
		}
	}
}

// class is the JSON type of a scalar.
func class(k model.Kind) model.Kind {
	switch k {
	case model.KindDate, model.KindDateTime:
		return model.KindString
	case model.KindInteger:
		return model.KindNumber
	}
	return k
}

// single reports whether the type is one thing and no choice.
func (p *parts) single() bool {
	n := len(p.scalars) + len(p.objects) + len(p.arrays) + len(p.maps) + len(p.refs)
	if len(p.values) > 0 {
		n++
	}
	return n == 1
}
