package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// findItems finds the elements in the response: in the envelope, or in one
// object of it.
func (p *pager) findItems() {
	if name, sure := p.listOf(p.envelope); name != "" {
		p.setItems(sure, p.envelope, name)
		return
	}
	for _, f := range p.envelope.Fields {
		t := p.l.structure(f.Type)
		if t == nil || t.Kind != model.KindObject || !slices.Contains(wrapperNames, Slug(f.Name)) && !p.isSubject(f.Name) {
			continue
		}
		if name, sure := p.listOf(t); name != "" {
			p.setItems(sure, t, f.Name, name)
			return
		}
	}
}

// setItems notes the list that the last of names is, in the object around it.
func (p *pager) setItems(sure bool, around *model.Type, names ...string) {
	for _, f := range around.Fields {
		if f.Name == names[len(names)-1] {
			p.items, p.elem, p.sure = model.PathOf(names...), p.l.structure(f.Type).Elem, sure
		}
	}
}

// listOf returns the list of an object that holds the elements: by its name, by
// the name of what the method lists, or because it is the only one, which is no
// sign that the method is for it.
func (p *pager) listOf(t *model.Type) (name string, sure bool) {
	arrays := p.l.arraysOf(t)
	for _, name := range arrays {
		if p.isSubject(name) {
			return name, true
		}
	}
	name = p.l.itemsOf(t)
	return name, slices.Contains(itemNames, Slug(name)) && !names.EndsInSlot(p.m.Path) && p.isOnlyList(t, name)
}

// isOnlyList reports whether nothing but a list is what an object is for: what
// else it has are values, other lists, and objects about pages.
func (p *pager) isOnlyList(t *model.Type, list string) bool {
	return !slices.ContainsFunc(t.Fields, func(f *model.Field) bool {
		s := p.l.structure(f.Type)
		return f.Name != list && s != nil && (s.Kind == model.KindObject || s.Kind == model.KindUnion) &&
			!slices.Contains(pagerNames, Slug(f.Name)) && !slices.Contains(sideNames, Slug(f.Name))
	})
}

// isSubject reports whether a name is that of what the path ends in.
func (p *pager) isSubject(name string) bool {
	segments := strings.Split(strings.Trim(p.m.Path, "/"), "/")
	last := segments[len(segments)-1]
	return last != "" && !strings.HasPrefix(last, "{") && Slug(last) == Slug(name)
}

// arraysOf returns the fields of an object that hold lists.
func (l *linker) arraysOf(t *model.Type) []string {
	var arrays []string
	for _, f := range t.Fields {
		if t := l.structure(f.Type); t != nil && t.Kind == model.KindArray {
			arrays = append(arrays, f.Name)
		}
	}
	return arrays
}

// itemsOf returns the array of an envelope: by its name, or because it is the
// only one besides those that say something else.
func (l *linker) itemsOf(envelope *model.Type) string {
	arrays := l.arraysOf(envelope)
	for _, name := range itemNames {
		for _, array := range arrays {
			if Slug(array) == name {
				return array
			}
		}
	}
	arrays = slices.DeleteFunc(arrays, func(name string) bool { return slices.Contains(sideNames, Slug(name)) })
	if len(arrays) == 1 {
		return arrays[0]
	}
	return ""
}
