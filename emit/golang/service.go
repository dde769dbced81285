package golang

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// service declares a resource's service, its methods and their parameters.
func (g *generator) service(f gosrc.Writer, r *model.Resource) {
	name := g.names.Service(r.ID)
	var fields []gosrc.Field
	for _, sub := range model.Called(r.Resources) {
		fields = append(fields, g.accessor(sub))
	}
	fields = append(fields, gosrc.Field{Name: "transport", Type: gosrc.Pointer(gosrc.Name("transport"))})
	doc := func() []string { return join(wrap(name+" has the operations of "+r.ID+"."), paragraphs(r.Doc)) }
	f.Struct(doc, name, fields...)
	methods := &methodRecorder{Writer: f}
	for _, m := range r.Methods {
		diag.Naming("rendering "+m.ID, m.Span, func() {
			if g.hasParams(m) {
				g.params(f, m)
			}
			g.method(methods, r, m)
		})
	}
	if slices.Contains(g.opts.Interfaces, r.ID) {
		of := g.names.Interface(r.ID)
		doc := of + " is what " + name + " does, for something else in its place, as in tests. Methods come to it as they come to the API."
		f.Interface(wrapped(doc), of, name, methods.funcs)
	}
}

// A methodRecorder remembers the methods that are declared.
type methodRecorder struct {
	gosrc.Writer
	funcs []gosrc.Func
}

func (m *methodRecorder) Func(fn gosrc.Func) {
	m.funcs = append(m.funcs, fn)
	m.Writer.Func(fn)
}

// accessor is the field that leads to a resource. It holds the service itself: behind a
// pointer, the services of a zero Client would be nil, and the first call would panic
// instead of saying that the client was not made by NewClient.
func (g *generator) accessor(r *model.Resource) gosrc.Field {
	name := g.names.Accessor(r.ID)
	var doc gosrc.Doc
	if title := oneLine(r.Title); !strings.EqualFold(strings.ReplaceAll(title, " ", ""), name) {
		doc = wrapped(title)
	}
	return gosrc.Field{Doc: doc, Name: name, Type: gosrc.Name(g.names.Service(r.ID))}
}

func pathParam(m *model.Method, wire string) *model.Param {
	for _, p := range m.Params {
		if p.Location == model.LocationPath && p.Name == wire {
			return p
		}
	}
	return nil
}

// method declares one operation.
func (g *generator) method(f gosrc.Writer, r *model.Resource, m *model.Method) {
	result := g.result(m)
	f.Func(gosrc.Func{
		Doc: func() []string {
			return g.methodDoc(m, result.note, shownDoc(m), g.errorDoc(m))
		},
		Receiver: g.receiver(r), Name: g.names.Method(m.ID),
		Params: g.methodParams(m), Results: result.types,
		Body: func() []gosrc.Code { return append(append(g.takeParams(m), g.request(m)...), result.send()) },
	})
	g.streaming(f, r, m)
	g.autoPaging(f, r, m)
	g.polling(f, r, m)
}

func (g *generator) receiver(r *model.Resource) gosrc.Param {
	return gosrc.Param{Name: "s", Type: gosrc.Pointer(gosrc.Name(g.names.Service(r.ID)))}
}

// methodParams are the parameters of the Go method for an operation.
func (g *generator) methodParams(m *model.Method) []gosrc.Param {
	params := []gosrc.Param{{Name: "ctx", Type: gosrc.Pkg("context", "Context")}}
	for _, wire := range naming.PathParams(m.Path) {
		params = append(params, gosrc.Param{Name: g.names.Argument(m.ID, wire), Type: g.argumentType(m, wire)})
	}
	if g.takesArgument(m) {
		params = append(params, gosrc.Param{Name: "params", Type: gosrc.Name(g.names.Params(m.ID))})
	}
	return append(params, gosrc.Param{Name: "opts", Variadic: true, Type: gosrc.Name("Option")})
}

// argumentType is the type of a parameter of the path: a scalar, and text for
// everything that is none.
func (g *generator) argumentType(m *model.Method, wire string) gosrc.Code {
	if p := pathParam(m, wire); p != nil {
		t := g.api.Resolve(p.Type)
		switch t.Kind {
		case model.KindInteger, model.KindNumber, model.KindBoolean, model.KindDate, model.KindDateTime:
			return g.goType(p.Type)
		case model.KindEnum:
			if naming.EnumBase(t.Enum) != model.KindAny {
				return g.goType(p.Type)
			}
		}
	}
	return scalarType(model.KindString)
}

