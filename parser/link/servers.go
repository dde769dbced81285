package link

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// server reads the base URL that an example calls. The first one, in the order
// of the methods' IDs, is that of the API, however many call another. One that
// leaves room for a name of the reader is no server.
func (l *linker) server(m *model.Method, e *model.Example) {
	base, template := baseURL(e.Request.URL, m.Path)
	switch {
	case base == "":
	case template:
		if !l.templates[base] {
			l.templates[base] = true
			l.diags.Add("server-template", diag.Info, e.Span, "examples call %s, where the reader puts a name; it is no server to call by default", base).
				Help = "set base_url in docgen.yaml, or have callers give WithBaseURL"
		}
	case !slices.ContainsFunc(l.api.Servers, func(s model.Server) bool { return s.URL == base }) && !l.callsOther(m, e, base):
		l.api.Servers = append(l.api.Servers, model.Server{URL: base, Span: e.Span})
	}
}

// callsOther reports whether an example of a method calls another one of the API, whose path has
// more of the URL: /projects/{id}/search, of which /search is but the end. The base URL has to
// go on from one that is known.
func (l *linker) callsOther(m *model.Method, e *model.Example, base string) bool {
	if !slices.ContainsFunc(l.api.Servers, func(s model.Server) bool { return strings.HasPrefix(base, s.URL+"/") }) {
		return false
	}
	if l.byLastSegment == nil {
		l.byLastSegment = map[string][]*model.Method{}
		for _, other := range l.sortedMethods() {
			last := lastSegment(other.Path)
			l.byLastSegment[last] = append(l.byLastSegment[last], other)
		}
	}
	for _, other := range l.byLastSegment[lastSegment(m.Path)] {
		if len(other.Path) <= len(m.Path) {
			continue
		}
		its, _ := baseURL(e.Request.URL, other.Path)
		if !slices.ContainsFunc(l.api.Servers, func(s model.Server) bool { return s.URL == its }) {
			continue
		}
		l.diags.Add("example-of-another", diag.Info, e.Span, "an example of %s calls %s %s; %s is no base URL", m.ID, other.Verb, other.Path, base)
		return true
	}
	return false
}

func lastSegment(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// severalServers tells of each base URL that is not the one called by default.
func (l *linker) severalServers() {
	for i, s := range l.api.Servers {
		if i == 0 {
			continue
		}
		first, isStated := l.api.Servers[0], len(l.in.Stated.Servers) > 0
		where := "the first example"
		d := l.diags.Add("several-servers", diag.Warning, s.Span, "an example calls %s; clients call %s, which is that of the first method", s.URL, first.URL)
		d.Help = "set base_url in docgen.yaml to the one that is meant"
		if isStated {
			where = "the first one"
			d.Message = fmt.Sprintf("the base URL here is %s; clients call %s, which is the first that a page states", s.URL, first.URL)
		}
		d.See(first.Span, where)
	}
}

// baseURL returns what stands before the method's path in the URL of its example,
// and whether it holds a placeholder; it is "" where the URL does not end in the path.
func baseURL(raw, path string) (base string, template bool) {
	raw, _, _ = strings.Cut(raw, "#")
	scheme, rest, ok := strings.Cut(raw, "://")
	switch {
	case ok && scheme != "http" && scheme != "https" && !hasPlaceholder(scheme):
		return "", false
	case !ok && !hasPlaceholder(raw[:max(0, strings.IndexByte(raw+"/", '/'))]):
		return "", false // no URL, or a host without its scheme
	case !ok:
		scheme, rest = "", raw
	}
	segments := strings.Split(strings.TrimRight(rest, "/"), "/")
	want := strings.Split(strings.Trim(path, "/"), "/")
	cut := len(segments) - len(want)
	if cut < 1 {
		return "", false
	}
	for i, segment := range want {
		if !strings.Contains(segment, "{") && segments[cut+i] != segment {
			return "", false
		}
	}
	host := segments[0][strings.LastIndexByte(segments[0], '@')+1:]
	base = strings.Join(append([]string{host}, segments[1:cut]...), "/")
	template = scheme == "" || hasPlaceholder(scheme) || templateHost(host) || hasPlaceholder(base)
	if scheme != "" {
		base = scheme + "://" + base
	}
	return base, template
}
