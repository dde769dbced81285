package diff

import (
	"github.com/docgen-go/docgen/model"
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
	oldOpen, newOpen := map[string]bool{}, map[string]bool{}
	for {
		x = c.old.unfold(a, func(t *model.NamedType) bool { return oldOpen[t.ID] })
		y = c.new.unfold(b, func(t *model.NamedType) bool { return newOpen[t.ID] })
		x.refs, y.refs = c.together(p, x.refs, y.refs, len(oldOpen)+len(newOpen) == 0 && x.single() && y.single())
		if len(x.refs)+len(y.refs) == 0 {
			return x, y
		}
		for _, t := range x.refs {
			oldOpen[t.ID] = true
		}
		for _, t := range y.refs {
			newOpen[t.ID] = true
		}
	}
}

// together takes declared types that both sides mention out of both lists.
// alone says that they are all there is: then two objects of any names, which
// share a field, stand for each other.
func (c *comparer) together(p location, xs, ys []*model.NamedType, alone bool) (onlyOld, onlyNew []*model.NamedType) {
	by := map[string]*model.NamedType{}
	for _, y := range ys {
		by[y.ID] = y
	}
	for _, x := range xs {
		if y := by[c.declared[x.ID]]; y != nil {
			c.declare(p.subject, x, y)
			delete(by, y.ID)
			continue
		}
		onlyOld = append(onlyOld, x)
	}
	for _, y := range ys {
		if by[y.ID] != nil {
			onlyNew = append(onlyNew, y)
		}
	}
	if alone && len(onlyOld) == 1 && len(onlyNew) == 1 && c.alike(onlyOld[0].Type, onlyNew[0].Type) {
		c.declare(p.subject, onlyOld[0], onlyNew[0])
		return nil, nil
	}
	return onlyOld, onlyNew
}

// alike reports whether two objects have a field in common.
func (c *comparer) alike(a, b *model.Type) bool {
	return a.Kind == model.KindObject && b.Kind == model.KindObject && overlap(fieldNames(a), fieldNames(b)) > 0
}

func fieldNames(t *model.Type) map[string]bool {
	out := make(map[string]bool, len(t.Fields))
	for _, f := range t.Fields {
		out[f.Name] = true
	}
	return out
}

func (p *parts) anything() bool { return p.scalars[model.KindAny] != nil }

// anything compares types of which at least one allows all values.
func (c *comparer) anything(p location, x, y *parts, a, b *model.Type) {
	switch {
	case !x.anything():
		c.add(p, TypeWidened, c.old.text(a), c.new.text(b))
	case !y.anything():
		c.add(p, TypeNarrowed, c.old.text(a), c.new.text(b))
	}
}
