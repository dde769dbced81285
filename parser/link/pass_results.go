package link

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// results finds what only examples tell: the result of a method for which no page
// has a Returns section, and a body that no page lists. A method that gives data is
// never one that gives nothing.
func (l *linker) results() {
	for m := range l.eachMethod() {
		if m.Returns == nil && m.Streaming == nil && !savesResponse(m) {
			l.shownResult(m)
		}
		if m.Body == nil {
			l.shownBody(m)
		}
	}
}

// shownResult takes a result from the response example, or says that none is known.
func (l *linker) shownResult(m *model.Method) {
	for i, e := range m.Examples {
		if e.Kind != model.ExampleResponse || e.Status >= 300 || strings.TrimSpace(e.Text) == "" || isEventStream(e.Text) {
			continue
		}
		m.Returns = &model.Response{Type: l.resultOf(m, m.Examples[i:]), Span: e.Span}
		m.Returns.Evidence = m.Returns.Evidence.With(model.FactType, model.SourceExample)
		l.diags.Add("inferred-result", diag.Info, e.Span, "no page states what %s returns; it is inferred from this response", m.ID).
			Help = "an example shows neither which members may be missing nor the values that it has not"
		return
	}
	switch {
	case showsEvents(m), l.emptyOf[m.ID]:
	case l.signed[m.ID] != "":
		l.signedResult(m)
	case m.Verb == "GET":
		l.unshownResult(m)
	}
}

// rawResults are what clients call the content of a response as it is.
var rawResults = map[string]bool{
	"Response": true, "HttpResponse": true, "BinaryResponseContent": true, "HttpxBinaryResponseContent": true,
	"Blob": true, "InputStream": true, "StringIO": true,
}

// signedResult is the result that only the signatures of clients name: a declared type,
// the content of the response, or a value of which nothing is known.
func (l *linker) signedResult(m *model.Method) {
	name := l.signed[m.ID]
	m.Returns = &model.Response{Type: l.types.Scalar(model.KindAny), Span: m.Span}
	m.Returns.Evidence = m.Returns.Evidence.With(model.FactType, model.SourceName)
	id, _ := l.idFor(name, "", l.resourceOf[m.ID])
	switch {
	case rawResults[name]:
		m.Returns.ContentType, m.Returns.Type = "application/octet-stream", l.types.Scalar(model.KindFile)
	case l.named[id] != nil:
		m.Returns.Type = l.types.Intern(model.Type{Kind: model.KindRef, Ref: id})
	default:
		l.diags.Add("unknown-result", diag.Warning, m.Span, "clients return %s from %s, of which no page says or shows what it is", name, m.ID).
			Help = "its method in Go gives the value as JSON"
		return
	}
	l.diags.Add("inferred-result", diag.Info, m.Span, "no page states what %s returns; it is %s, as the signatures of clients name it", m.ID, name)
}

// unshownResult reports a request for data of which no page shows any. One that is
// called a download gives a file.
func (l *linker) unshownResult(m *model.Method) {
	if speaksOfDownload.MatchString(m.Name + "\n" + m.Title + "\n" + m.Doc) {
		m.Returns = &model.Response{ContentType: "application/octet-stream", Type: l.types.Scalar(model.KindFile), Span: m.Span}
		m.Returns.Evidence = m.Returns.Evidence.With(model.FactType, model.SourceProse)
		l.diags.Add("inferred-result", diag.Info, m.Span, "no page states what %s returns; it is a file, since it is called a download", m.ID)
		return
	}
	l.diags.Add("unknown-result", diag.Warning, m.Span, "no page says or shows what %s returns", m.ID).
		Help = "its method in Go gives the content of the response as it is"
}

// speaksOfDownload is how a method tells that it gives the content of something.
var speaksOfDownload = regexp.MustCompile(`(?i)\bdownload`)

// resultOf is the type of the response examples from one on: of their values, any
// value where it is JSON that cannot be read, and a file where it is something else.
func (l *linker) resultOf(m *model.Method, examples []*model.Example) *model.Type {
	e := examples[0]
	at := example{l.resourceOf[m.ID], e.Span}
	if l.valueOf(e).Err == nil {
		if t := l.eitherShown(m, at, examples); t != nil {
			return t
		}
		return l.shownType(at, l.likeFirst(examples), 0)
	}
	if text := []byte("{" + e.Text + "}"); json.Valid(text) { // copies lose the braces around members
		return l.shownType(at, []json.RawMessage{text}, 0)
	}
	if isJSONExample(e) || strings.HasPrefix(strings.TrimSpace(e.Text), `"`) {
		return l.types.Scalar(model.KindAny)
	}
	return l.types.Scalar(model.KindFile)
}

