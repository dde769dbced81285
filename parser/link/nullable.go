package link

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// nullable finds the named types that may be null: those whose page lists null
// among the alternatives, and choices and other names for one of these. Null is
// no part of such a type; it belongs to the fields that have it.
func (l *linker) nullable() {
	seen := map[string]bool{}
	for t := range l.eachType() {
		l.findNull(t.ID, seen)
	}
}

// findNull reports whether values of a named type may be null. A type that is
// looked at already is asked no more: what leads back to it adds nothing.
func (l *linker) findNull(id string, seen map[string]bool) bool {
	t := l.named[id]
	if l.nulls[id] || seen[id] || t == nil {
		return l.nulls[id]
	}
	seen[id] = true
	isNull := func(t *model.Type) bool { return t.Kind == model.KindRef && l.findNull(t.Ref, seen) }
	l.nulls[id] = isNull(t.Type) || slices.ContainsFunc(t.Type.Variants, func(v *model.Variant) bool { return isNull(v.Type) })
	return l.nulls[id]
}

// mayBeNull reports whether a field has a named type that may be null.
func (l *linker) mayBeNull(f *model.Field) bool {
	return f.Type.Kind == model.KindRef && l.nulls[f.Type.Ref]
}
