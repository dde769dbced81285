package diff

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// The facts that documents of description formats state and hardly any page does.
const (
	factErrors      model.Fact = "errors"
	factDirection   model.Fact = "read-only and write-only"
	factCredentials model.Fact = "credentials"
	factValueNames  model.Fact = "names of values"
	factEvents      model.Fact = "events"
)

// formalFormats are the formats in which what is not said is a statement too.
var formalFormats = []string{"openapi", "embedded"}

// untypedFormats are the formats whose pages have no word for any value: what may hold one
// is of a type that they do not say.
var untypedFormats = []string{"tables"}

// statesNoType reports whether a side says nothing of the type of a member that may hold
// any value.
func (s *side) statesNoType(f *model.Field) bool { return s.untyped && f != nil }

// notePrinted remembers whether a document was read, and which facts are there that
// else only documents state.
func (s *side) notePrinted() {
	s.formal = slices.ContainsFunc(s.api.Pages, func(p *model.Page) bool { return slices.Contains(formalFormats, p.Format) })
	s.untyped = slices.ContainsFunc(s.api.Pages, func(p *model.Page) bool { return slices.Contains(untypedFormats, p.Format) })
	var directed, named bool
	for t := range s.api.EachType {
		for _, f := range t.Fields {
			directed = directed || f.ReadOnly || f.WriteOnly
			s.note(f)
		}
		named = named || t.Enum != nil && slices.ContainsFunc(t.Enum.Values, func(v model.EnumValue) bool { return v.Name != "" || v.SDKName != "" })
	}
	s.printed[factDirection], s.printed[factValueNames] = directed, named
	for _, m := range s.api.Methods {
		s.printed[factErrors] = s.printed[factErrors] || len(m.Errors) > 0
	}
	s.printed[factEvents] = len(listEvents(s.api)) > 0
}

// prints reports whether a side would show a fact that the other side has.
func (s *side) prints(fact model.Fact) bool { return s.formal || s.printed[fact] }

// bothState reports whether a difference in a fact is a change. It counts one that is
// none, because one side never states such a fact.
func (c *comparer) bothState(fact model.Fact) bool {
	if c.old.prints(fact) && c.new.prints(fact) {
		return true
	}
	c.unstated[fact]++
	return false
}

// sharedBy is the place for what is said of members beyond in which direction they
// travel: it is about the values that all of them are in.
func (p location) sharedBy(fields ...*model.Field) location {
	if p.text { // parameters are only sent
		return p
	}
	for _, f := range fields {
		switch {
		case p.subject.only != "":
		case f.ReadOnly:
			p.subject.only = Response
		case f.WriteOnly:
			p.subject.only = Request
		}
	}
	return p
}

// directions compares whether only responses or only requests have a member.
func (c *comparer) directions(p location, f, g *model.Field) {
	if f.ReadOnly == g.ReadOnly && f.WriteOnly == g.WriteOnly || !c.bothState(factDirection) {
		return
	}
	switch {
	case g.ReadOnly && !f.ReadOnly && f.Required:
		c.add(p, BecameReadOnlyRequired, "", "")
	case g.ReadOnly && !f.ReadOnly:
		c.add(p, BecameReadOnlyOptional, "", "")
	case f.ReadOnly && !g.ReadOnly && g.Required:
		c.add(p, NoLongerReadOnlyRequired, "", "")
	case f.ReadOnly && !g.ReadOnly:
		c.add(p, NoLongerReadOnlyOptional, "", "")
	}
	switch {
	case g.WriteOnly && !f.WriteOnly:
		c.add(p, BecameWriteOnly, "", "")
	case f.WriteOnly && !g.WriteOnly:
		c.add(p, NoLongerWriteOnly, "", "")
	}
}

// styles compares how a value is written in a query. What became a list, or is none
// any more, is another value anyway.
func (c *comparer) styles(p location, a, b *model.Param) {
	before, after := writtenStyle(a), writtenStyle(b)
	if before == after || a.Location != b.Location {
		return
	}
	isList := func(s *side, p *model.Param) bool { return s.api.Resolve(p.Type).Kind == model.KindArray }
	by, other := a.Evidence.Of(model.FactStyle), b.Evidence.Of(model.FactStyle)
	unsaid := (before == "" || after == "") && !(c.old.formal && c.new.formal)
	switch {
	case before != "json" && after != "json" && isList(c.old, a) != isList(c.new, b):
	case unsaid || apart(model.FactStyle, by, other):
		c.unstated[model.FactStyle]++
	default:
		c.add(p, StyleChanged, before, after).Inferred = by.Inferred() || other.Inferred()
	}
}

// authorization compares which credentials requests of a method carry, and whether any.
func (c *comparer) authorization(p location, m methodPair) {
	a, b := m.old, m.new
	before, after := c.old.auth(a), c.new.auth(b)
	says := func(m *model.Method) bool { return m.Public || len(m.Auth) > 0 }
	switch {
	case says(a) && !says(b) && !shown(b), says(b) && !says(a) && !shown(a):
		c.unstated[factCredentials]++
	case a.Public && len(after) > 0:
		c.add(p, NoLongerPublic, "", list(after, ", ", func(s string) string { return s }))
	case b.Public && len(before) > 0:
		c.add(p, BecamePublic, list(before, ", ", func(s string) string { return s }), "")
	default:
		c.credentials(p, before, after)
	}
}

// bodyRequired compares whether a body may be left out as a whole. Pages say it of
// members only.
func (c *comparer) bodyRequired(p location, a, b *model.Body) {
	switch {
	case a == nil || b == nil || a.Required == b.Required || !c.old.formal || !c.new.formal:
	case b.Required:
		c.add(p, BecameRequired, "", "")
	default:
		c.add(p, BecameOptional, "", "")
	}
}
