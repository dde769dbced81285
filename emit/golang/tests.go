package golang

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// tests declares one test for each operation of a resource: its examples go
// through the types and come back equal, and a call reaches a server.
func (g *generator) tests(f *gosrc.File, r *model.Resource) {
	for _, m := range r.Methods {
		a := g.answer(m)
		body := []gosrc.Code{gosrc.Constant("answer", gosrc.Block(a.text))}
		for _, e := range m.Examples {
			body = append(body, g.exampleTest(m, e, a)...)
		}
		body = append(body, g.callTest(m, a))
		f.Func(gosrc.Func{Name: g.names.Test(m.ID), Params: testParams, Body: body})
	}
}

var testParams = []gosrc.Param{{Name: "t", Type: gosrc.Pointer(gosrc.Pkg("testing", "T"))}}

// subtest is t.Run(name, func(t *testing.T) { body }).
func subtest(name string, body ...gosrc.Code) gosrc.Code {
	return gosrc.Call(gosrc.Select(gosrc.Name("t"), "Run"), gosrc.Text(name), gosrc.Closure(testParams, body...))
}

func (g *generator) exampleTest(m *model.Method, e *model.Example, a answer) []gosrc.Code {
	if e.Kind == model.ExampleRequest {
		return g.requestTest(m, e)
	}
	return g.responseTest(m, e, a)
}

// requestTest reads the body of a request example into the params struct.
func (g *generator) requestTest(m *model.Method, e *model.Example) []gosrc.Code {
	if e.Request == nil || m.Body == nil || isForm(m) || !json.Valid([]byte(e.Request.Body)) {
		return nil
	}
	into := gosrc.Call(gosrc.Name("new"), gosrc.Name(g.names.Params(m.ID)))
	return []gosrc.Code{subtest("request "+e.Span.String(), roundTrip(into, gosrc.Block(e.Request.Body)))}
}

func (g *generator) responseTest(m *model.Method, e *model.Example, a answer) []gosrc.Code {
	name := "response " + e.Span.String()
	skip := func(why string) []gosrc.Code {
		return []gosrc.Code{subtest(name, gosrc.Call(gosrc.Select(gosrc.Name("t"), "Skip"), gosrc.Text(oneLine(why))))}
	}
	result := g.result(m)
	switch {
	case e.Conflict != "":
		return skip("the example contradicts its page: " + e.Conflict + " (" + e.Span.String() + ")")
	case result.download || m.Returns == nil || isNothing(m.Returns.Type):
		return nil
	case !json.Valid([]byte(e.Text)):
		return skip("the example is no JSON (" + e.Span.String() + ")")
	}
	v, text := gosrc.Name("v"), gosrc.Block(e.Text)
	if e == a.example {
		text = gosrc.Name("answer")
	}
	return []gosrc.Code{subtest(name,
		gosrc.Define("v", gosrc.Call(gosrc.Name("new"), g.goType(m.Returns.Type))),
		roundTrip(v, text),
		gosrc.Call(gosrc.Name("fits"), gosrc.Name("t"), v))}
}

func roundTrip(into, text gosrc.Code) gosrc.Code {
	return gosrc.Call(gosrc.Name("roundTrip"), gosrc.Name("t"), into, text)
}

// callTest calls the operation against a server that answers with an example.
func (g *generator) callTest(m *model.Method, a answer) gosrc.Code {
	path, args := g.callPath(m)
	body := []gosrc.Code{gosrc.Define("c", gosrc.Call(gosrc.Name("serve"), gosrc.Name("t"),
		verb(m.Verb), gosrc.Text(path), gosrc.Number(fmt.Sprint(a.status)), gosrc.Name("answer")))}
	call := append([]gosrc.Code{gosrc.Call(gosrc.Select(gosrc.Name("t"), "Context"))}, args...)
	if g.hasParams(m) {
		body = append(body, gosrc.Var("params", gosrc.Name(g.names.Params(m.ID))))
		body = append(body, g.fileParams(m)...)
		call = append(call, gosrc.Name("params"))
	}
	return subtest("call", append(body, g.callAndCheck(m, gosrc.Call(g.callee(m), call...))...)...)
}

// callAndCheck calls and compares the result with the answer.
func (g *generator) callAndCheck(m *model.Method, call gosrc.Code) []gosrc.Code {
	t, err := gosrc.Name("t"), gosrc.Name("err")
	failed := gosrc.Binary(err, "!=", gosrc.Name("nil"))
	fail := gosrc.Call(gosrc.Select(t, "Fatal"), err)
	result := g.result(m)
	if len(result.types) == 1 {
		return []gosrc.Code{gosrc.IfDefine("err", call, failed, fail)}
	}
	check := "sameJSON"
	if result.download {
		check = "sameContent"
	}
	return []gosrc.Code{
		gosrc.Define("got, err", call), gosrc.If(failed, fail),
		gosrc.Call(gosrc.Name(check), t, gosrc.Name("got"), gosrc.Name("answer")),
	}
}

