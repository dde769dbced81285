package link

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// envelopes puts the envelope around what a page of a list holds. Clients that
// read pages one after the other print an element where the envelope is what
// travels; where no other dialect prints it, its example shows it.
func (l *linker) envelopes() {
	for _, m := range l.sortedMethods() {
		if m.Paging == nil || m.Returns == nil {
			continue
		}
		for _, e := range m.Examples {
			if e.Kind != model.ExampleResponse {
				continue
			}
			if t := l.envelopeOf(m.Returns.Type, e.Text); t != nil {
				m.Returns.Type = t
				break
			}
		}
	}
}

// envelopeOf returns the object that an example shows around a list of
// elements, or nil where the element itself has the fields of the example.
func (l *linker) envelopeOf(element *model.Type, example string) *model.Type {
	members := jsonMembers(example)
	list := listMember(members)
	if list == "" || l.hasField(element, list) {
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

// hasField reports whether a type is an object with the field.
func (l *linker) hasField(t *model.Type, name string) bool {
	s := l.structure(t)
	return s != nil && slices.ContainsFunc(s.Fields, func(f *model.Field) bool { return f.Name == name })
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
