package diff

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
)

// method compares the two forms of one method.
func (c *comparer) method(m methodPair) {
	c.start()
	c.ofMethod = len(c.changes)
	a, b := m.old, m.new
	p := location{subject: user{method: b.ID, oldMethod: a.ID}, oldSpan: a.Span, newSpan: b.Span}
	c.identity(p, m)
	c.deprecation(p, a.Deprecated, b.Deprecated)
	c.titled(p, [2]string{a.Title, a.Doc}, [2]string{b.Title, b.Doc}, a.Name != b.Name)
	in := p
	in.subject.in = Request
	c.intoBody(in, m)
	c.params(in, m)
	c.silent = [2]bool{!sendsBody(a), !sendsBody(b)}
	c.concluding(guessedBody(a) || guessedBody(b), func() { c.body(in, a.Body, b.Body) })
	c.silent = [2]bool{}
	out := p
	out.subject.in = Response
	c.start() // a type in a request and in a response is two findings
	if unknownResult(a, b) {
		c.unstated[model.FactType]++
	} else {
		c.concluding(guessedResult(a) || guessedResult(b), func() { c.returns(out, m) })
	}
	c.failures(out, a.Errors, b.Errors)
	c.concluding(a.Streaming != nil && b.Streaming != nil && (guessedStream(a) || guessedStream(b)), func() { c.stream(out, a.Streaming, b.Streaming) })
	c.paging(p, m)
	if shown(a) && shown(b) {
		c.sent(in, model.LocationQuery, m, a.Query, b.Query)
		// Whether other methods send a header too is no fact of the method.
		c.sent(in, model.LocationHeader, m, c.old.api.HeadersOf(a), c.new.api.HeadersOf(b))
	}
	c.authorization(in, m)
	c.examples(p, a.Examples, b.Examples)
}

// identity compares what a method is called and where it is reached.
func (c *comparer) identity(p location, m methodPair) {
	a, b := m.old, m.new
	stays := c.movedTo(m.oldResource.ID) == m.newResource.ID
	switch {
	case !stays:
		c.add(p, MethodMoved, a.ID, b.ID)
	case a.Name != b.Name:
		c.add(p, MethodRenamed, a.ID, b.ID)
	}
	if a.Verb != b.Verb {
		c.add(p, VerbChanged, a.Verb, b.Verb)
	}
	if names.WithoutSlots(a.Path) != names.WithoutSlots(b.Path) {
		c.add(p, PathChanged, a.Path, b.Path).Inferred = m.showsExample()
	}
}

// shown reports whether request examples show what requests always send.
func shown(m *model.Method) bool {
	return slices.ContainsFunc(m.Examples, func(e *model.Example) bool { return e.Request != nil })
}

// sent compares headers or queries with a fixed value. Where the other side has
// a parameter instead, how the value is given changed, not whether it is sent;
// where its examples send the same, only what they prove together with those of
// other methods changed.
func (c *comparer) sent(p location, where model.Location, m methodPair, before, after []model.Constant) {
	named := func(cs []model.Constant, name string) int {
		return slices.IndexFunc(cs, func(k model.Constant) bool { return sameName(where, k.Name, name) })
	}
	lists := func(m *model.Method, name string) bool {
		return slices.ContainsFunc(m.Params, func(p *model.Param) bool { return p.Location == where && sameName(where, p.Name, name) })
	}
	there := func(m *model.Method, k model.Constant) bool { return lists(m, k.Name) || shows(m, where, k) }
	for _, k := range before {
		q := p.part(string(where)).below(k.Name, nil, nil)
		if i := named(after, k.Name); i >= 0 && after[i].Value != k.Value {
			c.add(q, ConstantChanged, k.Value, after[i].Value).Inferred = k.Source.Inferred() || after[i].Source.Inferred()
		} else if i < 0 && !there(m.new, k) {
			c.add(q, ConstantRemoved, k.Value, "").Inferred = k.Source.Inferred()
		}
	}
	for _, k := range after {
		if named(before, k.Name) < 0 && !there(m.old, k) {
			c.add(p.part(string(where)).below(k.Name, nil, nil), ConstantAdded, "", k.Value).Inferred = k.Source.Inferred()
		}
	}
}

// shows reports whether an example of a method sends a constant.
func shows(m *model.Method, where model.Location, k model.Constant) bool {
	return slices.ContainsFunc(m.Examples, func(e *model.Example) bool {
		if e.Request == nil {
			return false
		}
		sent := e.Request.Query
		if where == model.LocationHeader {
			sent = e.Request.Headers
		}
		return slices.ContainsFunc(sent, func(c model.Constant) bool { return sameName(where, c.Name, k.Name) && c.Value == k.Value })
	})
}

