package blueprint

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// An operation is what the document has of an action, and what is left to examples.
type operation struct {
	*endpoint
	// openBody and openResult say that nothing but examples tells the type of what is sent
	// and returned; status and media are those of the result.
	openBody, openResult bool
	media                string
	status               int
	// requests are the messages that are sent.
	requests []*payload
	// failures are the errors of which only examples tell the type, by status.
	failures map[string][]*payload
}

// operation makes the operation of an action.
func (b *builder) operation(e *endpoint, id string) *yaml.Node {
	s := e.of.page
	at := s.at(e.at)
	o := &operation{endpoint: e, failures: map[string][]*payload{}}
	pos := s.file.Span(e.at, e.at)
	if b.operations[pos.Start] == nil {
		b.operations[pos.Start] = map[string]*operation{}
	}
	b.operations[pos.Start][pos.File] = o
	op := at.Mapping()
	if tag := tagOf(e.of); tag != "" {
		at.Put(op, "tags", at.List(at.Text(tag)))
	}
	at.Say(op, "operationId", id)
	at.Say(op, "summary", cmp.Or(e.name, resourceTitle(e)))
	doc := e.doc
	if doc == "" && len(e.of.actions) == 1 {
		doc = e.of.doc
	}
	at.Say(op, "description", doc)
	at.Put(op, "parameters", b.parameters(e))
	for _, m := range e.messages {
		if m.kind == requestWord {
			o.requests = append(o.requests, m)
		}
	}
	if body := b.body(o); body != nil {
		at.Put(op, "requestBody", body)
	}
	at.Put(op, "responses", b.responses(o))
	return op
}

// resourceTitle is the name of the resource of an action without one.
func resourceTitle(e *endpoint) string {
	if len(e.of.actions) == 1 {
		return e.of.name
	}
	return ""
}

// parameters makes the parameters of an action: of the variables of its URI, with what is
// said of them at the action, its requests and its resource.
func (b *builder) parameters(e *endpoint) *yaml.Node {
	s := e.of.page
	list := s.at(e.at).List()
	described := map[string]*param{}
	var order []*param
	add := func(params []*param) {
		for _, p := range params {
			if described[p.name] == nil {
				described[p.name], order = p, append(order, p)
			}
		}
	}
	add(e.params)
	for _, m := range e.messages {
		if m.kind == requestWord {
			add(m.params)
		}
	}
	own := len(order)
	add(e.of.params)
	seen := map[string]bool{}
	others := described
	if e.uri == "" {
		others = ofOthers(e, described)
	}
	for _, v := range e.template.vars {
		if seen[v.name] {
			continue
		}
		seen[v.name] = true
		if p := others[v.name]; p != nil && described[v.name] == nil {
			if b.borrowed++; b.borrowed == 1 {
				b.borrowedAt = s.file.Span(e.at, e.at+len(firstLine(s.text[e.at:])))
			}
		}
		if n := b.parameter(e, v, others[v.name]); n != nil {
			list.Content = append(list.Content, n)
		}
	}
	for _, p := range order[:own] {
		if !seen[p.name] {
			p.page.report("parameter-outside-uri", diag.Warning, p.start, p.start+len(firstLine(p.page.text[p.start:p.end])), "write it into the URI, as in {?"+p.name+"}", "the URI of %s %s has no %q: it is taken for a part of the query", e.verb, e.path, p.name)
			b.note(p.page, p.start, model.FactLocation, model.SourceName)
			list.Content = append(list.Content, b.parameter(e, variable{name: p.name, operator: '?', explode: true}, p))
		}
	}
	return list
}

// ofOthers are the descriptions of parameters with those of the queries of other actions of
// the resource, whose URI has them: there they may be left out.
func ofOthers(e *endpoint, described map[string]*param) map[string]*param {
	out := maps.Clone(described)
	for _, a := range e.of.actions {
		for _, p := range a.params {
			if a == e.action || a.uri != "" || out[p.name] != nil {
				continue
			}
			m := *p.member
			if m.needs = "optional"; m.typeDef.preset {
				m.typeDef.preset = false
			}
			out[p.name] = &param{&m}
		}
	}
	return out
}

