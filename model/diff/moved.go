package diff

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// intoBody pairs parameters with members of a body that have their name: the
// one side sends beside the body what the other sends in it.
func (c *comparer) intoBody(p location, m methodPair) {
	c.relocated = map[*model.Field]bool{}
	before, after := bodyFields(c.old, m.old.Body, c.declared), bodyFields(c.new, m.new.Body, c.partner)
	for _, a := range m.old.Params {
		if g := c.onlyIn(after, before, m.new.Params, &a.Field); g != nil {
			q := p.member(p.param(a).old, p.part("body").below(g.Name, nil, nil).new, &a.Field, g)
			c.paramMoved(q, string(a.Location), "body")
		}
	}
	for _, b := range m.new.Params {
		if f := c.onlyIn(before, after, m.old.Params, &b.Field); f != nil {
			q := p.member(p.part("body").below(f.Name, nil, nil).old, p.param(b).new, f, &b.Field)
			c.paramMoved(q, "body", string(b.Location))
		}
	}
}

// bodyFields returns the members of a body, those of a declared type too, unless both sides
// have that type: then it is compared as one, for all that use it.
func bodyFields(s *side, b *model.Body, partners map[string]string) []*model.Field {
	t := bodyType(s, b)
	if t.Kind == model.KindRef && partners[t.Ref] == "" {
		t = s.api.Resolve(t)
	}
	return t.Fields
}

// onlyIn returns the member of a body that a parameter became, or nil: the body
// of the parameter's side has none of that name, and the other side no such
// parameter.
func (c *comparer) onlyIn(body, own []*model.Field, params []*model.Param, f *model.Field) *model.Field {
	named := func(g *model.Field) bool { return g.Name == f.Name }
	i := slices.IndexFunc(body, named)
	if i < 0 || slices.ContainsFunc(own, named) || slices.ContainsFunc(fieldsOf(params), named) {
		return nil
	}
	return body[i]
}

func (c *comparer) paramMoved(p location, from, to string) {
	c.relocated[p.oldField], c.relocated[p.newField] = true, true
	c.add(p, ParamMoved, from, to).Inferred = guessesLocation(p.oldField) || guessesLocation(p.newField)
	c.field(p, p.oldField, p.newField)
}

// guessesLocation reports whether no page says where a parameter travels: it follows from
// the verb or from an example.
func guessesLocation(f *model.Field) bool { return f.Evidence.Of(model.FactLocation).Inferred() }

// nested takes out of both lists the members that moved into an object that
// came, or out of one that went, and an object that holds nothing else: it came
// or went for that reason.
func (c *comparer) nested(p location, gone, added []*model.Field) (stayGone, stayAdded []*model.Field) {
	if len(gone) == 0 && len(added) == 0 {
		return nil, nil
	}
	went, came := nameSet(gone), nameSet(added)
	stayAdded = slices.DeleteFunc(added, func(g *model.Field) bool {
		return exchange(went, c.new.api.Resolve(g.Type).Fields, &gone, func(f, h *model.Field) {
			inner := p.below(g.Name, nil, g).below(h.Name, nil, h)
			c.fieldMoved(inner.member(p.below(f.Name, f, nil).old, inner.new, f, h), f.Name, g.Name+"."+h.Name)
		})
	})
	stayGone = slices.DeleteFunc(slices.Clone(gone), func(f *model.Field) bool {
		return exchange(came, c.old.api.Resolve(f.Type).Fields, &stayAdded, func(g, h *model.Field) {
			inner := p.below(f.Name, f, nil).below(h.Name, h, nil)
			c.fieldMoved(inner.member(inner.old, p.below(g.Name, nil, g).new, h, g), f.Name+"."+h.Name, g.Name)
		})
	})
	return stayGone, stayAdded
}

func (c *comparer) fieldMoved(p location, from, to string) {
	c.add(p, FieldMoved, from, to)
	c.field(p, p.oldField, p.newField)
}

// exchange takes members out of a list that stand inside an object of the other
// side, with the same words, and reports whether the object holds nothing else. named are
// the names of the list.
func exchange(named map[string]bool, inside []*model.Field, list *[]*model.Field, report func(outside, inside *model.Field)) bool {
	left := len(inside)
	for _, h := range inside {
		if !named[h.Name] {
			continue
		}
		i := slices.IndexFunc(*list, func(f *model.Field) bool {
			return f.Name == h.Name && f.Type.Kind == h.Type.Kind && f.Doc != "" && model.SameWords(f.Doc, h.Doc)
		})
		if i >= 0 {
			report((*list)[i], h)
			*list = slices.Delete(*list, i, i+1)
			left--
		}
	}
	return left == 0 && len(inside) > 0
}

func nameSet(fields []*model.Field) map[string]bool {
	out := make(map[string]bool, len(fields))
	for _, f := range fields {
		out[f.Name] = true
	}
	return out
}
