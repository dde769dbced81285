package link

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/assemble"
)

// secondNames decides what `Crate = Parcel` with members below means where the
// page does not announce how many members Parcel has: Crate is but a second name
// for it where all of them are members of Parcel, or where nothing else says
// what Parcel is.
func (l *linker) secondNames() {
	known := map[string][]*model.Type{}
	for _, u := range l.in.Units {
		for _, s := range u.Occurrences {
			if s.Extends == nil {
				known[s.Name] = append(known[s.Name], s.Type)
			}
		}
	}
	for i := range l.in.Units {
		u := &l.in.Units[i]
		kept := make([]*assemble.Occurrence, 0, len(u.Occurrences))
		for _, s := range u.Occurrences {
			if s.Extends == nil || s.Extends.Plain == nil {
				kept = append(kept, s)
				continue
			}
			kept = append(kept, l.secondName(s, known[s.Extends.Base])...)
		}
		u.Occurrences = kept
	}
}

// secondName returns the occurrences that stand for one whose members may be those
// of its base, whose other structures are given.
func (l *linker) secondName(s *assemble.Occurrence, bases []*model.Type) []*assemble.Occurrence {
	ref := model.Type{Kind: model.KindRef, Ref: s.Extends.Base}
	var out []*assemble.Occurrence
	switch {
	case len(bases) == 0:
		out = append(out, s.Extends.Plain)
	case !slices.ContainsFunc(bases, func(t *model.Type) bool { return hasAll(t, s.Type) }):
		return []*assemble.Occurrence{s}
	}
	second := *s
	second.Type, second.Extends = &ref, nil
	if s.Extends.Lone {
		l.local[nameShape{s.Name, s.Shape}] = &second
		return out
	}
	return append(out, &second)
}

// hasAll reports whether an object has all fields of another one, and says the
// same of them.
func hasAll(t, other *model.Type) bool {
	return !slices.ContainsFunc(other.Fields, func(f *model.Field) bool {
		i := fieldAt(t.Fields, f.Name)
		return i < 0 || plainKind(t.Fields[i].Type) != plainKind(f.Type) || t.Fields[i].Type.Literal != f.Type.Literal
	})
}
