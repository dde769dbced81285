package link

import (
	"github.com/docgen-go/docgen/model"
)

// requests reads from the request examples what pages say nowhere else: the
// base URL, how to authenticate, fixed headers and fixed queries.
func (l *linker) requests() {
	methods := l.sortedMethods()
	l.statedServers()
	l.mediaParams(methods)
	l.statedMedia(methods)
	for _, m := range methods {
		for _, e := range m.Examples {
			if e.Request != nil {
				l.request(m, e)
			}
		}
	}
	l.statedHosts()
	l.constants(methods)
	l.severalServers()
	l.otherHosts()
	l.credentialParams(methods)
	l.statedAuth(methods)
	l.listStyles(methods)
}

func (l *linker) request(m *model.Method, e *model.Example) {
	l.server(m, e)
	for _, h := range e.Request.Headers {
		l.requestHeader(m, e, h)
	}
	if len(e.Request.Form) > 0 {
		l.requestForm(m, e)
	}
}
