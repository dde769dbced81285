package link

import "github.com/docgen-go/docgen/model"

// bodies finds request bodies that are a list or another value: pages print
// them as a field named "body", and the example has no such field. It also
// takes the status of a response from its example.
func (l *linker) bodies() {
	for _, m := range l.sortedMethods() {
		if f := soleBody(m); f != nil && !sendsField(m, f.Name) {
			m.Body.Type, m.Body.Required = f.Type, f.Required
		}
		if m.Body != nil && m.Body.ContentType == "application/json" && holdsFile(m.Body.Type) {
			m.Body.ContentType = "multipart/form-data"
		}
		for _, e := range m.Examples {
			if e.Kind == model.ExampleResponse && m.Returns != nil && m.Returns.Status == 0 {
				m.Returns.Status = e.Status
			}
		}
	}
}

// holdsFile reports whether a body has a file, which JSON cannot carry.
func holdsFile(t *model.Type) bool {
	for _, f := range t.Fields {
		if innermost(f.Type).Kind == model.KindFile {
			return true
		}
	}
	return false
}

// wholeBody is the name that pages use for a body as a whole.
const wholeBody = "body"

// soleBody returns the only field of a body where it stands for the whole body.
func soleBody(m *model.Method) *model.Field {
	if m.Body == nil || m.Body.Type.Kind != model.KindObject || len(m.Body.Type.Fields) != 1 {
		return nil
	}
	if f := m.Body.Type.Fields[0]; f.Name == wholeBody {
		return f
	}
	return nil
}

// sendsField reports whether an example of the method sends an object with the
// field, or whether no example tells.
func sendsField(m *model.Method, name string) bool {
	told := false
	for _, e := range m.Examples {
		if e.Request == nil || e.Request.Body == "" {
			continue
		}
		v, err := ParseJSON(e.Request.Body)
		if err != nil {
			continue
		}
		told = true
		if object, ok := v.(map[string]any); ok {
			if _, has := object[name]; has {
				return true
			}
		}
	}
	return !told
}