// auth are the credentials that a method's examples send, as texts.
func (s *side) auth(m *model.Method) []string {
	var out []string
	for _, id := range m.Auth {
		for _, a := range s.api.Auth {
			if text := authText(a); a.ID == id && !slices.Contains(out, text) {
				out = append(out, text)
			}
		}
	}
	return out
}

func authText(a model.Auth) string {
	return strings.TrimSpace(string(a.Scheme) + " " + a.Name)
}

// credentials compares what requests prove their sender by. One that came where
// another went takes its place.
func (c *comparer) credentials(p location, before, after []string) {
	gone, came := without(before, after), without(after, before)
	n := min(len(gone), len(came))
	for i := range n {
		c.add(p, CredentialChanged, gone[i], came[i])
	}
	for _, a := range gone[n:] {
		c.add(p, CredentialRemoved, a, "")
	}
	for _, a := range came[n:] {
		c.add(p, CredentialAdded, "", a)
	}
}

// without returns the members of a that b has not.
func without[T comparable](a, b []T) []T {
	return slices.DeleteFunc(slices.Clone(a), func(x T) bool { return slices.Contains(b, x) })
}

// body compares what requests carry. A body that is no value but fields is an
// object without fields where the other side has none.
func (c *comparer) body(p location, a, b *model.Body) {
	if a == nil && b == nil {
		return
	}
	before, after := bodyType(c.old, a), bodyType(c.new, b)
	p.oldHome, p.newHome = c.old.lentBody(before, p.oldSpan), c.new.lentBody(after, p.newSpan)
	p = p.part("body").at(bodySpan(a), bodySpan(b))
	p.oldListed, p.newListed = listedMembers(a), listedMembers(b)
	switch {
	case a == nil:
		after = opened(c.new, after)
	case b == nil:
		before = opened(c.old, before)
	}
	inline := before.Kind == model.KindObject && after.Kind == model.KindObject
	switch {
	case a == nil && (!inline || c.mustBeSent(b, after)):
		c.add(p, BodyAdded, "", c.new.text(after))
		return
	case b == nil && !inline:
		c.add(p, BodyRemoved, c.old.text(before), "")
		return
	case a != nil && b != nil && a.ContentType != b.ContentType:
		c.sentMedia(p, a, b)
	}
	c.bodyRequired(p, a, b)
	if inline {
		c.fields(p, before, after)
		return
	}
	c.types(p, before, after)
}

// bodySpan is where a body is stated, as far as that is known.
func bodySpan(b *model.Body) source.Span {
	if b == nil {
		return source.Span{}
	}
	return b.Span
}

// listedMembers are where a method lists members that have other positions.
func listedMembers(b *model.Body) map[string]source.Span {
	if b == nil {
		return nil
	}
	return b.Listed
}

// opened is an object with a name as its fields, where there is no body on the other side
// that could have the name: what is required of them says what a body asks for.
func opened(s *side, t *model.Type) *model.Type {
	if named := s.api.Lookup(t.Ref); t.Kind == model.KindRef && named != nil && named.Type != nil && named.Type.Kind == model.KindObject {
		return named.Type
	}
	return t
}

// mustBeSent reports whether a body is required as a whole, and no field of it says so.
func (c *comparer) mustBeSent(b *model.Body, fields *model.Type) bool {
	return b.Required && c.new.formal && !slices.ContainsFunc(fields.Fields, func(f *model.Field) bool { return f.Required })
}

var noFields = &model.Type{Kind: model.KindObject}

// bodyType opens a body that is an object of its own for one place.
func bodyType(s *side, b *model.Body) *model.Type {
	if b == nil {
		return noFields
	}
	if named := s.api.Lookup(b.Type.Ref); b.Type.Kind == model.KindRef && named != nil && named.Anonymous {
		return named.Type
	}
	return b.Type
}

func (c *comparer) returns(p location, m methodPair) {
	a, b := m.old.Returns, m.new.Returns
	p = p.part("returns")
	switch {
	case a == nil && b == nil:
	case a == nil:
		c.add(p.at(source.Span{}, b.Span), ReturnsAdded, "", c.new.text(b.Type))
	case b == nil:
		c.add(p.at(a.Span, source.Span{}), ReturnsRemoved, c.old.text(a.Type), "")
	default:
		q := p.at(a.Span, b.Span)
		if a.Status != b.Status && a.Status != 0 && b.Status != 0 {
			c.add(q, StatusChanged, number(ptr(a.Status)), number(ptr(b.Status)))
		}
		c.media(q, a.ContentType, b.ContentType)
		if before, after := c.elements(m); before != nil {
			c.types(q, before, after)
			return
		}
		c.types(q, a.Type, b.Type)
	}
}

func ptr(n int) *int64 {
	v := int64(n)
	return &v
}
