package link

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// requests reads from the request examples what pages say nowhere else: the
// base URL, how to authenticate, fixed headers and fixed queries.
func (l *linker) requests() {
	methods := l.sortedMethods()
	for _, m := range methods {
		for _, e := range m.Examples {
			if e.Request != nil {
				l.request(m, e)
			}
		}
	}
	l.constants(methods)
	l.severalServers()
}

func (l *linker) request(m *model.Method, e *model.Example) {
	l.server(m, e)
	for _, h := range e.Request.Headers {
		l.requestHeader(m, e, h)
	}
	for _, q := range e.Request.Query {
		listBrackets(m, q)
	}
	if len(e.Request.Form) > 0 {
		l.requestForm(m, e)
	}
}

// listBrackets records that an array is written with brackets.
func listBrackets(m *model.Method, q model.Constant) {
	name, brackets := strings.CutSuffix(q.Name, "[]")
	for _, p := range m.Params {
		if brackets && p.Place == model.PlaceQuery && p.Name == name {
			p.Style = "brackets"
		}
	}
}
