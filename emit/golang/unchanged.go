package golang

import (
	"slices"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// Unchanged are the IDs of the types that two revisions of an API declare alike
// in Go, as long as they have the same names. Nobody who compares has to look
// into these. A type that uses one without a name of its own is only among them
// if that is, too.
func Unchanged(before, after *model.API) map[string]bool {
	u := unchanged{
		before: before, after: after, out: map[string]bool{}, wasCyclic: cyclicTypes(before), nowCyclic: cyclicTypes(after),
		faces: map[string]bool{}, wasShared: naming.Groups(before), nowShared: naming.Groups(after),
	}
	users := map[string][]string{}
	var left []string
	for _, t := range before.Types {
		if u.alike(t) {
			u.out[t.ID] = true
			eachRef(t.Type, func(id string) { users[id] = append(users[id], t.ID) })
		} else {
			left = append(left, t.ID)
		}
	}
	for ; len(left) > 0; left = left[1:] {
		if t := before.Lookup(left[0]); !t.Anonymous {
			continue
		}
		for _, user := range users[left[0]] {
			if u.out[user] {
				delete(u.out, user)
				left = append(left, user)
			}
		}
	}
	return u.out
}

type unchanged struct {
	before, after        *model.API
	out                  map[string]bool
	wasCyclic, nowCyclic map[string]bool
	faces                map[string]bool // by ID, see face
	// wasShared and nowShared are the structures that are one Go type. Where one of
	// them changes, the others part with it.
	wasShared, nowShared map[string][]string
}

// alike reports whether both sides have a type, and members of it stand alike
// in a struct.
func (u *unchanged) alike(t *model.NamedType) bool {
	now := u.after.Lookup(t.ID)
	if now == nil || t.Anonymous != now.Anonymous || u.wasCyclic[t.ID] != u.nowCyclic[t.ID] || !sameType(t.Type, now.Type) || !slices.Equal(u.wasShared[t.ID], u.nowShared[t.ID]) {
		return false
	}
	same := true
	eachRef(t.Type, func(id string) { same = same && u.face(id) })
	return same
}

// face reports whether what a type looks like for those that use it is the same
// on both sides.
func (u *unchanged) face(id string) bool {
	same, known := u.faces[id]
	if !known {
		ref := &model.Type{Kind: model.KindRef, Ref: id}
		was, wasNamed := naming.Target(u.before, ref)
		now, nowNamed := naming.Target(u.after, ref)
		same = u.wasCyclic[id] == u.nowCyclic[id] && sameType(was, now) && (wasNamed == nil) == (nowNamed == nil) &&
			(wasNamed == nil || wasNamed.ID == nowNamed.ID && wasNamed.Type.Kind == nowNamed.Type.Kind)
		u.faces[id] = same
	}
	return same
}

// eachRef visits the types that a type mentions itself.
func eachRef(t *model.Type, visit func(id string)) {
	if t == nil {
		return
	}
	if t.Kind == model.KindRef {
		visit(t.Ref)
	}
	eachRef(t.Elem, visit)
	for _, f := range t.Fields {
		eachRef(f.Type, visit)
	}
	for _, v := range t.Variants {
		eachRef(v.Type, visit)
	}
}

// sameType compares what Go has of two types, refs by their IDs.
func sameType(a, b *model.Type) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Kind == b.Kind && a.Ref == b.Ref && a.Literal == b.Literal && sameEnum(a.Enum, b.Enum) && sameType(a.Elem, b.Elem) &&
		slices.EqualFunc(a.Fields, b.Fields, sameField) &&
		slices.EqualFunc(a.Variants, b.Variants, func(v, w *model.Variant) bool { return v.Name == w.Name && sameType(v.Type, w.Type) })
}

func sameField(f, g *model.Field) bool {
	return f.Name == g.Name && f.SDKName == g.SDKName && f.Required == g.Required && f.Nullable == g.Nullable && sameType(f.Type, g.Type)
}

func sameEnum(a, b *model.Enum) bool {
	if a == nil || b == nil {
		return a == b
	}
	return slices.EqualFunc(a.Values, b.Values, func(v, w model.EnumValue) bool { return v.Literal == w.Literal && v.SDKName == w.SDKName })
}

// SameNames reports whether types and what belongs to them have the same names
// in two packages. Names of fields follow from the types alone.
func SameNames(api *model.API, ids map[string]bool, a, b *naming.Names) bool {
	known := map[string]bool{} // by ID, whether the type is called the same
	called := func(id string) bool {
		same, ok := known[id]
		if !ok {
			same = a.Type(id) == b.Type(id)
			known[id] = same
		}
		return same
	}
	for _, t := range api.Types {
		if !ids[t.ID] {
			continue
		}
		if !called(t.ID) || a.Variant(t.ID) != b.Variant(t.ID) || !slices.Equal(a.Aliases(t.ID), b.Aliases(t.ID)) {
			return false
		}
		same := true
		eachRef(t.Type, func(id string) { same = same && called(id) })
		if head := a.API().Lookup(t.ID); !same || head != nil && !sameMembers(a.API(), head.Type, t.ID, a, b) {
			return false
		}
	}
	return true
}

func sameMembers(api *model.API, t *model.Type, id string, a, b *naming.Names) bool {
	if t.Enum != nil && slices.ContainsFunc(t.Enum.Values, func(v model.EnumValue) bool {
		return a.Value(id, v.Literal) != b.Value(id, v.Literal)
	}) {
		return false
	}
	return t.Kind != model.KindUnion || !slices.ContainsFunc(naming.Variants(api, t), func(v naming.Variant) bool {
		return a.Wrapper(id, v.Type) != b.Wrapper(id, v.Type)
	})
}
