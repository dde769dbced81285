package merge

import (
	"cmp"
	"slices"

	"github.com/docgen-go/docgen/model"
)

// fields fuses the members of two objects. Those that only b has are added.
func (m *merger) fields(as, bs []*model.Field) []*model.Field {
	out := slices.Clone(as)
	for _, b := range bs {
		i := slices.IndexFunc(out, func(f *model.Field) bool { return f.Name == b.Name })
		if i < 0 {
			out = append(out, m.added(b))
			continue
		}
		c := *out[i]
		m.field(&c, b)
		out[i] = &c
	}
	return out
}

// added is a field that only the other API has.
func (m *merger) added(b *model.Field) *model.Field {
	c := *b
	c.Type = m.move(b.Type)
	for _, fact := range []model.Fact{model.FactType, model.FactRequired} {
		if c.Evidence.Of(fact) == "" {
			c.Evidence = c.Evidence.With(fact, model.Source(m.from.Format))
		}
	}
	c.Evidence = c.Evidence.OnPages(m.from.Format)
	return &c
}

// field adds to a field what the other API says of it.
func (m *merger) field(a, b *model.Field) {
	before := a.Type
	switch {
	case m.isSimple(a.Type, b.Type) && guesses(b, a, model.FactType):
	case m.isSimple(a.Type, b.Type) && guesses(a, b, model.FactType):
		a.Type = m.move(b.Type)
		m.say(a, b, model.FactType)
	default:
		a.Type = m.fuse(a.Type, b.Type, subject{a.Name, a.Span, b.Span})
		if before.Kind != a.Type.Kind {
			m.say(a, b, model.FactType)
		}
	}
	if a.Required != b.Required {
		m.decideFact(a, b, model.FactRequired, "the presence", func() { a.Required = b.Required })
	}
	if b.Nullable && !a.Nullable {
		a.Nullable = true // pages that do not print null say nothing of it
		m.say(a, b, model.FactNullable)
	}
	switch {
	case b.Default == "" || a.Default == b.Default:
	case a.Default == "":
		a.Default = b.Default
		m.say(a, b, model.FactDefault)
	default:
		m.decideFact(a, b, model.FactDefault, "the default", func() { a.Default = b.Default })
	}
	switch {
	case b.Limits == nil || a.Limits != nil && sameLimits(a.Limits, b.Limits):
	case a.Limits == nil:
		a.Limits = b.Limits
		m.say(a, b, model.FactLimits)
	default:
		m.decideFact(a, b, model.FactLimits, "the limits", func() { a.Limits = b.Limits })
	}
	a.ReadOnly, a.WriteOnly = a.ReadOnly || b.ReadOnly, a.WriteOnly || b.WriteOnly // pages that mark nothing say nothing
	a.Doc, a.Deprecated, a.SDKName = cmp.Or(a.Doc, b.Doc), cmp.Or(a.Deprecated, b.Deprecated), cmp.Or(a.SDKName, b.SDKName)
}

// decideFact decides between two words for a fact: a guess yields to a statement,
// whoever made it, and contradicts none.
func (m *merger) decideFact(a, b *model.Field, fact model.Fact, words string, take func()) {
	switch {
	case guesses(b, a, fact):
	case guesses(a, b, fact):
		take()
		m.say(a, b, fact)
	default:
		m.disagree(words, a.Name, a.Span, b.Span)
	}
}

// guesses reports whether a only concludes what b states.
func guesses(a, b *model.Field, fact model.Fact) bool {
	return a.Evidence.Of(fact).Inferred() && !b.Evidence.Of(fact).Inferred()
}

// isSimple reports whether neither type is made of others.
func (m *merger) isSimple(a, b *model.Type) bool {
	for _, t := range []*model.Type{m.structure(a), m.from.API.Resolve(b)} {
		if t.Elem != nil || len(t.Fields) > 0 || len(t.Variants) > 0 {
			return false
		}
	}
	return true
}

// say notes that a fact of a was said by b.
func (m *merger) say(a, b *model.Field, fact model.Fact) {
	by := b.Evidence.Of(fact)
	if by == "" {
		by = model.Source(m.from.Format)
	}
	a.Evidence = a.Evidence.With(fact, by).OnPages(m.from.Format)
}

func sameLimits(a, b *model.Limits) bool {
	same := func(x, y *int64) bool { return x == y || x != nil && y != nil && *x == *y }
	c, d := *a, *b
	c.MinLength, c.MaxLength, c.MinItems, c.MaxItems = nil, nil, nil, nil
	d.MinLength, d.MaxLength, d.MinItems, d.MaxItems = nil, nil, nil, nil
	return c == d && same(a.MinLength, b.MinLength) && same(a.MaxLength, b.MaxLength) && same(a.MinItems, b.MinItems) && same(a.MaxItems, b.MaxItems)
}
