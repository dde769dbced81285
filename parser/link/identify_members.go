package link

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/assemble"
)

// nestedNames bounds how often names are told apart by names that were.
const nestedNames = 4

// A holder is what occurrences of one name and shape hold in a resource, where that has names
// which stand for several types.
type holder struct {
	resource string
	holds    string // the members and the IDs of their types
	count    int
	first    *assemble.Occurrence
	mixed    bool // occurrences of the resource hold different ones
	declared bool
}

// splitByMembers tells types apart that have one name and one shape, and whose members have
// types of one name that are different ones: that of most occurrences keeps its ID, and the
// others have that of their resource. It reports whether there are any.
func (l *linker) splitByMembers() bool {
	several := l.severalTypes()
	if len(several) == 0 {
		return false
	}
	found := map[nameShape]map[string]*holder{}
	for _, u := range l.in.Units {
		for _, s := range u.Occurrences {
			holds := l.holds(s.Type, several, u.Resource)
			if holds == "" {
				continue
			}
			key := nameShape{s.Name, s.Shape}
			if found[key] == nil {
				found[key] = map[string]*holder{}
			}
			h := found[key][u.Resource]
			if h == nil {
				h = &holder{resource: u.Resource, holds: holds, first: s}
				found[key][u.Resource] = h
			}
			h.count++
			h.mixed, h.declared = h.mixed || h.holds != holds, h.declared || s.Declared
		}
	}
	keys := slices.SortedFunc(maps.Keys(found), func(a, b nameShape) int {
		return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(a.shape, b.shape))
	})
	split := false
	for _, key := range keys {
		split = l.splitHolders(key, slices.Collect(maps.Values(found[key]))) || split
	}
	return split
}

// severalTypes are the names that stand for several types.
func (l *linker) severalTypes() map[string]bool {
	first, several := map[string]string{}, map[string]bool{}
	note := func(name, id string) {
		if first[name] == "" {
			first[name] = id
		}
		if first[name] != id {
			several[name] = true
		}
	}
	for key, id := range l.ids {
		note(key.name, id)
	}
	for key, id := range l.idsIn {
		note(key.name, id)
	}
	return several
}

// holds are the members of a structure whose types have such names, with their IDs, or "".
func (l *linker) holds(t *model.Type, several map[string]bool, resource string) string {
	var b strings.Builder
	for _, f := range t.Fields {
		inner := innermost(f.Type)
		if inner.Kind != model.KindRef {
			continue
		}
		if name, shape := assemble.SplitRef(inner.Ref); several[name] && shape != "" {
			if id, ok := l.idFor(name, shape, resource); ok {
				b.WriteString(f.Name + " " + id + "\n")
			}
		}
	}
	return b.String()
}

// splitHolders gives IDs of their own to all but the main ones. A type that a page declares
// is one, however its members are shown.
func (l *linker) splitHolders(key nameShape, holders []*holder) bool {
	if slices.ContainsFunc(holders, func(h *holder) bool { return h.declared }) {
		return false
	}
	holders = slices.DeleteFunc(holders, func(h *holder) bool { return h.mixed })
	slices.SortFunc(holders, func(a, b *holder) int {
		return cmp.Or(b.count-a.count, len(a.resource)-len(b.resource), strings.Compare(a.resource, b.resource))
	})
	own := map[string]string{}
	for _, h := range holders {
		at := shapeIn{key, h.resource}
		if l.idsIn[at] != "" {
			own[h.holds] = l.idsIn[at]
		}
	}
	split := false
	for _, h := range holders {
		at := shapeIn{key, h.resource}
		if h.holds == holders[0].holds || l.idsIn[at] != "" || l.ids[key] == "" {
			continue
		}
		if own[h.holds] == "" {
			own[h.holds] = l.another(key.name, h.resource, l.ids[key])
			l.diags.Add("ambiguous-type", diag.Warning, h.first.Span, "%s has two structures, here and elsewhere; it is kept as %s", key.name, own[h.holds]).
				See(holders[0].first.Span, "the other structure")
		}
		l.idsIn[at], split = own[h.holds], true
	}
	return split
}

// another declares a type of a name beside the one that has it, and returns its ID.
func (l *linker) another(name, resource, beside string) string {
	id := resource + "." + name
	for l.named[id] != nil {
		id += ".other"
	}
	l.named[id] = &model.NamedType{ID: id, Name: name, Resource: l.named[beside].Resource}
	l.implied[id], l.printed[id] = l.implied[beside], l.printed[beside]
	return id
}
