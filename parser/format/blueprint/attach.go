package blueprint

import (
	"cmp"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/link"
)

// sourceSchema is who says what a schema of JSON states, of which nothing is inferred.
const sourceSchema model.Source = "schema"

// of returns the operation that a method was made of.
func (b *builder) of(m *model.Method) *operation { return b.operations[m.Span.Start][m.Span.File] }

// attach takes away the types of which no page says anything, for examples to tell them,
// and adds requests as they are sent.
func (b *builder) attach(api *model.API) {
	for _, m := range api.Methods {
		o := b.of(m)
		if o == nil {
			continue
		}
		if o.openResult && m.Returns != nil && m.Returns.Status == o.status && shows(m, model.ExampleResponse) {
			m.Returns = nil
		}
		for _, e := range m.Errors {
			if o.failures[e.Status] != nil {
				e.Type = nil
			}
		}
		b.sent(m, o)
		if o.openBody && m.Body != nil && (shows(m, model.ExampleRequest) || isForm(m.Body.ContentType) && sendsForm(m)) {
			m.Body = nil // else it is any value
		}
		for _, p := range m.Params {
			b.said(&p.Field)
		}
		if m.Body != nil && m.Body.Type != nil {
			b.saidOf(m.Body.Type)
		}
		if m.Returns != nil {
			b.saidOf(m.Returns.Type)
		}
		for _, e := range m.Errors {
			if e.Type != nil {
				b.saidOf(e.Type)
			}
		}
	}
	for _, t := range api.Types {
		b.saidOf(t.Type)
	}
}

// shows reports whether a method has an example of JSON.
func shows(m *model.Method, kind model.ExampleKind) bool {
	return slices.ContainsFunc(m.Examples, func(e *model.Example) bool { return e.Kind == kind && e.Language == "json" })
}

// sendsForm reports whether a method has an example of a form.
func sendsForm(m *model.Method) bool {
	return slices.ContainsFunc(m.Examples, func(e *model.Example) bool { return e.Request != nil && len(e.Request.Form) > 0 })
}

// saidOf gives the fields of a type their evidence.
func (b *builder) saidOf(t *model.Type) {
	for _, f := range t.Fields {
		b.said(f)
		b.saidOf(f.Type)
	}
	for _, v := range t.Variants {
		b.saidOf(v.Type)
	}
	if t.Elem != nil {
		b.saidOf(t.Elem)
	}
}

// said gives a field the evidence of its place.
func (b *builder) said(f *model.Field) {
	for _, e := range b.evidence[f.Span.Start][f.Span.File] {
		f.Evidence = f.Evidence.With(e.Fact, e.Source)
	}
	if b.inSchema(f.Span) {
		f.Evidence = f.Evidence.With(model.FactType, sourceSchema)
	}
}

// inSchema reports whether a place is in a schema of JSON.
func (b *builder) inSchema(at source.Span) bool {
	list := b.shapes[at.File]
	i, found := slices.BinarySearchFunc(list, at.Start, func(s [2]source.Pos, p source.Pos) int { return comparePos(s[0], p) })
	if !found {
		i--
	}
	return i >= 0 && comparePos(at.Start, list[i][1]) < 0
}

func comparePos(a, b source.Pos) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// sent adds the headers of requests to their examples, and requests of which the document
// has no example: without a body, and with one that is no JSON.
func (b *builder) sent(m *model.Method, o *operation) {
	requests := o.requests
	if len(requests) == 0 && len(o.headers) > 0 {
		requests = []*payload{{page: o.of.page, kind: requestWord, at: o.at}}
	}
	for _, p := range requests {
		var headers []model.Constant
		for _, h := range slices.Concat(o.headers, p.headers) {
			headers = append(headers, model.Constant{Name: h.name, Value: h.value})
		}
		if media := mediaOf(p); p.media != "" && p.body != nil {
			headers = append(headers, model.Constant{Name: "Content-Type", Value: media})
		}
		var have *model.Example
		if p.body != nil {
			at := p.page.file.Span(p.body.start, p.body.start)
			for _, e := range m.Examples {
				if e.Kind == model.ExampleRequest && e.Span.File == at.File && e.Span.Start == at.Start {
					have = e
				}
			}
		}
		if have == nil {
			if p.body == nil && len(headers) == 0 {
				continue
			}
			have = &model.Example{Kind: model.ExampleRequest, Title: p.name, Language: "http", Span: p.page.file.Span(p.at, p.at), Request: &model.Request{Verb: m.Verb, URL: m.Path}}
			m.Examples = append(m.Examples, have)
			if p.body != nil {
				readForm(have.Request, mediaOf(p), p.body.text)
				if isForm(mediaOf(p)) && len(have.Request.Form) == 0 {
					p.page.report("unreadable-body", diag.Warning, p.body.start, p.body.end, "write a=1&b=2, or parts with their names", "the body of this message is no form: nothing is known of its parts")
				}
			}
			have.Text = printed(have.Request, headers, p)
		}
		have.Request.Headers = headers
	}
}

// printed is a request as it travels.
func printed(r *model.Request, headers []model.Constant, p *payload) string {
	var b strings.Builder
	b.WriteString(r.Verb + " " + r.URL + "\n")
	for _, h := range headers {
		b.WriteString(h.Name + ": " + h.Value + "\n")
	}
	if p.body != nil {
		b.WriteString("\n" + p.body.text + "\n")
	}
	return b.String()
}

// part matches the head of a part of a form.
var part = regexp.MustCompile(`(?i)content-disposition:[^\n]*?\bname="?([^";\n]+)"?([^\n]*)`)

// readForm reads a body that is a form.
func readForm(r *model.Request, media, body string) {
	switch {
	case strings.HasPrefix(media, "application/x-www-form-urlencoded"):
		for pair := range strings.SplitSeq(strings.Join(strings.Fields(body), ""), "&") {
			name, value, _ := strings.Cut(pair, "=")
			if name != "" {
				r.Form = append(r.Form, model.Constant{Name: unescaped(name), Value: unescaped(value)})
			}
		}
	case strings.HasPrefix(media, "multipart/"):
		for _, m := range part.FindAllStringSubmatch(body, -1) {
			value := ""
			if strings.Contains(strings.ToLower(m[2]), "filename") {
				value = "@file"
			}
			r.Form = append(r.Form, model.Constant{Name: strings.TrimSpace(m[1]), Value: value})
		}
	}
}

func unescaped(text string) string {
	if plain, err := url.QueryUnescape(text); err == nil {
		return plain
	}
	return text
}

// failures are the errors of which only examples tell the type.
func (b *builder) failures(api *model.API) []link.Failure {
	var out []link.Failure
	for _, m := range api.Methods {
		o := b.of(m)
		if o == nil {
			continue
		}
		for _, e := range m.Errors {
			for _, p := range o.failures[e.Status] {
				if p.body != nil && json.Valid([]byte(p.body.text)) {
					out = append(out, link.Failure{Method: m.ID, Status: e.Status, Text: p.body.text, Span: p.page.file.Span(p.body.start, p.body.start)})
				}
			}
		}
	}
	return out
}

// restore gives results that examples told the status and the media type that their heads
// have.
func (b *builder) restore(api *model.API) {
	for _, m := range api.Methods {
		if o := b.of(m); o != nil && o.openResult && m.Returns != nil {
			m.Returns.Status = cmp.Or(m.Returns.Status, o.status)
			m.Returns.ContentType = cmp.Or(m.Returns.ContentType, o.media)
		}
	}
}