// parameter makes one parameter, nil of one that cannot be sent.
func (b *builder) parameter(e *endpoint, v variable, p *param) *yaml.Node {
	s, offset, end := e.of.page, e.at, e.at+len(firstLine(e.of.page.text[e.at:]))
	if p != nil {
		s, offset, end = p.page, p.start, p.start+len(firstLine(p.page.text[p.start:p.end]))
	}
	at := s.at(offset)
	switch {
	case v.operator == '#' || v.operator == ';':
		s.report("unsent-variable", diag.Warning, offset, end, "use a part of the path or of the query", "%q stands in the URI behind %q, where a client sends nothing: it is not in the model", v.name, string(v.operator))
		return nil
	case v.operator == '+':
		s.report("reserved-expansion", diag.Info, offset, end, "", "%q may hold signs of a URI such as a slash, which a client escapes all the same", v.name)
	case v.prefix:
		s.report("reserved-expansion", diag.Info, offset, end, "", "only the first letters of %q belong into the URI: the caller has to cut it", v.name)
	}
	n := at.Mapping()
	at.Put(n, "name", at.Text(v.name))
	in := "query"
	if v.inPath() {
		in = "path"
	}
	at.Put(n, "in", at.Text(in))
	if p == nil {
		if b.undescribed++; b.undescribed == 1 {
			b.undescribedAt = s.file.Span(offset, end)
		}
		at.Put(n, "schema", scalarOf("string", at))
		if in == "path" {
			at.Put(n, "required", at.Flag(true))
		}
		return n
	}
	schema := b.parameterSchema(p)
	at.Put(n, "schema", schema)
	_, hasPreset := b.preset(p.member)
	if in == "path" || p.needs == "required" || p.needs == "" && !hasPreset {
		at.Put(n, "required", at.Flag(true))
	}
	if in == "query" {
		at.Put(n, "explode", at.Flag(v.explode))
	}
	return n
}

// parameterSchema makes the schema of a parameter. The items of a list among its values
// are those that its elements may have.
func (b *builder) parameterSchema(p *param) *yaml.Node {
	at := p.page.at(p.start)
	if len(p.members) == 1 && p.members[0].kind == groupMember && p.spec.base() == "array" {
		of := *p.member
		list := at.Mapping()
		of.spec, of.doc, of.presets = spec{name: "enum", args: p.spec.args}, "", nil
		of.typeDef.preset, of.signature.preset = false, ""
		at.Put(list, "type", at.Text("array"))
		at.Put(list, "items", b.bare(&of, false, 0))
		at.Say(list, "description", p.doc)
		return list
	}
	return b.schema(p.member, false, 0)
}

// messageOf is a message with what the model that it refers to says.
func (b *builder) messageOf(p *payload) *payload {
	if p.ref == "" {
		return p
	}
	r := b.models[pageName{p.page, p.ref}]
	if r == nil {
		r = b.byModel[p.ref]
	}
	if r == nil {
		p.page.report("undefined-model", diag.Warning, p.refAt, p.refAt+len(firstLine(p.page.text[p.refAt:])), "write + Model below the heading of the resource, or correct the name", "no resource called %q has a model: nothing is known of this message", p.ref)
		return p
	}
	out := *r.model
	out.model = r.name
	out.kind, out.name, out.status, out.at, out.end = p.kind, p.name, p.status, p.at, p.end
	out.media = cmp.Or(p.media, out.media)
	out.doc = joined(p.doc, out.doc)
	out.headers = append(slices.Clone(p.headers), out.headers...)
	if p.body != nil {
		out.body = p.body
	}
	return &out
}

// mediaOf is the media type of a message: as its head or its headers have it.
func mediaOf(p *payload) string {
	for _, h := range p.headers {
		if p.media == "" && strings.EqualFold(h.name, "Content-Type") && strings.Contains(h.value, "/") {
			return strings.TrimSpace(h.value)
		}
	}
	return p.media
}
