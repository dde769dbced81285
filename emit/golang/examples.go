package golang

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// examples declares a runnable example for each service, of what the pages show of one
// of its operations.
func (g *generator) examples(f gosrc.Writer) {
	g.examplesBelow(f, g.api.Resources)
}

func (g *generator) examplesBelow(f gosrc.Writer, resources []*model.Resource) {
	for _, r := range model.Called(resources) {
		if m := g.shownMethod(r); m != nil {
			diag.Naming("rendering the example of "+m.ID, m.Span, func() {
				f.Func(gosrc.Func{
					Name: exampleName(g.names.Service(r.ID), g.names.Method(m.ID)),
					Body: func() []gosrc.Code { return g.exampleBody(m) },
				})
			})
		}
		g.examplesBelow(f, r.Resources)
	}
}

// shownMethod is the first operation of which the pages show a request and an answer, or
// an answer, or else the first; nil where all are streams or send files.
func (g *generator) shownMethod(r *model.Resource) *model.Method {
	var best *model.Method
	points := -1
	for _, m := range r.Methods {
		if form := g.result(m); form.stream != nil || len(g.fileParams(m)) > 0 || !plainName.MatchString(g.names.Method(m.ID)) {
			continue
		}
		n := 0
		if g.answer(m).example != nil {
			n += 2
		}
		if m.Body == nil || g.shownBody(m) != "" {
			n++
		}
		if n > points {
			best, points = m, n
		}
	}
	return best
}

// exampleName is the name of an example of a method. vet takes what stands before an underscore
// for the type, so that a service whose name has one (V1_2Service) has an example of the package.
func exampleName(service, method string) string {
	if plainName.MatchString(service) {
		return "Example" + service + "_" + method
	}
	return "Example_" + strings.ToLower(service[:1]) + strings.ReplaceAll(service[1:], "_", "") + method
}

// plainName are names that vet takes for what an example is about.
var plainName = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)

// shownBody is the JSON of a body that the pages show, "" where there is none.
func (g *generator) shownBody(m *model.Method) string {
	if m.Body == nil || isForm(m) || isURLForm(m) || !isJSON(m.Body.ContentType) {
		return ""
	}
	for _, e := range m.Examples {
		if e.Kind == model.ExampleRequest && e.Request != nil && e.Conflict == "" && json.Valid([]byte(e.Request.Body)) {
			return e.Request.Body
		}
	}
	return ""
}

func (g *generator) exampleBody(m *model.Method) []gosrc.Code {
	a := g.answer(m)
	server := gosrc.Inline(gosrc.Name("exampleServer"), gosrc.Keyed("status", gosrc.Number(strconv.Itoa(a.status))), gosrc.Keyed("body", gosrc.Block(a.text)))
	options := []gosrc.Code{gosrc.Call(gosrc.Name("WithHTTPClient"), server)}
	if g.baseURL() == "" {
		options = append(options, gosrc.Call(gosrc.Name("WithBaseURL"), gosrc.Text("https://api.example")))
	}
	body := []gosrc.Code{
		gosrc.Comment("A program would write NewClient(FromEnv()) here."),
		gosrc.Define("c", gosrc.Call(gosrc.Name("NewClient"), options...)),
	}
	_, args := g.callPath(m)
	args = append([]gosrc.Code{gosrc.Call(gosrc.Pkg("context", "Background"))}, args...)
	fail := []gosrc.Code{gosrc.Call(gosrc.Pkg("fmt", "Println"), gosrc.Name("err")), gosrc.Return()}
	failed := gosrc.Binary(gosrc.Name("err"), "!=", gosrc.Name("nil"))
	if g.hasParams(m) {
		params := gosrc.Name(g.names.Params(m.ID))
		args = append(args, gosrc.Name("params"))
		body = append(body, gosrc.Var("params", params))
		if shown := g.shownBody(m); shown != "" {
			read := gosrc.Call(gosrc.Pkg("encoding/json", "Unmarshal"), gosrc.Call(gosrc.Slice(gosrc.Name("byte")), gosrc.Block(shown)), gosrc.Address(gosrc.Name("params")))
			body = append(body, gosrc.IfDefine("err", read, failed, fail...))
		}
	}
	call := gosrc.Call(gosrc.Select(g.callee(m), g.names.Method(m.ID)), args...)
	if len(g.result(m).types) == 1 {
		body = append(body, gosrc.IfDefine("err", call, failed, fail...))
	} else {
		body = append(body, gosrc.Define("result, err", call), gosrc.If(failed, fail...))
	}
	return append(body, g.exampleOutput(m)...)
}

// exampleOutput says what an example prints: the request, and the type of a result that
// is a struct. Paths that print otherwise than they are make examples that only compile.
func (g *generator) exampleOutput(m *model.Method) []gosrc.Code {
	path, _ := g.callPath(m)
	base, err := url.Parse(g.baseURL())
	printed := ""
	if err == nil && plainPath.MatchString(path) && plainPath.MatchString(strings.TrimSuffix(base.Path, "/")+path) {
		printed = m.Verb + " " + strings.TrimSuffix(base.Path, "/") + path
	}
	var out []gosrc.Code
	typ := ""
	if len(g.result(m).types) > 1 {
		format := "%T\n"
		out = append(out, gosrc.Call(gosrc.Pkg("fmt", "Printf"), gosrc.Text(format), gosrc.Name("result")))
		typ = g.printedType(m)
	}
	if printed == "" || len(out) > 0 && typ == "" {
		return out
	}
	out = append(out, gosrc.Comment("Output:"), gosrc.Comment(printed))
	if typ != "" {
		out = append(out, gosrc.Comment(typ))
	}
	return out
}

// plainPath are paths that a request has as they are.
var plainPath = regexp.MustCompile(`^(/([A-Za-z0-9_.~-]|%20)+)*$`)

// printedType is what %T prints of a result, "" where that is not told easily.
func (g *generator) printedType(m *model.Method) string {
	if m.Returns == nil || g.result(m).download || !g.isStruct(m.Returns.Type) {
		return ""
	}
	_, named := naming.Target(g.api, m.Returns.Type)
	return "*" + g.opts.Package + "." + g.names.Type(named.ID)
}
