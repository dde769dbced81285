package golang

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// The findings about statuses: which are taken as final, and that some could be either.
const (
	CodeFinalStatus   diag.Code = "final-status"
	CodeUnclearStatus diag.Code = "unclear-status"
)

// A pollForm is how Go waits for the status of a value.
type pollForm struct {
	naming.Poll
	final, passing []string
}

// findPolls are the methods that wait for a status, by the ID of the method that they
// begin with, and reports which statuses are final and which could be either. Without a
// word of docgen.yaml each has to be clear, and some of each kind be there.
func (g *generator) findPolls() {
	g.polls = map[string]*pollForm{}
	told := map[string]bool{}
	candidates := naming.Polls(g.api)
	for _, m := range g.api.Methods {
		p, ok := candidates[m.ID]
		if !ok || g.takesArgument(p.Get) || len(g.result(p.Start).types) != 2 {
			continue
		}
		form, unclear := g.statuses(p)
		key := p.Of.ID + "." + p.Status.Name
		if !told[key] {
			told[key] = true
			g.tellStatuses(key, form, unclear)
		}
		if len(form.final) > 0 && len(form.passing) > 0 && len(unclear) == 0 {
			g.polls[m.ID] = form
		}
	}
}

// statuses tells final statuses from others. unclear are those that could be either.
func (g *generator) statuses(p naming.Poll) (form *pollForm, unclear []string) {
	form = &pollForm{Poll: p}
	said, isSaid := g.opts.Final[p.Of.ID+"."+p.Status.Name]
	for _, v := range g.api.Resolve(p.Status.Type).Enum.Values {
		text := naming.LiteralText(v.Literal)
		of := progressOf(v)
		if isSaid {
			of = passing
			if slices.Contains(said, text) {
				of = final
			}
		}
		switch of {
		case final:
			form.final = append(form.final, text)
		case passing:
			form.passing = append(form.passing, text)
		default:
			unclear = append(unclear, text)
		}
	}
	return form, unclear
}

// tellStatuses reports what is made of the statuses of a type. Where none is one that
// another follows, they are not about progress at all.
func (g *generator) tellStatuses(key string, form *pollForm, unclear []string) {
	_, said := g.opts.Final[key]
	switch at := form.Status.Span; {
	case said || len(form.passing) == 0:
	case len(unclear) > 0 && len(form.final) > 0:
		g.diags.Add(CodeUnclearStatus, diag.Info, at, "no method waits for %s: nothing says whether another status follows %s", key, strings.Join(unclear, ", ")).
			Help = "list the final ones under final_statuses in docgen.yaml"
	case len(unclear) == 0 && len(form.final) > 0:
		g.diags.Add(CodeFinalStatus, diag.Info, at, "methods that wait for %s end with %s, and go on after %s", key, strings.Join(form.final, ", "), strings.Join(form.passing, ", ")).
			Help = "list others under final_statuses in docgen.yaml if that is wrong"
	}
}

// polling declares the method beside an operation that waits for a status.
func (g *generator) polling(f gosrc.Writer, r *model.Resource, m *model.Method) {
	p := g.polls[m.ID]
	if p == nil {
		return
	}
	name := g.names.AndPoll(m.ID)
	doc := name + " is " + g.names.Method(m.ID) + ", and then " + g.names.Method(p.Get.ID)
	if p.Start == p.Get {
		doc = name + " is " + g.names.Method(m.ID) + " again and again"
	}
	doc += " until the status is " + alternatives(p.final) + ". In between it waits as long as the server asks for with Retry-After, or as WithPollInterval says. " +
		"With an error comes what was read last, if anything was."
	if p.Start != p.Get {
		doc += " The query and changes of the body that opts have are for the first request."
	}
	f.Func(gosrc.Func{
		Doc:      func() []string { return withAge(join(wrap(doc), wrap(g.optionDoc(m))), m.Since, m.Deprecated) },
		Receiver: g.receiver(r), Name: name, Params: g.methodParams(m), Results: g.result(m).types,
		Body: func() []gosrc.Code { return g.pollBody(m, p) },
	})
}

