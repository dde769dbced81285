package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

func (l *linker) requestHeader(m *model.Method, e *model.Example, h model.Constant) {
	if a := authOf(h); a != nil {
		a.Span = e.Span
		l.addAuth(m, a)
		return
	}
	name := strings.ToLower(h.Name)
	switch {
	case name == "content-type":
		if m.Body != nil && h.Value != "" && !strings.Contains(h.Value, "$") {
			m.Body.ContentType = mediaType(h.Value)
		}
	case name == "accept" || variable.MatchString(h.Value):
	case !slices.Contains(m.Headers, h):
		m.Headers = append(m.Headers, h)
	}
}

func mediaType(value string) string {
	media, _, _ := strings.Cut(value, ";")
	return strings.TrimSpace(media)
}

// commonHeaders moves to the API what all request examples send.
func (l *linker) commonHeaders(methods []*model.Method) {
	count, total := map[model.Constant]int{}, 0
	var order []model.Constant
	for _, m := range methods {
		if !slices.ContainsFunc(m.Examples, func(e *model.Example) bool { return e.Request != nil }) {
			continue
		}
		total++
		for _, h := range m.Headers {
			if count[h]++; count[h] == 1 {
				order = append(order, h)
			}
		}
	}
	for _, h := range order {
		// A few odd examples do not make a header optional: most of them decide.
		if total > 1 && count[h]*2 > total && !l.declared(methods, h.Name) {
			l.api.Headers = append(l.api.Headers, h)
			for _, m := range methods {
				m.Headers = slices.DeleteFunc(m.Headers, func(g model.Constant) bool { return g == h })
			}
		}
	}
}

// declared reports whether a method documents the header as its parameter and
// requires it, so that the caller gives the value.
func (l *linker) declared(methods []*model.Method, name string) bool {
	for _, m := range methods {
		for _, p := range m.Params {
			if p.Place == model.PlaceHeader && p.Required && strings.EqualFold(p.Name, name) {
				return true
			}
		}
	}
	return false
}
