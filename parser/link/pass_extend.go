package link

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/assemble"
)

// extend gives each type that extends another one the members of that, with the
// names that their structures have there.
func (l *linker) extend() {
	open := map[string]bool{}
	for t := range l.eachType() {
		l.extendType(t, open)
	}
}

// extendType does so for one type, after the type that it extends. open are the
// types that are being extended.
func (l *linker) extendType(n *model.NamedType, open map[string]bool) {
	x := l.extends[n.ID]
	if x == nil || open[n.ID] || n.Type.Kind != model.KindObject || x.Size > 0 && includes(n.Type.Fields, x) {
		return
	}
	open[n.ID] = true
	base := l.baseOf(n, x)
	if base == nil {
		l.diags.Add("unknown-base", diag.Warning, n.Span, "%s extends %s, whose members no page lists", n.Name, x.Base).
			Help = "only the members of its own are in the model"
	} else {
		l.extendType(base, open)
		c := *n.Type
		c.Fields = extendFields(l.structure(base.Type).Fields, n.Type.Fields)
		n.Type = l.types.Intern(c)
	}
	open[n.ID] = false
	l.extends[n.ID] = nil
}

// includes reports whether the members that an extension announces are among
// the fields.
func includes(fields []*model.Field, x *assemble.Extension) bool {
	return len(fields) >= x.Size && !slices.ContainsFunc(x.Fields, func(name string) bool { return fieldAt(fields, name) < 0 })
}

// extends reports whether part is what another occurrence of the type has besides
// the members of the type that part extends, or whether part, which no page
// declares, lists but what whole adds to the type that it extends.
func extends(whole, part *candidate) bool {
	all, own := whole.occurrences[0], part.occurrences[0]
	if !hasAll(all.Type, own.Type) {
		return false
	}
	switch {
	case all.Extends != nil:
		return !part.declared && len(all.Type.Fields) == len(own.Type.Fields)
	case own.Extends != nil:
		return own.Extends.Size > 0 && len(all.Type.Fields) == own.Extends.Size+len(own.Type.Fields) && includes(all.Type.Fields, own.Extends)
	}
	return false
}

func fieldAt(fields []*model.Field, name string) int {
	return slices.IndexFunc(fields, func(f *model.Field) bool { return f.Name == name })
}

// extendFields returns the fields of a base and those that a type adds to them
// or says more of.
func extendFields(base, own []*model.Field) []*model.Field {
	out := slices.Clone(base)
	for _, f := range own {
		if i := fieldAt(out, f.Name); i >= 0 {
			out[i] = f
		} else {
			out = append(out, f)
		}
	}
	return out
}

// baseOf finds the type that another one extends: the object of that name that
// has as many members as are announced, or else those that are announced by name.
// Among several it is the one that the name alone means, or that of the resource.
func (l *linker) baseOf(n *model.NamedType, x *assemble.Extension) *model.NamedType {
	var found *model.NamedType
	best := 0
	for _, t := range l.sortedTypes() {
		if t == n || t.Name != x.Base {
			continue
		}
		if fit := l.fitBase(n, t, x); fit > best {
			found, best = t, fit
		}
	}
	return found
}

// fitBase says how well a type fits as the base of another one; 0 is not at all.
func (l *linker) fitBase(n, t *model.NamedType, x *assemble.Extension) int {
	body := l.structure(t.Type)
	if body == nil || body.Kind != model.KindObject {
		return 0
	}
	fit := 1
	if l.extends[t.ID] == nil { // else its own base has the members
		if slices.ContainsFunc(x.Fields, func(name string) bool { return fieldAt(body.Fields, name) < 0 }) {
			return 0
		}
		if x.Size == len(body.Fields) {
			fit += 4
		}
	}
	if t.Resource == n.Resource {
		fit++
	}
	if t.ID == x.Base {
		fit++
	}
	return fit
}
