package link

import (
	"net/url"
	"regexp"
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
	if m.Body != nil && len(e.Request.Form) > 0 {
		m.Body.ContentType = "multipart/form-data"
		m.Body.Type = l.fileFields(m.Body.Type, e.Request.Form)
	}
	if m.Body == nil && len(e.Request.Form) > 0 {
		m.Body = &model.Body{ContentType: "multipart/form-data", Required: true, Type: l.formBody(e)}
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

// variable finds a shell variable, which is where an example leaves room for a
// credential.
var variable = regexp.MustCompile(`\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?`)

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

// authOf reads a header that carries a credential.
func authOf(h model.Constant) *model.Auth {
	v := variable.FindStringSubmatch(h.Value)
	if strings.EqualFold(h.Name, "Authorization") {
		scheme, _, _ := strings.Cut(h.Value, " ")
		a := &model.Auth{Scheme: model.AuthHeader, Name: "Authorization"}
		switch strings.ToLower(scheme) {
		case "bearer":
			a = &model.Auth{Scheme: model.AuthBearer}
		case "basic":
			a = &model.Auth{Scheme: model.AuthBasic}
		}
		if v != nil {
			a.Env = v[1]
		}
		return a
	}
	if v == nil || !secretName.MatchString(h.Name) && !secretName.MatchString(v[1]) {
		return nil
	}
	return &model.Auth{Scheme: model.AuthHeader, Name: h.Name, Env: v[1]}
}

// secretName finds the words that names of credentials hold.
var secretName = regexp.MustCompile(`(?i)(key|token|secret|auth|password|credential)`)

func (l *linker) addAuth(m *model.Method, a *model.Auth) {
	for i := range l.api.Auth {
		have := &l.api.Auth[i]
		if have.Scheme == a.Scheme && strings.EqualFold(have.Name, a.Name) && have.Env == a.Env {
			a = have
		}
	}
	if a.ID == "" {
		a.ID = l.authID(a)
		l.api.Auth = append(l.api.Auth, *a)
	}
	if !slices.Contains(m.Auth, a.ID) {
		m.Auth = append(m.Auth, a.ID)
	}
}

// authID names a credential after its environment variable, or its header.
func (l *linker) authID(a *model.Auth) string {
	id := strings.ToLower(a.Env)
	if id == "" {
		id = strings.ToLower(strings.ReplaceAll(a.Name, "-", "_"))
	}
	if id == "" {
		id = string(a.Scheme)
	}
	taken := func(b model.Auth) bool { return b.ID == id }
	if slices.ContainsFunc(l.api.Auth, taken) {
		id += "_" + string(a.Scheme)
	}
	for slices.ContainsFunc(l.api.Auth, taken) {
		id += "_" + strings.ToLower(strings.ReplaceAll(a.Name, "-", "_"))
	}
	return id
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

// fileFields turns the fields that an example fills from files into files.
func (l *linker) fileFields(t *model.Type, form []model.Constant) *model.Type {
	if t.Kind != model.KindObject {
		return t
	}
	c := *t
	c.Fields = slices.Clone(t.Fields)
	for i, f := range c.Fields {
		for _, part := range form {
			if strings.TrimSuffix(part.Name, "[]") == f.Name && strings.HasPrefix(part.Value, "@") {
				g := *f
				g.Type = l.asFile(f.Type)
				g.Evidence = f.Evidence.With(model.FactType, model.SourceExample)
				c.Fields[i] = &g
			}
		}
	}
	c.Fields = append(c.Fields, l.missingParts(c.Fields, form)...)
	return l.types.Intern(c)
}

func (l *linker) asFile(t *model.Type) *model.Type {
	if t.Kind == model.KindArray {
		c := *t
		c.Elem = l.asFile(t.Elem)
		return l.types.Intern(c)
	}
	if t.Kind == model.KindString || t.Kind == model.KindAny {
		return l.types.Scalar(model.KindFile)
	}
	return t
}

// missingParts are the parts of a form that the page does not list as fields.
func (l *linker) missingParts(have []*model.Field, form []model.Constant) []*model.Field {
	var out []*model.Field
	for _, part := range form {
		name := strings.TrimSuffix(part.Name, "[]")
		same := func(f *model.Field) bool { return f.Name == name }
		if slices.ContainsFunc(have, same) || slices.ContainsFunc(out, same) {
			continue
		}
		kind := model.KindString
		if strings.HasPrefix(part.Value, "@") {
			kind = model.KindFile
		}
		f := &model.Field{Name: name, Type: l.types.Scalar(kind), Required: true}
		f.Evidence = f.Evidence.With(model.FactType, model.SourceExample).With(model.FactRequired, model.SourceExample)
		out = append(out, f)
	}
	return out
}

// formBody is the body of a method whose page lists no field but whose example
// sends a form.
func (l *linker) formBody(e *model.Example) *model.Type {
	fields := l.missingParts(nil, e.Request.Form)
	for _, f := range fields {
		f.Span = e.Span
	}
	return l.types.Intern(model.Type{Kind: model.KindObject, Fields: fields})
}
