package diff

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/values"
)

// A visit is how a pair of types fared that the subject has met before.
type visit struct {
	state visitState
	times int
}

// A visitKey is a pair of types, and the one position of the members on the way.
type visitKey struct {
	old, new *model.Type
	only     Position
}

type visitState uint8

const (
	unvisited  visitState = iota
	inProgress            // being compared further up: a circle
	clean                 // compared, nothing to report
	dirty                 // compared, and each place reports it
)

// maxRepeats bounds how many places of one subject report the same pair of
// types, which hostile pages could make exponentially many.
const maxRepeats = 100

// types compares two types that take the same place. Both are not nil.
func (c *comparer) types(p location, a, b *model.Type) {
	if c.simple(p, a, b) {
		return
	}
	key := visitKey{a, b, p.subject.only}
	m := c.visited[key]
	if m.state == inProgress || m.state == clean || m.times > maxRepeats {
		return
	}
	c.visited[key] = visit{inProgress, m.times + 1}
	reported := len(c.changes) + len(c.texts)
	c.compareTypes(p, a, b)
	after := visit{clean, m.times + 1}
	if len(c.changes)+len(c.texts) > reported {
		after.state = dirty
	}
	c.visited[key] = after
}

// simple compares what needs not be laid out, as most types do not: equal scalars and
// constants, lists, and declared types that stand for each other. It reports whether the
// types are of that kind.
func (c *comparer) simple(p location, a, b *model.Type) bool {
	if a.Kind != b.Kind {
		return false
	}
	switch a.Kind {
	case model.KindEnum, model.KindObject, model.KindUnion, model.KindMap:
		return false
	case model.KindConst:
		return a.Literal == b.Literal
	case model.KindArray:
		if a.Elem == nil || b.Elem == nil {
			return false
		}
		c.types(p.inside(StepElement, ""), a.Elem, b.Elem)
		return true
	case model.KindRef:
		from, to := c.old.api.Lookup(a.Ref), c.new.api.Lookup(b.Ref)
		if from == nil || to == nil || from.Anonymous || to.Anonymous || c.declared[from.ID] != to.ID {
			return false
		}
		c.declare(p.subject, from, to)
		return true
	}
	return a.Format == b.Format
}

func (c *comparer) compareTypes(p location, a, b *model.Type) {
	x, y := c.unfoldBoth(p, a, b)
	if x.anything() || y.anything() {
		c.anything(p, &x, &y, a, b)
		return
	}
	x.normalize()
	y.normalize()
	d := &differing{c: c, p: p, old: &x, new: &y, oldType: a, newType: b}
	d.values()
	d.scalars()
	d.objects()
	d.elements(x.arrays, y.arrays, StepElement, "array of ")
	d.elements(x.maps, y.maps, StepValue, "map of ")
	d.report()
	d.discriminators()
}

// unfoldBoth lays both types out. Declared types that both have are compared
// on their own; those that only one has are looked into.
func (c *comparer) unfoldBoth(p location, a, b *model.Type) (x, y parts) {
	closed := func(*model.NamedType) bool { return false }
	x, y = c.old.unfold(a, closed), c.new.unfold(b, closed)
	if len(x.refs)+len(y.refs) > 0 && !c.together(p, &x, &y) {
		m := &matching{c: c, by: p.subject, old: values.NewFrontier(c.old.api.Lookup, a), new: values.NewFrontier(c.new.api.Lookup, b)}
		m.open()
		x, y = partsOf(m.old.Set()), partsOf(m.new.Set())
	}
	x.refs, y.refs = nil, nil
	return x, y
}

// together reports whether both types are one declared type each, and these stand
// for each other: those that both sides have, and two objects of any names that
// share a field.
func (c *comparer) together(p location, x, y *parts) bool {
	if !x.single() || !y.single() || len(x.refs) == 0 || len(y.refs) == 0 {
		return false
	}
	from, to := x.refs[0], y.refs[0]
	switch {
	case c.declared[from.ID] == to.ID:
	case !c.alike(from.Type, to.Type):
		return false
	case c.isOther(from, to):
		c.add(p, TypeChanged, from.ID, to.ID)
		return true
	}
	c.declareAt(p, from, to)
	return true
}

// alike reports whether two objects have a field in common.
func (c *comparer) alike(a, b *model.Type) bool {
	return a.Kind == model.KindObject && b.Kind == model.KindObject && overlap(fieldNames(a), fieldNames(b)) > 0
}

func fieldNames(t *model.Type) map[string]bool { return nameSet(t.Fields) }

func (p *parts) anything() bool { return p.scalars[model.KindAny] != nil }

// anything compares types of which at least one allows all values.
func (c *comparer) anything(p location, x, y *parts, a, b *model.Type) {
	switch {
	case x.anything() != y.anything() && (x.hides() || y.hides()):
		c.unstated[model.FactType]++
	case x.anything() && !y.anything() && c.old.statesNoType(p.oldField), y.anything() && !x.anything() && c.new.statesNoType(p.newField):
		c.unstated[model.FactType]++
	case !x.anything():
		c.add(p, TypeWidened, c.old.text(a), c.new.text(b))
	case !y.anything():
		c.add(p, TypeNarrowed, c.old.text(a), c.new.text(b))
	}
}
