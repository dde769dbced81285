package link

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// envelopes puts the envelope around what a page of a list holds. Clients that
// read pages one after the other print an element where the envelope is what
// travels; where no other dialect prints it, its example shows it, or a list
// that has the same page type.
func (l *linker) envelopes() {
	known := map[string]*model.Type{}
	var open []*model.Method
	for m := range l.eachMethod() {
		if m.Paging == nil || m.Returns == nil {
			continue
		}
		t, shown := l.shownEnvelope(m)
		if t != nil {
			m.Returns.Type = t
		}
		if l.ofClient(m) && !shown && !l.isEnvelope(m.Returns.Type) {
			open = append(open, m)
		} else if word := pageWord(m); known[word] == nil {
			known[word] = l.structure(m.Returns.Type)
		}
	}
	for _, m := range open {
		if t := l.envelopeLike(known[pageWord(m)], m.Returns.Type); t != nil {
			m.Returns.Type = t
		}
	}
}

// ofClient reports whether only pages of clients tell what a method returns.
func (l *linker) ofClient(m *model.Method) bool {
	by := m.Returns.Evidence.Of(model.FactType)
	return l.client[m.ID] || by != "" && !by.Inferred()
}

// shownEnvelope is the envelope that an example of a method shows. shown is false
// where there is no example.
func (l *linker) shownEnvelope(m *model.Method) (t *model.Type, shown bool) {
	for _, e := range m.Examples {
		if e.Kind == model.ExampleResponse {
			shown = true
			if t := l.envelopeOf(m.Returns.Type, e.Text); t != nil {
				return t, true
			}
		}
	}
	return nil, shown
}

// pageWord is the name of a method's page type without the words by which a
// client tells apart how it waits.
func pageWord(m *model.Method) string {
	return strings.TrimPrefix(strings.TrimPrefix(m.Paging.Type, "Async"), "Sync")
}

// isEnvelope reports whether a type has a list with one of the names that
// envelopes have for their elements.
func (l *linker) isEnvelope(t *model.Type) bool {
	list := l.listField(t)
	return list != nil && slices.Contains(itemNames, list.Name)
}

// listField is the field of an envelope that holds its elements, or nil.
func (l *linker) listField(t *model.Type) *model.Field {
	s := l.structure(t)
	if s == nil || s.Kind != model.KindObject {
		return nil
	}
	name := l.itemsOf(s)
	for _, f := range s.Fields {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// envelopeLike is an envelope of another list with other elements.
func (l *linker) envelopeLike(envelope, element *model.Type) *model.Type {
	list := l.listField(envelope)
	if list == nil {
		return nil
	}
	c := *envelope
	c.Fields = slices.Clone(envelope.Fields)
	for i, f := range c.Fields {
		if f == list {
			g := *f
			g.Type = l.types.Intern(model.Type{Kind: model.KindArray, Elem: element})
			g.Evidence = g.Evidence.With(model.FactType, model.SourceName)
			c.Fields[i] = &g
		}
	}
	return l.types.Intern(c)
}

// envelopeOf returns the object that an example shows around a list of
// elements, or nil where the element itself has the fields of the example.
func (l *linker) envelopeOf(element *model.Type, example string) *model.Type {
	members := jsonMembers(example)
	list := listMember(members)
	if list == "" || l.hasList(element, list) {
		return nil
	}
	t := model.Type{Kind: model.KindObject}
	for _, m := range members {
		f := &model.Field{Name: m.name, Required: m.name == list}
		if f.Required {
			f.Type = l.types.Intern(model.Type{Kind: model.KindArray, Elem: element})
		} else {
			f.Type, f.Nullable = l.typeOf(m.value), true // the last page may have none
		}
		for _, fact := range []model.Fact{model.FactType, model.FactRequired, model.FactNullable} {
			f.Evidence = f.Evidence.With(fact, model.SourceExample)
		}
		t.Fields = append(t.Fields, f)
	}
	return l.types.Intern(t)
}

// hasList reports whether a type is an object with the list.
func (l *linker) hasList(t *model.Type, name string) bool {
	s := l.structure(t)
	return s != nil && slices.ContainsFunc(s.Fields, func(f *model.Field) bool {
		list := l.structure(f.Type)
		return f.Name == name && list != nil && list.Kind == model.KindArray
	})
}

// listMember is the member that holds the elements: by its name, or because it
// is the only list.
func listMember(members []jsonMember) string {
	var lists []string
	for _, m := range members {
		if strings.HasPrefix(string(m.value), "[") {
			lists = append(lists, m.name)
		}
	}
	for _, name := range itemNames {
		if slices.Contains(lists, name) {
			return name
		}
	}
	if len(lists) == 1 {
		return lists[0]
	}
	return ""
}

// typeOf is the type of a value beside a list. A cursor that is null is text
// on other pages.
func (l *linker) typeOf(value json.RawMessage) *model.Type {
	switch value[0] {
	case '"', 'n':
		return l.types.Scalar(model.KindString)
	case 't', 'f':
		return l.types.Scalar(model.KindBoolean)
	case '{', '[':
		return l.types.Scalar(model.KindAny)
	}
	return l.types.Scalar(model.KindNumber)
}

// A jsonMember is one name and value of an object.
type jsonMember struct {
	name  string
	value json.RawMessage
}

// jsonMembers are the members of an object in the order of the text, or nil
// where the text is no object.
func jsonMembers(text string) []jsonMember {
	d := json.NewDecoder(strings.NewReader(text))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil
	}
	var out []jsonMember
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil
		}
		m := jsonMember{name: name.(string)} // the decoder allows nothing else there
		if d.Decode(&m.value) != nil || len(m.value) == 0 {
			return nil
		}
		out = append(out, m)
	}
	return out
}
