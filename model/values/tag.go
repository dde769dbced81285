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
// value of the member. Of an open enum they are those that are known.
func Tags(lookup Lookup, t *model.Type, member string) (literals []model.Literal, always bool) {
	set := Of(lookup, t, nil)
	onlyNull := !slices.ContainsFunc(set.Scalars, func(t *model.Type) bool { return t.Kind != model.KindNull })
	if !onlyNull || len(set.Literals)+len(set.Arrays)+len(set.Maps)+len(set.Unknown) > 0 {
		return nil, false
	}
	always = true
	for _, o := range set.Objects {
		i := slices.IndexFunc(o.Type.Fields, func(f *model.Field) bool { return f.Name == member })
		if i < 0 {
			return nil, false
		}
		values := Of(lookup, o.Type.Fields[i].Type, nil)
		if len(values.Scalars)+len(values.Objects)+len(values.Arrays)+len(values.Maps)+len(values.Unknown) > 0 {
			return nil, false
		}
		always = always && o.Type.Fields[i].Required
		for _, v := range values.Literals {
			if !slices.Contains(literals, v.Literal) {
				literals = append(literals, v.Literal)
			}
		}
	}
	return literals, always
}

// maxNested bounds how deep unions in unions are looked into for what tells their
// objects apart: each of a long chain would look at all below it.
const maxNested = 9

// Discriminator returns the first member of the first object of a union that all
// its objects have with texts of their own, or "". Where a value of any kind is
// allowed too, nothing tells it apart.
func Discriminator(lookup Lookup, union *model.Type) string {
	w := walk{lookup: lookup, seen: map[*model.Type]bool{}, maxDepth: maxNested}
	w.add(union, Object{})
	set := &w.out
	if len(set.Objects) < 2 || len(set.Maps)+len(set.Unknown) > 0 || set.Allows(model.KindAny) {
		return ""
	}
	for _, f := range set.Objects[0].Type.Fields {
		seen := map[model.Literal]bool{}
		tells := !slices.ContainsFunc(set.Objects, func(o Object) bool {
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
