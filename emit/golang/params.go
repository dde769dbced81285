package golang

import (
	"mime"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// A bodyForm is how a method's params struct carries the body.
type bodyForm int

const (
	noBody     bodyForm = iota
	bodyFields          // the members of the body are fields
	bodyValue           // the field Body is the body
)

func bodyFormOf(m *model.Method) bodyForm {
	switch {
	case m.Body == nil:
		return noBody
	case m.Body.Type != nil && m.Body.Type.Kind == model.KindObject:
		return bodyFields
	}
	return bodyValue
}

// isForm reports whether the body is a multipart form.
func isForm(m *model.Method) bool {
	return m.Body != nil && strings.HasPrefix(m.Body.ContentType, "multipart/")
}

// hasParams reports whether a method takes a params struct.
func (g *generator) hasParams(m *model.Method) bool {
	return m.Body != nil || len(g.besides(m)) > 0
}

// takesOptionally reports whether a method's params struct is one of its options and
// no argument: the method requires nothing besides its path. So neither a parameter nor
// a body that may be left out changes how a method is called, when the pages add it one
// day.
func (g *generator) takesOptionally(m *model.Method) bool {
	return g.hasParams(m) && !g.requiresBody(m) &&
		!slices.ContainsFunc(g.besides(m), func(p *model.Param) bool { return p.Required })
}

// requiresBody reports whether a method has a body that must be given: the pages say so,
// or a member of it is required. Of one that is no object nothing tells how to leave it
// out.
func (g *generator) requiresBody(m *model.Method) bool {
	if m.Body == nil {
		return false
	}
	t, named := naming.Target(g.api, m.Body.Type)
	if named != nil {
		t = named.Type
	}
	return m.Body.Required || t == nil || t.Kind != model.KindObject ||
		slices.ContainsFunc(t.Fields, func(f *model.Field) bool { return f.Required })
}

// takesArgument reports whether a method's params struct is one of its arguments.
func (g *generator) takesArgument(m *model.Method) bool {
	return g.hasParams(m) && !g.takesOptionally(m)
}

// optionDoc says which of the options has the parameters of a method.
func (g *generator) optionDoc(m *model.Method) string {
	if !g.takesOptionally(m) {
		return ""
	}
	return "Its parameters are " + withArticle(g.names.Params(m.ID)) + " among opts, and may be left out."
}

// optionMarker is the method by which the runtime knows an Option.
const optionMarker = "isOption"

// besides are the parameters that travel neither in the path nor in the body
// and that a caller can choose: each once, in the order of the page.
func (g *generator) besides(m *model.Method) []*model.Param {
	var out []*model.Param
	seen := map[string]bool{}
	for _, p := range m.Params {
		name := g.names.Param(m.ID, p.Location, p.Name)
		if name == "" || seen[name] || isFixed(g, p) {
			continue
		}
		seen[name] = true
		out = append(out, p)
	}
	return out
}

// isFixed reports whether a parameter is always sent with one value.
func isFixed(g *generator, p *model.Param) bool {
	target, _ := naming.Target(g.api, p.Type)
	return p.Location != model.LocationPath && p.Required && !p.Nullable && target.Kind == model.KindConst
}

// params declares a method's params struct.
func (g *generator) params(f gosrc.Writer, m *model.Method) {
	name := g.names.Params(m.ID)
	s := structWriter{g: g, name: func(wire string) string { return g.names.Param(m.ID, naming.LocationBody, wire) }}
	form := bodyFormOf(m)
	switch form {
	case bodyFields:
		s.add(m.Body.Type.Fields)
	case bodyValue:
		s.fields = append(s.fields, gosrc.Field{
			Doc:  gosrc.Lines("Body is the body of the request."),
			Name: g.names.Param(m.ID, naming.LocationBody, ""), Type: g.goType(m.Body.Type), Tags: jsonIgnored,
		})
	}
	for _, p := range g.besides(m) {
		doc := func() []string { return fieldDoc(&p.Field) }
		s.fields = append(s.fields, gosrc.Field{
			Doc: doc, Name: g.names.Param(m.ID, p.Location, p.Name), Type: g.member("", &p.Field).Type, Tags: jsonIgnored,
			Note: "sent in the " + string(p.Location),
		})
	}
	if form == bodyFields {
		s.fields = append(s.fields, extraField())
	}
	doc := name + " are the parameters of " + g.names.Method(m.ID)
	if g.takesOptionally(m) {
		doc += ", and an Option of it"
	}
	f.Struct(wrapped(doc+"."), name, s.fields...)
	if g.takesOptionally(m) {
		markerMethod(f, name, optionMarker, false)
	}
	g.paramsMethods(f, m)
}

var jsonIgnored = []gosrc.Tag{{Key: "json", Value: "-"}}

// paramsMethods makes the JSON of a params struct the JSON of the body.
func (g *generator) paramsMethods(f gosrc.Writer, m *model.Method) {
	name := g.names.Params(m.ID)
	switch bodyFormOf(m) {
	case bodyFields:
		jsonMethods(f, name, false)
	case bodyValue:
		body := func() gosrc.Code {
			return gosrc.Address(gosrc.Select(gosrc.Name("v"), g.names.Param(m.ID, naming.LocationBody, "")))
		}
		marshalMethod(f, name,
			returns(func() gosrc.Code { return gosrc.Call(gosrc.Name("encodeValue"), body()) }))
		unmarshalMethod(f, name,
			returns(func() gosrc.Code { return gosrc.Call(gosrc.Name("decodeValue"), gosrc.Name("b"), body()) }), false)
	}
}

// isJSON reports whether a media type is JSON, which is what none means.
func isJSON(contentType string) bool {
	if contentType == "" {
		return true
	}
	media, _, err := mime.ParseMediaType(contentType)
	return err == nil && (media == "application/json" || strings.HasSuffix(media, "+json"))
}
