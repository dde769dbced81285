package link

import (
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// events gives what each event carries a named type: the one that the pages of
// the resource declare with the same members and the same constants, or else one
// that is named after the resource and the event.
func (l *linker) events() {
	for _, u := range l.in.Units {
		if u.Event == nil {
			continue
		}
		t := l.resolver(u).typ(u.Event.Type)
		e := &model.Event{Name: u.Event.Name, Doc: u.Event.Doc, Example: u.Event.Example, Span: u.Event.Span}
		if e.Type = l.payload(t, u.Resource); e.Type == "" {
			e.Type = l.namePayload(t, e, u.Resource)
		}
		l.carried[u.Resource] = append(l.carried[u.Resource], e)
	}
}

// payload returns the ID of the declared type that an event carries, or "".
func (l *linker) payload(t *model.Type, resource string) string {
	if t.Kind == model.KindRef {
		return t.Ref
	}
	found := ""
	for _, n := range l.sortedTypes() {
		if n.Type == nil || l.implied[n.ID] || !samePayload(n.Type, t) {
			continue
		}
		if n.Resource == resource {
			return n.ID
		}
		if found == "" && marked(t) {
			found = n.ID
		}
	}
	return found
}

// samePayload reports whether two objects have the same members, the same of
// them required, and the same constants.
func samePayload(a, b *model.Type) bool {
	return a.Kind == model.KindObject && sameFields(a, b) && slices.EqualFunc(a.Fields, b.Fields, func(f, g *model.Field) bool {
		return f.Type.Literal == g.Type.Literal && f.Type.Ref == g.Type.Ref && plainKind(f.Type) == plainKind(g.Type)
	})
}

// plainKind is the kind of a member as all pages know it: how exact a scalar is
// depends on the dialects that a page was fused with.
func plainKind(t *model.Type) model.Kind {
	switch t.Kind {
	case model.KindInteger:
		return model.KindNumber
	case model.KindDate, model.KindDateTime:
		return model.KindString
	}
	return t.Kind
}

// marked reports whether an object has a constant that tells it from others.
func marked(t *model.Type) bool {
	return slices.ContainsFunc(t.Fields, func(f *model.Field) bool { return f.Type.Kind == model.KindConst })
}

// namePayload declares a type for what an event carries.
func (l *linker) namePayload(t *model.Type, e *model.Event, resource string) string {
	name := prefix(resource, "") + Camel(Slug(e.Name))
	if !strings.HasSuffix(name, "Event") {
		name += "Event"
	}
	id := name
	for n := 2; l.named[id] != nil; n++ {
		if l.named[id].Type == t {
			return id
		}
		id = name + strconv.Itoa(n)
	}
	l.named[id] = &model.NamedType{ID: id, Name: id, Resource: resource, Type: t, Doc: e.Doc, Span: e.Span}
	l.printed[id] = true
	return id
}