// callee is c.Messages.Batches.Get.
func (g *generator) callee(m *model.Method) gosrc.Code {
	code := gosrc.Name("c")
	id := strings.TrimSuffix(m.ID, "."+m.Name)
	for i := range len(id) + 1 {
		if i == len(id) || id[i] == '.' {
			if accessor := g.names.Accessor(id[:i]); accessor != "" {
				code = gosrc.Select(code, accessor)
			}
		}
	}
	return gosrc.Select(code, g.names.Method(m.ID))
}

// callPath fills the parameters of a path with their own names, and returns
// them as arguments too.
func (g *generator) callPath(m *model.Method) (string, []gosrc.Code) {
	path := m.Path
	var args []gosrc.Code
	for _, wire := range naming.PathParams(m.Path) {
		text, arg := g.sampleArgument(m, wire)
		path = strings.ReplaceAll(path, "{"+wire+"}", url.PathEscape(text))
		args = append(args, arg)
	}
	return path, args
}

func (g *generator) sampleArgument(m *model.Method, wire string) (string, gosrc.Code) {
	kind := model.KindString
	if p := pathParam(m, wire); p != nil {
		if t := g.api.Resolve(p.Type); t.Kind == model.KindEnum {
			kind = naming.EnumBase(t.Enum)
		} else {
			kind = t.Kind
		}
	}
	switch kind {
	case model.KindInteger, model.KindNumber:
		return "7", gosrc.Number("7")
	case model.KindBoolean:
		return "true", gosrc.Name("true")
	case model.KindDate:
		return "2030-01-02", gosrc.Items(gosrc.Name("Date"), gosrc.Keyed("Year", gosrc.Number("2030")),
			gosrc.Keyed("Month", gosrc.Number("1")), gosrc.Keyed("Day", gosrc.Number("2")))
	case model.KindDateTime:
		return "0001-01-01T00:00:00Z", gosrc.Inline(gosrc.Pkg("time", "Time"))
	}
	return "a " + wire, gosrc.Text("a " + wire)
}

// An answer is what the server of a call test says. example is nil where no
// example of the pages serves.
type answer struct {
	status  int
	text    string
	example *model.Example
}

// answer is the first example that the pages stand by, or the emptiest value of
// the type.
func (g *generator) answer(m *model.Method) answer {
	for _, e := range m.Examples {
		success := e.Status == 0 || e.Status >= 200 && e.Status <= 299
		if e.Kind == model.ExampleResponse && e.Conflict == "" && success && json.Valid([]byte(e.Text)) {
			return answer{max(e.Status, 200), e.Text, e}
		}
	}
	if m.Returns == nil {
		return answer{status: 200}
	}
	return answer{status: 200, text: g.emptiest(m.Returns.Type)}
}

// emptiest is JSON of a type that takes no knowledge of its members.
func (g *generator) emptiest(t *model.Type) string {
	if isNothing(t) {
		return ""
	}
	switch t = g.api.Resolve(t); t.Kind {
	case model.KindArray:
		return "[]"
	case model.KindString, model.KindEnum:
		return `""`
	case model.KindInteger, model.KindNumber:
		return "0"
	case model.KindBoolean:
		return "false"
	case model.KindConst:
		return string(t.Literal)
	}
	return "{}"
}

// fileParams gives the files that a form requires a content.
func (g *generator) fileParams(m *model.Method) []gosrc.Code {
	if m.Body == nil || m.Body.Type == nil {
		return nil
	}
	var out []gosrc.Code
	set := func(name string) {
		reader := gosrc.Call(gosrc.Pkg("strings", "NewReader"), gosrc.Text("content"))
		file := gosrc.Call(gosrc.Name("NewFile"), gosrc.Text("name.txt"), reader)
		out = append(out, gosrc.Assign(gosrc.Select(gosrc.Name("params"), name), file))
	}
	if t, _ := naming.Target(g.api, m.Body.Type); t.Kind == model.KindFile {
		set(g.names.Param(m.ID, naming.PlaceBody, ""))
	}
	for _, f := range m.Body.Type.Fields {
		if t, _ := naming.Target(g.api, f.Type); t.Kind == model.KindFile && f.Required && !f.Nullable {
			set(g.names.Param(m.ID, naming.PlaceBody, f.Name))
		}
	}
	return out
}
