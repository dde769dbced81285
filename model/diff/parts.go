package diff

import (
	"strings"

	"github.com/docgen-go/docgen/model"
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
	// discriminator is that of the union, where it is one.
	discriminator string
}

type object struct {
	t     *model.Type
	named *model.NamedType
	title string
}

// An unfolder lays types out. opened are declared types to look into.
type unfolder struct {
	side   *side
	opened func(*model.NamedType) bool
	seen   map[*model.Type]bool
	out    parts
}

func (s *side) unfold(t *model.Type, opened func(*model.NamedType) bool) parts {
	u := unfolder{side: s, opened: opened, seen: map[*model.Type]bool{}}
	u.out.scalars = map[model.Kind]*model.Type{}
	u.add(t, nil, "")
	return u.out
}

func (u *unfolder) add(t *model.Type, named *model.NamedType, title string) {
	if t == nil {
		return
	}
	switch t.Kind {
	case model.KindRef:
		u.ref(t, title)
	case model.KindUnion:
		u.union(t)
	case model.KindConst:
		u.value(model.EnumValue{Literal: t.Literal})
	case model.KindEnum:
		u.out.enum = true
		u.out.open = u.out.open || t.Enum.Open
		for _, v := range t.Enum.Values {
			u.value(v)
		}
	case model.KindArray:
		u.out.arrays = append(u.out.arrays, t.Elem)
	case model.KindMap:
		u.out.maps = append(u.out.maps, t.Elem)
	case model.KindObject:
		u.object(t, named, title)
	default:
		u.out.scalars[t.Kind] = t
	}
}

func (u *unfolder) ref(t *model.Type, title string) {
	named := u.side.api.Lookup(t.Ref)
	switch {
	case named == nil || u.seen[t]:
	case !named.Anonymous && !u.opened(named):
		u.out.refs = append(u.out.refs, named)
	default:
		u.seen[t] = true
		if title == "" && !named.Anonymous {
			title = named.Name
		}
		u.add(named.Type, named, title)
	}
}

func (u *unfolder) union(t *model.Type) {
	if u.seen[t] {
		return
	}
	u.seen[t] = true
	if u.out.discriminator == "" {
		u.out.discriminator = t.Discriminator
	}
	for _, v := range t.Variants {
		u.add(v.Type, nil, v.Name)
	}
}

// object tells objects of any keys, which are maps, from those with fields.
func (u *unfolder) object(t *model.Type, named *model.NamedType, title string) {
	switch {
	case len(t.Fields) > 0:
		u.out.objects = append(u.out.objects, object{t, named, title})
	case t.Elem != nil:
		u.out.maps = append(u.out.maps, t.Elem)
	default:
		u.out.maps = append(u.out.maps, &model.Type{Kind: model.KindAny})
	}
}

func (u *unfolder) value(v model.EnumValue) {
	for _, have := range u.out.values {
		if have.Literal == v.Literal {
			return
		}
	}
	u.out.values = append(u.out.values, v)
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
