package drift

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
)

type spanOf = source.Span

// request compares what an operation takes.
func (c *comparison) request(p *pair) {
	var query, body []*model.Field
	for _, q := range p.doc.Params {
		if q.Location == model.LocationQuery {
			query = append(query, &q.Field)
		}
	}
	var bodyUse *use
	if p.doc.Body != nil {
		bodyUse = c.objectOf(p.doc.Body.Type)
		if bodyUse == nil {
			c.report.Coverage.Bodies++
			c.wholeBody(p)
		} else {
			bodyUse.inferred = p.doc.Body.Evidence.Of(model.FactType) == model.SourceExample
			body = withoutSwitch(p.doc, bodyUse)
		}
	}
	holders := holdersOf(p.client)
	c.headers(p, holders)
	c.slots(holders)
	if len(query)+len(body) == 0 {
		return
	}
	c.report.Coverage.Bodies++
	all := map[string]bool{}
	for _, d := range slices.Concat(query, body) {
		all[d.Name] = true
	}
	for _, slot := range p.doc.Params {
		all[slot.Name] = true
	}
	if len(holders) == 0 && (len(p.client.Query) == 0 || len(body) > 0) && (p.client.OpenQuery || len(body) > 0) {
		c.unread("its request", "what it sends is not known")
		return
	}
	if left := c.unsaid(p, holders, query); p.client.OpenQuery && len(left) > 0 {
		c.unread("its query", "it has keys that are not known, which may be "+strings.Join(left, ", "))
	}
	c.inHolders(p, holders, query, false, bodyUse, all)
	c.inHolders(p, holders, body, true, bodyUse, all)
}

// unsaid returns the names of the documented members of the query that no key and no struct
// of the client is known to have.
func (c *comparison) unsaid(p *pair, holders []*gofacts.Type, query []*model.Field) []string {
	if targetOf(p.client, holders, false) != nil {
		return nil // what its struct lacks is a finding
	}
	var out []string
	for _, d := range query {
		if !c.elsewhere(p.client, holders, nil, d) {
			out = append(out, d.Name)
		}
	}
	return out
}

// headers compares the members that travel as headers with the documented ones.
func (c *comparison) headers(p *pair, holders []*gofacts.Type) {
	for _, h := range holders {
		for _, f := range h.Fields {
			name, ok := f.Tags["header"]
			if ok && slices.ContainsFunc(p.doc.Params, func(d *model.Param) bool {
				return d.Location == model.LocationHeader && strings.EqualFold(d.Name, name)
			}) {
				c.members[f] = true
			}
		}
	}
}

// slots notes the members that travel in the path, whose slots were compared when the
// operations were paired.
func (c *comparison) slots(holders []*gofacts.Type) {
	for _, h := range holders {
		for _, f := range h.Fields {
			if _, ok := f.ByTag("path", "uri"); ok && !hasWireTag(f) {
				c.members[f] = true
			}
		}
	}
}

// withoutSwitch returns the members of a body without the one that asks for a stream: a
// client has two functions for it, or sets it by itself.
func withoutSwitch(d *model.Method, u *use) []*model.Field {
	if d.Streaming == nil || d.Streaming.Field == "" {
		return u.fields
	}
	return slices.DeleteFunc(slices.Clone(u.fields), func(f *model.Field) bool { return f.Name == d.Streaming.Field })
}

