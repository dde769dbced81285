package golang

import "github.com/docgen-go/docgen/model"

// shownDoc says what of an operation no page states and only its examples show.
func shownDoc(m *model.Method) string {
	shown := func(e model.Evidence) bool { return e.Of(model.FactType) == model.SourceExample }
	result, body := m.Returns != nil && shown(m.Returns.Evidence), m.Body != nil && shown(m.Body.Evidence)
	switch {
	case result && body:
		return "No page states the body and the result: both are as the examples show them."
	case result:
		return "No page states the result: it is as the example of a response shows it."
	case body:
		return "No page states the body: it is as the example of a request shows it."
	}
	return ""
}
