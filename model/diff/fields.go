package diff

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// fields compares the members of two objects.
func (c *comparer) fields(p location, a, b *model.Type) {
	if a.Partial || b.Partial {
		c.announced(p, a, b)
		return
	}
	after := make(map[string]*model.Field, len(b.Fields))
	for _, g := range b.Fields {
		after[g.Name] = g
	}
	before := make(map[string]bool, len(a.Fields))
	var gone, added []*model.Field
	for _, f := range a.Fields {
		before[f.Name] = true
		if g := after[f.Name]; g != nil {
			c.field(p.below(f.Name, f, g), f, g)
		} else if c.lone(c.new, f) {
			gone = append(gone, f)
		}
	}
	for _, g := range b.Fields {
		if !before[g.Name] && c.lone(c.old, g) {
			added = append(added, g)
		}
	}
	c.replaced(p, gone, added)
	c.extra(p, a, b)
}

// replaced reports the members of one side only. One that came with the type
// and the words of one that went is the same under a new name.
func (c *comparer) replaced(p location, gone, added []*model.Field) {
	gone, added = c.nested(p, gone, added)
	gone, added = c.respelled(p, gone, added)
	came := map[*model.Field]bool{}
	renames := c.renames(gone, added)
	for _, f := range gone {
		if g := renames.of(f); g != nil {
			came[g] = true
			q := p.below(g.Name, f, g)
			c.add(q.sharedBy(f, g), FieldRenamed, f.Name, g.Name)
			c.field(q, f, g)
			continue
		}
		kind := FieldRemovedOptional
		if isNeeded(f) {
			kind = FieldRemovedRequired
		}
		c.add(p.below(f.Name, f, nil).sharedBy(f), kind, c.old.fieldText(f), "")
	}
	for _, g := range added {
		if came[g] {
			continue
		}
		kind := FieldAddedOptional
		if isNeeded(g) {
			kind = FieldAddedRequired
		}
		c.add(p.below(g.Name, nil, g).sharedBy(g), kind, "", c.new.fieldText(g))
	}
}

// renames finds the members of one side that are members of the other under another
// name: equal words and the same type, and no other member fits as well.
type renames struct {
	c         *comparer
	gone, new map[string][]*model.Field
	word      map[*model.Field]*model.Field // see byWord
}

func (c *comparer) renames(gone, added []*model.Field) *renames {
	r := &renames{c: c, gone: map[string][]*model.Field{}, new: map[string][]*model.Field{}}
	if len(gone) == 0 || len(added) == 0 {
		return r
	}
	for _, f := range gone {
		if f.Doc != "" {
			key := c.old.likeness(f)
			r.gone[key] = append(r.gone[key], f)
		}
	}
	for _, g := range added {
		if g.Doc != "" {
			key := c.new.likeness(g)
			r.new[key] = append(r.new[key], g)
		}
	}
	r.word = r.byWord(gone, added)
	return r
}

// likeness is what is equal of a member that has another name now.
func (s *side) likeness(f *model.Field) string { return oneLine(f.Doc) + "\x00" + s.text(f.Type) }

// of returns the one added member that f is under another name, or nil.
func (r *renames) of(f *model.Field) *model.Field {
	if g := r.same(f); g != nil {
		return g
	}
	return r.word[f]
}

// same returns the one added member of which the same is said, or nil.
func (r *renames) same(f *model.Field) *model.Field {
	if f.Doc == "" || len(r.new) == 0 {
		return nil
	}
	key := r.c.old.likeness(f)
	if now := r.new[key]; len(now) == 1 && len(r.gone[key]) == 1 {
		return now[0]
	}
	return nil
}

// extra compares whether objects allow keys beyond their fields.
func (c *comparer) extra(p location, a, b *model.Type) {
	p = p.inside(StepValue, "")
	switch {
	case a.Elem == nil && b.Elem == nil:
	case a.Elem == nil:
		c.add(p, TypeWidened, "", c.new.text(b.Elem))
	case b.Elem == nil:
		c.add(p, TypeNarrowed, c.old.text(a.Elem), "")
	default:
		c.types(p, a.Elem, b.Elem)
	}
}

// field compares all that is said of one member.
func (c *comparer) field(p location, f, g *model.Field) {
	c.directions(p, f, g)
	p = p.sharedBy(f, g)
	switch {
	case g.Required != f.Required && (guessesNeed(f) || guessesNeed(g)):
		c.unstated[model.FactRequired]++
	case g.Required && !f.Required:
		c.maybe(p, model.FactRequired, BecameRequired, "", "", true, true)
	case f.Required && !g.Required:
		c.maybe(p, model.FactRequired, BecameOptional, "", "", true, true)
	}
	switch {
	case g.Nullable != f.Nullable && c.guessesNull(f, g):
		c.unstated[model.FactNullable]++
	case g.Nullable && !f.Nullable && !c.old.nullInside(f.Type):
		c.maybe(p, model.FactNullable, BecameNullable, "", "", false, true)
	case f.Nullable && !g.Nullable && !c.new.nullInside(g.Type):
		c.maybe(p, model.FactNullable, NeverNull, "", "", true, false)
	}
	if !retyped(f.Type, g.Type) {
		c.defaults(p, f, g)
		c.limits(p, f, g)
	}
	c.deprecation(p, f.Deprecated, g.Deprecated)
	c.words(p, f.Doc, g.Doc)
	c.types(p, f.Type, g.Type)
}

// retyped reports whether values are of two JSON types: then their limits and
// defaults differ for that reason alone.
func retyped(a, b *model.Type) bool {
	limited := []model.Kind{model.KindString, model.KindNumber, model.KindBoolean, model.KindArray}
	x, y := class(a.Kind), class(b.Kind)
	return x != y && slices.Contains(limited, x) && slices.Contains(limited, y)
}

// nullInside reports whether null is an alternative of the type itself.
func (s *side) nullInside(t *model.Type) bool {
	p := s.unfold(t, func(*model.NamedType) bool { return true })
	return p.scalars[model.KindNull] != nil || p.anything()
}