// alternatives are words with an "or" before the last.
func alternatives(words []string) string {
	words = slices.Clone(words)
	for i, w := range words {
		words[i] = oneLine(w)
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// pollBody makes the first request and hands the rest to the runtime.
func (g *generator) pollBody(m *model.Method, p *pollForm) []gosrc.Code {
	var body []gosrc.Code
	body = append(body, g.takeParams(m)...)
	if m != p.Get && g.takesOptionally(p.Get) {
		body = append(body, gosrc.Var("get", gosrc.Name(g.names.Params(p.Get.ID))), gosrc.Assign(gosrc.Name("opts"),
			gosrc.Call(gosrc.Name("takeParams"), gosrc.Name("opts"), gosrc.Address(gosrc.Name("get")))))
	}
	texts := func(values []string) gosrc.Code {
		return gosrc.Inline(gosrc.Slice(gosrc.Name("string")), literals(values)...)
	}
	transport := gosrc.Select(gosrc.Name("s"), "transport")
	body = append(body, gosrc.Define("c", gosrc.Call(gosrc.Name("newPoller"), transport, gosrc.Name("opts"), texts(p.final), texts(p.passing))))

	args := g.pathArguments(m)
	if g.takesArgument(m) {
		args = append(args, gosrc.Name("params"))
	}
	args = append(args, g.pollOptions(m, "params", "false"))
	body = append(body, gosrc.Define("page, err", g.ownCall(m, args)))
	return append(body, gosrc.Return(gosrc.Call(gosrc.Name("poll"), gosrc.Name("ctx"), gosrc.Name("c"), gosrc.Name("page"), gosrc.Name("err"),
		g.statusReader(p), g.pollAgain(m, p))))
}

func (g *generator) pathArguments(m *model.Method) []gosrc.Code {
	args := []gosrc.Code{gosrc.Name("ctx")}
	for _, wire := range naming.PathParams(m.Path) {
		args = append(args, gosrc.Name(g.names.Argument(m.ID, wire)))
	}
	return args
}

// pollOptions are the options of a request of m, with its parameters where they are one.
func (g *generator) pollOptions(m *model.Method, params, again string) gosrc.Code {
	options := []gosrc.Code{gosrc.Name(again)}
	if g.takesOptionally(m) {
		options = append(options, gosrc.Name(params))
	}
	return gosrc.Spread(onCursor("options", options...))
}

func (g *generator) ownCall(m *model.Method, args []gosrc.Code) gosrc.Code {
	return gosrc.Call(gosrc.Select(gosrc.Name("s"), g.names.Method(m.ID)), args...)
}

// pollAgain is the function that asks for a value again.
func (g *generator) pollAgain(m *model.Method, p *pollForm) gosrc.Code {
	wants := naming.PathParams(p.Get.Path)
	if p.ID != nil {
		wants = wants[:len(wants)-1]
	}
	args := []gosrc.Code{gosrc.Name("ctx")}
	for i := range wants { // m and Get may call the same slots otherwise
		args = append(args, gosrc.Name(g.names.Argument(m.ID, naming.PathParams(m.Path)[i])))
	}
	value := "_"
	if p.ID != nil {
		value = "page"
		args = append(args, gosrc.Select(gosrc.Name(value), g.names.Field(p.Of.ID, p.ID.Name)))
	}
	params, again := "params", "false"
	if m != p.Get {
		params, again = "get", "true"
	}
	args = append(args, g.pollOptions(p.Get, params, again))
	of := gosrc.Pointer(g.goType(p.Get.Returns.Type))
	return gosrc.ClosureWith([]gosrc.Param{{Name: value, Type: of}}, []gosrc.Code{of, gosrc.Name("error")}, gosrc.Return(g.ownCall(p.Get, args)))
}

// statusReader is the function that reads the status of a value.
func (g *generator) statusReader(p *pollForm) gosrc.Code {
	status := gosrc.Select(gosrc.Name("page"), g.names.Field(p.Of.ID, p.Status.Name))
	if g.member(p.Of.ID, p.Status).Opt {
		status = gosrc.Call(gosrc.Select(status, "Or"), gosrc.Text(""))
	}
	params := []gosrc.Param{{Name: "page", Type: gosrc.Pointer(g.goType(p.Get.Returns.Type))}}
	return gosrc.ClosureWith(params, []gosrc.Code{gosrc.Name("string")}, gosrc.Return(gosrc.Call(gosrc.Name("string"), status)))
}