// holdersOf returns the structs that an operation sends.
func holdersOf(op *gofacts.Operation) []*gofacts.Type {
	var out []*gofacts.Type
	add := func(t *gofacts.Type) {
		if t != nil && t.Kind == gofacts.Struct && len(t.Fields)+len(t.Alternatives) > 0 && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	add(op.Body)
	for _, t := range op.QueryFrom {
		add(t)
	}
	for _, t := range op.Params {
		add(t)
	}
	return out
}

// inHolders compares the documented members of the query, or of the body, with the
// structs and keys that the client sends.
func (c *comparison) inHolders(p *pair, holders []*gofacts.Type, fields []*model.Field, isBody bool, bodyUse *use, all map[string]bool) {
	if len(fields) == 0 {
		return
	}
	many := bodyUse != nil && bodyUse.many && isBody
	inferred := bodyUse != nil && bodyUse.inferred && isBody
	target := targetOf(p.client, holders, isBody)
	for _, h := range holders {
		u := &use{known: map[string]bool{}, many: many, inferred: inferred}
		for n := range all {
			u.known[n] = true
		}
		for _, d := range fields {
			if h == target && !c.elsewhere(p.client, holders, h, d) || member(h, d.Name) != nil && !writtenByKey(p.client, h, d) {
				u.fields = append(u.fields, d)
				delete(u.known, d.Name)
			}
		}
		if len(holders) == 1 && !isBody == (bodyUse == nil || len(bodyUse.fields) == 0) {
			u.known = pathNames(p.doc)
		}
		c.object(u, h, true)
	}
	if target != nil {
		return
	}
	for _, d := range fields {
		if slices.ContainsFunc(p.client.Query, func(f *gofacts.Field) bool { return hasName(f, d.Name) }) || p.client.OpenQuery || isBody || d.Deprecated != "" || c.sentByOther(p, d) {
			continue
		}
		confidence := Likely
		if p.byOption(d) || slices.ContainsFunc(p.client.Names, func(n string) bool { return names.Letters(n) == names.Letters(d.Name) }) {
			confidence = Perhaps // it takes something of this name, which is sent in a way that is not known
		}
		c.add(&Finding{Rule: RequestMissing, Confidence: p.atMost(confidence), Func: p.client.Func, Member: d.Name, Operation: p.name(), Go: p.client.Span, Page: d.Span,
			Message: fmt.Sprintf("%s cannot send %s in the query (%s)", p.client.Func, d.Name, typeText(c.api, d))})
	}
}

// byOption reports whether an option of the client's function sends a member, as a header or in the query: the pages may
// state one way of two.
func (p *pair) byOption(d *model.Field) bool {
	return slices.ContainsFunc(p.client.ByOptions, func(n string) bool { return names.Letters(n) == names.Letters(plainName(d.Name)) })
}

// sentByOptions reports whether in each request in which a struct lacks a member an option sends it.
func sentByOptions(m *lack) bool {
	return !slices.ContainsFunc(m.uses, func(u *use) bool { return !u.op.byOption(m.field) })
}

// writtenByKey reports whether a function writes a member itself, as a key of the query, of a form or of a map that is
// the body: then the struct that it is taken from is not what is encoded, and its type says nothing.
func writtenByKey(op *gofacts.Operation, holder *gofacts.Type, d *model.Field) bool {
	written := op.Query
	if op.Body != nil && op.Body != holder && op.Body.GoName == "" {
		written = slices.Concat(written, op.Body.Fields)
	}
	return slices.Contains(op.Params, holder) && !slices.Contains(op.QueryFrom, holder) && op.Body != holder &&
		slices.ContainsFunc(written, func(f *gofacts.Field) bool { return hasName(f, d.Name) })
}

// sentByOther reports whether another function that calls the operation can send a member.
func (c *comparison) sentByOther(p *pair, d *model.Field) bool {
	return slices.ContainsFunc(c.paired, func(q *pair) bool {
		return q != p && q.doc == p.doc && (q.client.OpenQuery || c.elsewhere(q.client, holdersOf(q.client), nil, d))
	})
}

// sentByOthers reports whether of each operation in whose request a struct lacks a member another function can send it.
func (c *comparison) sentByOthers(m *lack) bool {
	return !slices.ContainsFunc(m.uses, func(u *use) bool { return !c.sentByOther(u.op, m.field) })
}

func pathNames(d *model.Method) map[string]bool {
	out := map[string]bool{}
	for _, p := range d.Params {
		if p.Location != model.LocationQuery {
			out[p.Name] = true
		}
	}
	return out
}

// elsewhere reports whether another struct or a key of the client has a member.
func (c *comparison) elsewhere(op *gofacts.Operation, holders []*gofacts.Type, but *gofacts.Type, d *model.Field) bool {
	for _, h := range holders {
		if h != but && member(h, d.Name) != nil {
			return true
		}
	}
	return slices.ContainsFunc(op.Query, func(f *gofacts.Field) bool { return hasName(f, d.Name) })
}

// targetOf returns the struct in which a member of the query, or of the body, belongs.
func targetOf(op *gofacts.Operation, holders []*gofacts.Type, isBody bool) *gofacts.Type {
	if isBody && op.Body != nil && slices.Contains(holders, op.Body) {
		return op.Body
	}
	if !isBody && len(op.QueryFrom) > 0 && slices.Contains(holders, op.QueryFrom[0]) {
		return op.QueryFrom[0]
	}
	keys := []string{"url", "query", "form", "schema"}
	if isBody {
		keys = []string{"json", "form"}
	}
	for _, h := range holders {
		if h != op.Body && slices.ContainsFunc(h.Fields, func(f *gofacts.Field) bool { _, ok := f.ByTag(keys...); return ok }) {
			return h
		}
	}
	return nil
}

// wholeBody compares a body that is no object.
func (c *comparison) wholeBody(p *pair) {
	switch {
	case p.client.Body != nil:
		c.value(p.doc.Body.Type, p.client.Body, true)
	case len(p.client.Params) > 0:
		c.value(p.doc.Body.Type, p.client.Params[0], true)
	case c.api.Resolve(p.doc.Body.Type).Kind != model.KindFile:
		c.unread("its request", "what it sends is not known")
	}
}

// response compares what an operation gives.
func (c *comparison) response(p *pair) {
	if p.client.Stream != nil {
		c.stream(p)
		return
	}
	if p.doc.Returns == nil || p.doc.Returns.Type == nil {
		return
	}
	want := c.api.Resolve(p.doc.Returns.Type)
	if want.Kind == model.KindFile || want.Kind == model.KindAny || want.Kind == model.KindNull {
		return
	}
	c.report.Coverage.Bodies++
	if p.client.Result == nil {
		c.unread("its result", "what the answer is read into is not known")
		return
	}
	inferred := p.doc.Returns.Evidence.Of(model.FactType) == model.SourceExample
	got := p.client.Result
	if want.Kind == model.KindArray && got.Kind == gofacts.Struct || want.Kind == model.KindObject && got.Kind == gofacts.List {
		if inner := unwrapped(c, want, got); inner != nil {
			c.value(want, inner, false)
			return
		}
		confidence := Likely
		if inferred || p.perhaps {
			confidence = Perhaps
		}
		c.add(&Finding{Rule: ResultDiffers, Confidence: confidence, Func: p.client.Func, Operation: p.name(), Go: p.client.Span, Page: p.doc.Span,
			Message: fmt.Sprintf("the answer is read into %s, the pages have %s", goText(got), kindText(want))})
		return
	}
	c.result(want, got, inferred)
}

// stream compares what a client reads one by one with the events that the pages document, or with the elements of the
// documented list, or else with the result.
func (c *comparison) stream(p *pair) {
	var want *model.Type
	inferred := false
	switch {
	case p.doc.Streaming != nil:
		want, inferred = c.api.Resolve(p.doc.Streaming.Type), p.doc.Streaming.Evidence.Of(model.FactType) == model.SourceExample
	case p.doc.Returns != nil:
		want, inferred = c.api.Resolve(p.doc.Returns.Type), p.doc.Returns.Evidence.Of(model.FactType) == model.SourceExample
	}
	if want != nil && want.Kind == model.KindArray && p.client.Stream.Kind != gofacts.List {
		want = c.api.Resolve(want.Elem)
	}
	if want == nil || want.Kind == model.KindFile || want.Kind == model.KindAny || want.Kind == model.KindNull {
		return
	}
	c.report.Coverage.Bodies++
	c.result(want, p.client.Stream, inferred)
}

// unwrapped returns the member of a struct that holds the documented list.
func unwrapped(c *comparison, want *model.Type, got *gofacts.Type) *gofacts.Type {
	if want.Kind != model.KindArray {
		return nil
	}
	var found *gofacts.Type
	for _, f := range got.Fields {
		if f.Type != nil && f.Type.Kind == gofacts.List {
			if found != nil {
				return nil
			}
			found = f.Type
		}
	}
	return found
}

// result compares a documented object with a struct, or with the member of it that the
// documented one is wrapped into: many APIs have an envelope that pages describe once.
func (c *comparison) result(want *model.Type, got *gofacts.Type, inferred bool) {
	u := c.objectOf(want)
	if u == nil || got.Kind != gofacts.Struct || len(got.Alternatives) > 0 {
		c.value(want, got, false)
		return
	}
	u.inferred = inferred
	best, most := got, overlap(u, got)
	if most == 0 {
		for _, f := range got.Fields {
			if f.Type != nil && f.Type.Kind == gofacts.Struct {
				if n := overlap(u, f.Type); n > most {
					best, most = f.Type, n
				}
			}
		}
	}
	if most == 0 { // or the pages show the envelope, and the client reads what is in it
		for _, d := range u.fields {
			if inner := c.objectOf(d.Type); inner != nil && overlap(inner, got)*2 > len(got.Fields) {
				inner.inferred = inferred
				c.object(inner, got, false)
				return
			}
		}
	}
	c.object(u, best, false)
}

// overlap returns how many members of a documented object a struct has.
func overlap(u *use, t *gofacts.Type) int {
	n := 0
	for _, d := range u.fields {
		if member(t, d.Name) != nil {
			n++
		}
	}
	return n
}
