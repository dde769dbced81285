package model

// MapTypes puts what f returns in the place of every type that the method has in its
// signature: those of its parameters, its body, its results and its errors.
func (m *Method) MapTypes(f func(*Type) *Type) {
	for _, p := range m.Params {
		p.Type = f(p.Type)
	}
	if m.Body != nil {
		m.Body.Type = f(m.Body.Type)
	}
	if m.Returns != nil {
		m.Returns.Type = f(m.Returns.Type)
	}
	if m.Streaming != nil {
		m.Streaming.Type = f(m.Streaming.Type)
	}
	for _, e := range m.Errors {
		e.Type = f(e.Type)
	}
}
