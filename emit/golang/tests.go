package golang

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// tests declares one test for each operation of a resource: its examples go
// through the types and come back equal, and a call reaches a server.
func (g *generator) tests(f gosrc.Writer, r *model.Resource) {
	for _, m := range r.Methods {
		diag.Naming("rendering the test of "+m.ID, m.Span, func() {
			f.Func(gosrc.Func{Name: g.names.Test(m.ID), Params: testParams, Body: func() []gosrc.Code { return g.test(m) }})
		})
	}
}

// test is the body of the test of an operation.
func (g *generator) test(m *model.Method) []gosrc.Code {
	a := g.answer(m)
	body := []gosrc.Code{gosrc.Constant("answer", gosrc.Block(a.text))}
	for _, e := range m.Examples {
		body = append(body, g.exampleTest(m, e, a)...)
	}
	body = append(body, g.callTest(m, a))
	body = append(body, g.streamingTest(m)...)
	return append(body, g.pagesTest(m)...)
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
	if form := g.result(m); form.stream != nil {
		data := g.streamSample(m, form, a)
		return subtest("call", g.streamCall(m, g.names.Method(m.ID), form.lines, data)...)
	}
	body := []gosrc.Code{g.server(m, "serve", gosrc.Number(fmt.Sprint(a.status)), gosrc.Name("answer"))}
	set, call := g.sampleCall(m, g.names.Method(m.ID))
	return subtest("call", slices.Concat(body, set, g.callAndCheck(m, call))...)
}

// server starts a server for an operation with a helper of the runtime.
func (g *generator) server(m *model.Method, helper string, args ...gosrc.Code) gosrc.Code {
	path, _ := g.callPath(m)
	args = append([]gosrc.Code{gosrc.Name("t"), verb(m.Verb), gosrc.Text(path)}, args...)
	return gosrc.Define("c", gosrc.Call(gosrc.Name(helper), args...))
}

// sampleCall calls a Go method of an operation with sample arguments, which the
// statements in front set.
func (g *generator) sampleCall(m *model.Method, method string) (set []gosrc.Code, call gosrc.Code) {
	_, args := g.callPath(m)
	args = append([]gosrc.Code{gosrc.Call(gosrc.Select(gosrc.Name("t"), "Context"))}, args...)
	if g.hasParams(m) {
		set = append(set, gosrc.Var("params", gosrc.Name(g.names.Params(m.ID))))
		set = append(set, g.fileParams(m)...)
		args = append(args, gosrc.Name("params"))
	}
	return set, gosrc.Call(gosrc.Select(g.callee(m), method), args...)
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

// callee is c.Messages.Batches, the service of an operation.
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
	return code
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
		if t := g.api.Resolve(p.Type); t.Format == model.FormatDecimal && (t.Kind == model.KindInteger || t.Kind == model.KindNumber) {
			return "7", gosrc.Text("7")
		}
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
	text := withArticle(wire)
	return text, gosrc.Text(text)
}

// withArticle is a word behind "a", or "an" before a vowel.
func withArticle(word string) string {
	if word != "" && strings.ContainsRune("aeioAEIO", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}