// eitherShown is the union of what the response examples of a method show that its page parts
// by "or", objects and lists of such, or nil where all are of one kind.
func (l *linker) eitherShown(m *model.Method, at example, examples []*model.Example) *model.Type {
	if !l.eitherOf[m.ID] {
		return nil
	}
	first := l.likeFirst(examples)
	var others []*model.Example
	for _, e := range examples {
		if text := json.RawMessage(strings.TrimSpace(e.Text)); e.Kind == model.ExampleResponse && e.Status < 300 && json.Valid(text) && shownKind([]json.RawMessage{first[0], text}) == "" {
			others = append(others, e)
		}
	}
	if len(others) == 0 {
		return nil
	}
	kinds := map[model.Kind]bool{}
	var variants []*model.Variant
	for _, values := range [][]json.RawMessage{first, l.likeFirst(others)} {
		kinds[shownKind(values)] = true
		variants = append(variants, &model.Variant{Type: l.shownType(at, values, 0)})
	}
	if !kinds[model.KindObject] || !kinds[model.KindArray] {
		return nil
	}
	return l.types.Intern(model.Type{Kind: model.KindUnion, Variants: variants})
}

// likeFirst are the values of the response examples that are of the kind of the first
// one. Others contradict the result, which is told of them.
func (l *linker) likeFirst(examples []*model.Example) []json.RawMessage {
	var out []json.RawMessage
	for _, e := range examples {
		text := []byte(strings.TrimSpace(e.Text))
		if e.Kind != model.ExampleResponse || e.Status >= 300 || l.valueOf(e).Err != nil && !json.Valid(text) {
			continue
		}
		if len(out) == 0 || shownKind([]json.RawMessage{out[0], text}) != "" {
			out = append(out, text)
		}
	}
	return out
}

// shownBody takes a body from the request examples of a method that lists none.
func (l *linker) shownBody(m *model.Method) {
	for _, e := range m.Examples {
		if e.Request == nil || strings.TrimSpace(e.Request.Body) == "" || e.Request.Verb == "GET" || sendsQuery(m, e.Request) {
			continue
		}
		v, err := ParseJSON(e.Request.Body)
		if err != nil && strings.HasPrefix(e.Request.Body, "@") && (m.Verb == "DELETE" || m.Verb == "LIST") {
			l.diags.Add("unknown-body", diag.Warning, e.Span, "the example of %s sends a file that no page shows, and no page lists a body: the method sends none", m.ID).
				Help = "a " + m.Verb + " has a body only where a page lists it; show the file, or take it out of the example"
			continue
		}
		if err != nil {
			m.Body = &model.Body{ContentType: "application/json", Type: l.types.Scalar(model.KindAny), Required: true}
			m.Body.Evidence = m.Body.Evidence.With(model.FactType, model.SourceExample)
			l.diags.Add("unknown-body", diag.Warning, e.Span, "the example of %s sends a body that no page lists and that cannot be read here", m.ID).
				Help = "the method takes any value as its body"
			return
		}
		if members, object := v.(map[string]any); object && len(members) == 0 {
			continue // an empty object is what some examples send for no body
		}
		values := l.likeShown(m, json.RawMessage(strings.TrimSpace(e.Request.Body)))
		m.Body = &model.Body{ContentType: "application/json", Type: l.shownValue(example{l.resourceOf[m.ID], e.Span}, values, membersOfEach(values), 0), Required: true}
		m.Body.Evidence = m.Body.Evidence.With(model.FactType, model.SourceExample)
		others := ""
		if len(values) > 1 {
			others = fmt.Sprintf(" and %d more", len(values)-1)
		}
		l.diags.Add("inferred-body", diag.Info, e.Span, "no page lists the body of %s; it is inferred from this request%s", m.ID, others)
		return
	}
}

// likeShown returns a body that a request example sends and those of the same kind that others
// of the method send: each shows a part of what may be sent.
func (l *linker) likeShown(m *model.Method, first json.RawMessage) []json.RawMessage {
	values := []json.RawMessage{first}
	if !json.Valid(first) {
		return values
	}
	for _, e := range m.Examples {
		if e.Request == nil || e.Request.Verb == "GET" || !json.Valid([]byte(e.Request.Body)) {
			continue
		}
		text := json.RawMessage(strings.TrimSpace(e.Request.Body))
		if string(text) != string(first) && shownKind([]json.RawMessage{first, text}) != "" {
			values = append(values, text)
		}
	}
	return values
}

// sendsQuery reports whether all that a request sends in a form are parameters of the
// query: servers take these from either place, and no page lists a body.
func sendsQuery(m *model.Method, r *model.Request) bool {
	names := make([]string, 0, len(r.Form))
	for _, f := range r.Form {
		names = append(names, f.Name)
	}
	if body := strings.TrimSpace(r.Body); body != "" && body[0] != '{' && body[0] != '[' {
		for pair := range strings.SplitSeq(body, "&") {
			name, _, _ := strings.Cut(pair, "=")
			names = append(names, name)
		}
	}
	for _, name := range names {
		if findParam(m.Params, &model.Param{Location: model.LocationQuery, Field: model.Field{Name: name}}) == nil {
			return false
		}
	}
	return len(names) > 0
}
