package diff

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// intoBody pairs parameters with members of a body that have their name: the
// one side sends beside the body what the other sends in it.
func (c *comparer) intoBody(p location, m methodPair) {
	c.relocated = map[*model.Field]bool{}
	before, after := bodyType(c.old, m.old.Body).Fields, bodyType(c.new, m.new.Body).Fields
	for _, a := range m.old.Params {
		if g := c.onlyIn(after, before, m.new.Params, &a.Field); g != nil {
			c.paramMoved(p.below("body."+g.Name, &a.Field, g), string(a.Location), "body")
		}
	}
	for _, b := range m.new.Params {
		if f := c.onlyIn(before, after, m.old.Params, &b.Field); f != nil {
			c.paramMoved(p.below(paramAt(b), f, &b.Field), "body", string(b.Location))
		}
	}
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
	c.add(p, ParamMoved, from, to)
	c.field(p, p.oldField, p.newField)
}

// nested takes out of both lists the members that moved into an object that
// came, or out of one that went, and an object that holds nothing else: it came
// or went for that reason.
func (c *comparer) nested(p location, gone, added []*model.Field) (stayGone, stayAdded []*model.Field) {
	stayAdded = slices.DeleteFunc(added, func(g *model.Field) bool {
		return exchange(c.new.api.Resolve(g.Type).Fields, &gone, func(f, h *model.Field) {
			c.fieldMoved(p.below(g.Name, nil, g).below(h.Name, f, h), f.Name, g.Name+"."+h.Name)
		})
	})
	stayGone = slices.DeleteFunc(slices.Clone(gone), func(f *model.Field) bool {
		return exchange(c.old.api.Resolve(f.Type).Fields, &stayAdded, func(g, h *model.Field) {
			c.fieldMoved(p.below(g.Name, h, g), f.Name+"."+h.Name, g.Name)
		})
	})
	return stayGone, stayAdded
}

func (c *comparer) fieldMoved(p location, from, to string) {
	c.add(p, FieldMoved, from, to)
	c.field(p, p.oldField, p.newField)
}

// exchange takes members out of a list that stand inside an object of the other
// side, with the same words, and reports whether the object holds nothing else.
func exchange(inside []*model.Field, list *[]*model.Field, report func(outside, inside *model.Field)) bool {
	left := len(inside)
	for _, h := range inside {
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
