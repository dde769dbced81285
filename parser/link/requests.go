package link

import (
	"net/url"
	"slices"
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
	l.commonHeaders(methods)
}

func (l *linker) request(m *model.Method, e *model.Example) {
	if base := baseURL(e.Request.URL, m.Path); base != "" {
		l.addServer(base, e)
	}
	for _, h := range e.Request.Headers {
		l.requestHeader(m, e, h)
	}
	for _, q := range e.Request.Query {
		l.requestQuery(m, e, q)
	}
	if len(e.Request.Form) > 0 {
		l.requestForm(m, e)
	}
}

// baseURL is what stands before the method's path in the URL of its example,
// or "" where the URL does not end in the path.
func baseURL(raw, path string) string {
	u, err := url.Parse(raw)
	if err != nil || u.Scheme == "" || u.Host == "" {
		return ""
	}
	have := strings.Split(strings.Trim(u.Path, "/"), "/")
	want := strings.Split(strings.Trim(path, "/"), "/")
	cut := len(have) - len(want)
	if cut < 0 {
		return ""
	}
	for i, segment := range want {
		if !strings.Contains(segment, "{") && have[cut+i] != segment {
			return ""
		}
	}
	base := u.Scheme + "://" + u.Host
	if cut > 0 {
		base += "/" + strings.Join(have[:cut], "/")
	}
	return base
}

func (l *linker) addServer(base string, e *model.Example) {
	for _, s := range l.api.Servers {
		if s.URL == base {
			return
		}
	}
	l.api.Servers = append(l.api.Servers, model.Server{URL: base, Span: e.Span})
}

// requestQuery records how an array is written, and a query that no parameter
// of the method covers, which then is part of the address.
func (l *linker) requestQuery(m *model.Method, e *model.Example, q model.Constant) {
	name, brackets := strings.CutSuffix(q.Name, "[]")
	for _, p := range m.Params {
		if p.Place != model.PlaceQuery || p.Name != name && p.Name != q.Name {
			continue
		}
		if brackets && p.Name == name {
			p.Style = "brackets"
		}
		return
	}
	if variable.MatchString(q.Value) || brackets {
		return
	}
	if !slices.Contains(m.Query, q) {
		m.Query = append(m.Query, q)
	}
}
