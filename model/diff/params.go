package diff

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
)

// params compares what a request carries outside its body.
func (c *comparer) params(p location, m methodPair) {
	gone, added := slices.Clone(m.old.Params), slices.Clone(m.new.Params)
	pairBy := func(isSame func(a *model.Param) func(b *model.Param) bool) {
		gone = slices.DeleteFunc(gone, func(a *model.Param) bool {
			i := slices.IndexFunc(added, isSame(a))
			if i < 0 {
				return false
			}
			c.param(p, a, added[i])
			added = slices.Delete(added, i, i+1)
			return true
		})
	}
	pair := func(same func(a, b *model.Param) bool) {
		pairBy(func(a *model.Param) func(*model.Param) bool {
			return func(b *model.Param) bool { return same(a, b) }
		})
	}
	pair(func(a, b *model.Param) bool { return a.Location == b.Location && sameParam(a, b) })
	pair(sameParam)
	sameCount := strings.Count(m.old.Path, "{") == strings.Count(m.new.Path, "{")
	pair(func(a, b *model.Param) bool {
		return sameCount && a.Location == model.LocationPath && b.Location == model.LocationPath &&
			names.SlotIndex(m.old.Path, a.Name) == names.SlotIndex(m.new.Path, b.Name)
	})
	pair(func(a, b *model.Param) bool { return a.Location == b.Location && c.isRespelled(a.Name, b.Name) })
	renames := c.renames(fieldsOf(gone), fieldsOf(added))
	pairBy(func(a *model.Param) func(*model.Param) bool {
		renamed := renames.of(&a.Field)
		return func(b *model.Param) bool { return a.Location == b.Location && renamed == &b.Field }
	})
	gone = slices.DeleteFunc(gone, func(a *model.Param) bool { return c.new.sends(m.new, a) || !c.lone(c.new, &a.Field) })
	added = slices.DeleteFunc(added, func(b *model.Param) bool { return c.old.sends(m.old, b) || !c.lone(c.old, &b.Field) })
	from := len(c.changes)
	c.oneSided(p, gone, added)
	for i := from; m.showsExample() && i < len(c.changes); i++ {
		if part := partOf(c.changes[i].Subjects[0].NewPath); part == string(model.LocationPath) {
			c.changes[i].Inferred = true // the other side has an example of it in its path
		}
	}
}

// sends reports whether all requests of a method carry a parameter anyway: that
// pages came to list it, or no longer do, changes no request.
func (s *side) sends(m *model.Method, p *model.Param) bool {
	sent := m.Query
	if p.Location == model.LocationHeader {
		sent = s.api.HeadersOf(m)
	}
	return (p.Location == model.LocationHeader || p.Location == model.LocationQuery) && slices.ContainsFunc(sent, func(k model.Constant) bool {
		return sameName(p.Location, k.Name, p.Name)
	})
}

// sameParam compares names, wherever they stand.
func sameParam(a, b *model.Param) bool {
	return a.Name == b.Name || a.Location == b.Location && sameName(a.Location, written(a), written(b))
}

// written returns the name of a parameter as requests have it: lists of some pages are
// called by it, and those of others by the name before the brackets.
func written(p *model.Param) string {
	if p.Location == model.LocationQuery && p.Style == styleBrackets && !strings.HasSuffix(p.Name, styleBracketsMark) {
		return p.Name + styleBracketsMark
	}
	return p.Name
}

// writtenStyle returns how the list of a parameter is written: one whose name has the mark
// is repeated under that name.
func writtenStyle(p *model.Param) string {
	if p.Location == model.LocationQuery && (p.Style == "" || p.Style == "repeat") && strings.HasSuffix(p.Name, styleBracketsMark) {
		return styleBrackets
	}
	return p.Style
}

// styleBrackets is the style of lists of which each value has the name and the mark.
const (
	styleBrackets     = "brackets"
	styleBracketsMark = "[]"
)

// sameName compares names in one place; those of headers have no case.
func sameName(location model.Location, a, b string) bool {
	return a == b || location == model.LocationHeader && strings.EqualFold(a, b)
}

func fieldsOf(ps []*model.Param) []*model.Field {
	out := make([]*model.Field, len(ps))
	for i, p := range ps {
		out[i] = &p.Field
	}
	return out
}

// param is the place of a parameter, by the name that it has there.
func (p location) param(q *model.Param) location {
	return p.part(string(q.Location)).below(q.Name, nil, nil)
}

func (c *comparer) param(p location, a, b *model.Param) {
	q := p.member(p.param(a).old, p.param(b).new, &a.Field, &b.Field)
	q.text = true
	if a.Location != b.Location {
		c.add(q, ParamMoved, string(a.Location), string(b.Location)).Inferred = guessesLocation(&a.Field) || guessesLocation(&b.Field)
	} else if c.isRespelled(a.Name, b.Name) {
		c.unstated[model.FactName]++
	} else if !sameParam(a, b) {
		kind := ParamRenamed
		if a.Location == model.LocationPath {
			kind = PathParamRenamed
		}
		c.add(q, kind, a.Name, b.Name)
	}
	c.styles(q, a, b)
	c.field(q, &a.Field, &b.Field)
}

// listedAt puts a parameter that came or went where its method lists it: what several
// methods share may still be there, or have been there before.
func (c *found) listedAt(old, now source.Span) {
	if !old.IsZero() {
		c.OldSpan, c.Subjects[0].OldSpan = old, old
	}
	if !now.IsZero() {
		c.NewSpan, c.Subjects[0].NewSpan = now, now
	}
}

func (c *comparer) oneSided(p location, gone, added []*model.Param) {
	for _, a := range gone {
		kind := ParamRemovedOptional
		if isNeeded(&a.Field) {
			kind = ParamRemovedRequired
		}
		c.add(p.part(string(a.Location)).below(a.Name, &a.Field, nil), kind, c.old.fieldText(&a.Field), "").listedAt(a.Listed, source.Span{})
	}
	for _, b := range added {
		kind := ParamAddedOptional
		if isNeeded(&b.Field) {
			kind = ParamAddedRequired
		}
		c.add(p.part(string(b.Location)).below(b.Name, nil, &b.Field), kind, "", c.new.fieldText(&b.Field)).listedAt(source.Span{}, b.Listed)
	}
}
