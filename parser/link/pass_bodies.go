package link

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/curl"
)

// bodies finds request bodies that are a list or another value: pages print
// them as a field named "body", and the example has no such field. It also
// takes the status of a response from its example, and that it is a file.
func (l *linker) bodies() {
	for m := range l.eachMethod() {
		if m.Returns == nil && m.Streaming == nil && savesResponse(m) {
			m.Returns = &model.Response{ContentType: "application/octet-stream", Type: l.types.Scalar(model.KindFile)}
		}
		if f := soleBody(m); f != nil && !sendsField(m, f.Name) {
			m.Body.Type, m.Body.Required = f.Type, f.Required
			m.Body.Evidence = f.Evidence
		}
		if m.Body != nil && (m.Body.ContentType == "application/json" || m.Body.ContentType == "application/x-www-form-urlencoded") && holdsFile(m.Body.Type) {
			m.Body.ContentType = "multipart/form-data"
		}
		for _, e := range m.Examples {
			if e.Kind == model.ExampleResponse && m.Returns != nil && m.Returns.Status == 0 && e.Status < 400 {
				m.Returns.Status = e.Status
			}
		}
	}
}

// savesResponse reports whether an example writes the response into a file.
func savesResponse(m *model.Method) bool {
	return slices.ContainsFunc(m.Examples, func(e *model.Example) bool { return e.Request != nil && curl.Saves(e.Text) })
}

// holdsFile reports whether a body has a file, which JSON cannot carry.
func holdsFile(t *model.Type) bool {
	return slices.ContainsFunc(t.Fields, func(f *model.Field) bool { return isFile(f.Type) })
}

// isFile reports whether a value is a file, files, or a choice of these.
func isFile(t *model.Type) bool {
	t = innermost(t)
	return t.Kind == model.KindFile ||
		t.Kind == model.KindUnion && slices.ContainsFunc(t.Variants, func(v *model.Variant) bool { return isFile(v.Type) })
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
// field, or, where no example tells, whether it is a plain value: lists and objects
// that are a whole body go by that name.
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
	return !told && !isStructured(m.Body.Type.Fields[0].Type)
}

// isStructured reports whether values of a type are lists or objects.
func isStructured(t *model.Type) bool {
	switch t.Kind {
	case model.KindArray, model.KindMap, model.KindObject:
		return true
	}
	return false
}
