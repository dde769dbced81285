package values

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// Tag returns the text that an object always has in a member, as JSON, or "".
func Tag(object *model.Type, member string) model.Literal {
	for _, f := range object.Fields {
		if f.Name == member && f.Required && f.Type.Kind == model.KindConst && strings.HasPrefix(string(f.Type.Literal), `"`) {
			return f.Type.Literal
		}
	}
	return ""
}

// Tags returns the literals that a member can have in the objects that a type
// allows, each once and in order, and whether all of them always have it. There
// are none where the type allows anything but objects and null, or an object any
// value of the member, or has unions in unions that are deeper than maxNested. Of an open
// enum they are those that are known.
func Tags(lookup Lookup, t *model.Type, member string) (literals []model.Literal, always bool) {
	w := walk{lookup: lookup, seen: map[*model.Type]bool{}, maxDepth: maxNested}
	w.add(t, Object{})
	set := &w.out
	onlyNull := !slices.ContainsFunc(set.Scalars, func(t *model.Type) bool { return t.Kind != model.KindNull })
	if !onlyNull || len(set.Literals)+len(set.Arrays)+len(set.Maps)+len(set.Unknown) > 0 {
		return nil, false
	}
	always = true
	seen := map[model.Literal]bool{}
	for _, o := range set.Objects {
		of, required := literalsOf(lookup, o.Type, member)
		if of == nil {
			return nil, false
		}
		always = always && required
		for _, v := range of {
			if !seen[v.Literal] {
				seen[v.Literal] = true
				literals = append(literals, v.Literal)
			}
		}
	}
	return literals, always
}

// literalsOf returns the literals that a member of an object can have, and whether
// it is always there. There are none where other values are allowed.
func literalsOf(lookup Lookup, object *model.Type, member string) (literals []model.EnumValue, always bool) {
	i := slices.IndexFunc(object.Fields, func(f *model.Field) bool { return f.Name == member })
	if i < 0 {
		return nil, false
	}
	set := Of(lookup, object.Fields[i].Type, nil)
	if len(set.Scalars)+len(set.Objects)+len(set.Arrays)+len(set.Maps)+len(set.Unknown) > 0 {
		return nil, false
	}
	return set.Literals, object.Fields[i].Required
}

// Tells reports whether a member has literals of its own in each object of a union,
// and no other object is allowed.
func Tells(lookup Lookup, union *model.Type, member string) bool {
	objects, ok := objectsOf(lookup, union)
	seen := map[model.Literal]bool{}
	for _, o := range objects {
		literals, _ := literalsOf(lookup, o.Type, member)
		if literals == nil {
			return false
		}
		for _, v := range literals {
			if seen[v.Literal] {
				return false
			}
			seen[v.Literal] = true
		}
	}
	return ok
}

// maxNested bounds how deep unions in unions are looked into for what tells their
// objects apart: each of a long chain would look at all below it.
const maxNested = 9

// Discriminator returns the first member of the first object of a union that all
// its objects have with texts of their own, or "". Where a value of any kind is
// allowed too, nothing tells it apart.
func Discriminator(lookup Lookup, union *model.Type) string {
	objects, ok := objectsOf(lookup, union)
	if !ok || len(objects) < 2 {
		return ""
	}
	for _, f := range objects[0].Type.Fields {
		seen := map[model.Literal]bool{}
		tells := !slices.ContainsFunc(objects, func(o Object) bool {
			tag := Tag(o.Type, f.Name)
			again := tag == "" || seen[tag]
			seen[tag] = true
			return again
		})
		if tells {
			return f.Name
		}
	}
	return ""
}

// objectsOf returns the objects of a union and of the unions in it. It is not ok
// where other objects are allowed too.
func objectsOf(lookup Lookup, union *model.Type) (objects []Object, ok bool) {
	w := walk{lookup: lookup, seen: map[*model.Type]bool{}, maxDepth: maxNested}
	w.add(union, Object{})
	return w.out.Objects, len(w.out.Maps)+len(w.out.Unknown) == 0 && !w.out.Allows(model.KindAny)
}