// takeParams takes the params struct of a method out of its options.
func (g *generator) takeParams(m *model.Method) []gosrc.Code {
	if !g.takesOptionally(m) {
		return nil
	}
	take := gosrc.Call(gosrc.Name("takeParams"), gosrc.Name("opts"), gosrc.Address(gosrc.Name("params")))
	return []gosrc.Code{gosrc.Var("params", gosrc.Name(g.names.Params(m.ID))), gosrc.Assign(gosrc.Name("opts"), take)}
}

// request builds the request that a method sends, whose params are there.
func (g *generator) request(m *model.Method) []gosrc.Code {
	args := []gosrc.Code{verb(m.Verb), gosrc.Text(m.Path)}
	for _, id := range g.auth(m) {
		args = append(args, gosrc.Text(id))
	}
	body := []gosrc.Code{gosrc.Define("r", gosrc.Call(gosrc.Name("newRequest"), args...))}
	for _, wire := range naming.PathParams(m.Path) {
		body = append(body, onRequest("setPath", gosrc.Text(wire), gosrc.Name(g.names.Argument(m.ID, wire))))
	}
	body = append(body, g.fixed(m)...)
	body = append(body, g.accept(m)...)
	body = append(body, g.errorCases(m)...)
	body = append(body, g.idempotencyKey(m)...)
	for _, p := range g.besides(m) {
		body = append(body, g.setParam(m, p))
	}
	if m.Body != nil {
		body = append(append(body, g.setBody(m)), g.bodyMedia(m)...)
	}
	return body
}

// setBody sends the body as its media type wants it.
func (g *generator) setBody(m *model.Method) gosrc.Code {
	value := gosrc.Name("params")
	t := m.Body.Type
	if bodyFormOf(m) == bodyValue {
		value = gosrc.Select(value, g.names.Param(m.ID, naming.LocationBody, ""))
		t = g.api.Resolve(t)
	}
	switch {
	case t != nil && t.Kind == model.KindFile:
		return onRequest("setContent", gosrc.Text(m.Body.ContentType), value)
	case isURLForm(m) && t != nil && t.Kind == model.KindObject:
		return onRequest("setURLForm", gosrc.Address(value), gosrc.Name(g.formStyle(m)))
	case isForm(m) && t != nil && t.Kind == model.KindObject:
		return onRequest("setForm", gosrc.Address(value), gosrc.Name(g.formStyle(m)))
	}
	return onRequest("setJSON", gosrc.Address(value))
}

// verb is net/http's constant for a method, or the text of an unusual one.
func verb(v string) gosrc.Code {
	switch v {
	case "GET", "PUT", "POST", "HEAD", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT":
		return gosrc.Pkg("net/http", "Method"+v[:1]+strings.ToLower(v[1:]))
	}
	return gosrc.Text(v)
}

func onRequest(method string, args ...gosrc.Code) gosrc.Code {
	return gosrc.Call(gosrc.Select(gosrc.Name("r"), method), args...)
}

// fixed sets what the operation always sends.
func (g *generator) fixed(m *model.Method) []gosrc.Code {
	var out []gosrc.Code
	set := func(location, name, value string) {
		set := map[string]string{"query": "fixQuery", "header": "fixHeader"}[location]
		out = append(out, gosrc.Call(gosrc.Select(gosrc.Name("r"), set), gosrc.Text(name), gosrc.Text(value)))
	}
	for _, c := range m.Query {
		set("query", c.Name, c.Value)
	}
	for _, c := range m.OwnHeaders() {
		set("header", c.Name, c.Value)
	}
	for _, p := range m.Params {
		if isFixed(g, p) && (p.Location == model.LocationQuery || p.Location == model.LocationHeader) {
			target, _ := naming.Target(g.api, p.Type)
			set(string(p.Location), p.Name, naming.LiteralText(target.Literal))
		}
	}
	return out
}

// setParam sends one field of the params struct.
func (g *generator) setParam(m *model.Method, p *model.Param) gosrc.Code {
	value := gosrc.Address(gosrc.Select(gosrc.Name("params"), g.names.Param(m.ID, p.Location, p.Name)))
	switch p.Location {
	case model.LocationHeader:
		if g.api.Resolve(p.Type).Kind == model.KindArray {
			return onRequest("setHeaderList", gosrc.Text(p.Name), value)
		}
		return onRequest("setHeader", gosrc.Text(p.Name), value)
	case model.LocationCookie:
		return onRequest("setCookie", gosrc.Text(p.Name), value)
	}
	return onRequest("setQuery", gosrc.Text(p.Name), value, gosrc.Name(listStyle(p.Style)))
}

// listStyle is the runtime's constant for how lists are written.
func listStyle(style string) string {
	switch style {
	case "brackets", "comma":
		return style
	case "space", "pipe":
		return style + "s"
	case "json":
		return "asJSON"
	}
	return "repeat"
}
