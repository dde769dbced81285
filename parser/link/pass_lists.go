package link

import "github.com/docgen-go/docgen/model"

// lists finds the responses that are a list without anything around it. http
// pages print the members of an element there, as they do below any list, and
// nothing but the example shows what travels.
func (l *linker) lists() {
	for m := range l.eachMethod() {
		if m.Returns == nil || l.eitherOf[m.ID] || !l.holdsObjects(m.Returns.Type) {
			continue
		}
		for _, e := range m.Examples {
			if e.Kind != model.ExampleResponse {
				continue
			}
			if l.isListOf(e, m.Returns.Type) {
				m.Returns.Type = l.types.Intern(model.Type{Kind: model.KindArray, Elem: m.Returns.Type})
				break
			}
			if l.isOneOf(e, m.Returns.Type) {
				break // what a later one lists is a part of it, or contradicts it
			}
		}
	}
}

// isOneOf reports whether an example of a success is one object that has more members of
// the type than it lacks.
func (l *linker) isOneOf(e *model.Example, t *model.Type) bool {
	v, object := l.valueOf(e).Value.(map[string]any)
	return object && e.Status < 300 && l.score(t, v, 0) > 2
}

// holdsObjects reports whether a type is an object or a choice of types.
func (l *linker) holdsObjects(t *model.Type) bool {
	s := l.structure(t)
	return s != nil && (s.Kind == model.KindObject || s.Kind == model.KindUnion)
}

// isListOf reports whether an example is a list of objects that have more
// members of the type than they lack.
func (l *linker) isListOf(e *model.Example, t *model.Type) bool {
	list, _ := l.valueOf(e).Value.([]any)
	for _, v := range list {
		if _, object := v.(map[string]any); !object || l.score(t, v, 0) <= 2 {
			return false
		}
	}
	return len(list) > 0
}

// valueOf is an example, decoded.
func (l *linker) valueOf(e *model.Example) Decoded {
	if d, ok := l.decoded[e.Text]; ok {
		return d
	}
	return Decode(e.Text)
}
