package rendered

import (
	"slices"

	"github.com/docgen-go/docgen/parser/decl"
)

// What it costs to read items otherwise than a page of http nests them. An item
// that the page lacks costs as much as passing over a few that it has.
const (
	itemLacking = 2
	itemSkipped = 1
	levelLeft   = 1
	mostSkipped = 4 // however many are passed over at once
	newRoot     = 3
	orderBroken = 1
	otherModel  = 1
)

// Bounds of the search: how many readings are followed, and how much worse than
// the best one they may be.
const (
	maxReadings = 8
	maxWorse    = 8
	maxAhead    = 256 // members that are looked at
	maxOutside  = 16  // of these, where the level is not one of the innermost
	innermost   = 4
	maxLeft     = 2  // levels that are stepped over at once
	maxInside   = 16 // of these, into which one looks
	maxFirst    = 4  // members one of which is expected first
	maxSkipped  = 16 // members that may still come
)

// A hit is an item that has an outline item, and those before it.
type hit struct {
	item, at int
	before   *hit
}

// A readingOf is one way to nest the items up to some point.
type readingOf struct {
	in   *frame
	cost int
	hits *hit
}

// descend finds the outline item of each item, or -1, along the tree of the http copy:
// an item is the next member of the innermost level that is open, or of one
// further out, and what stands below a reference to a model is what the model is
// declared to have. It follows several readings at once and keeps the cheapest.
func (s *outline) descend(items []Flat) []int {
	readings := []readingOf{{in: (&frame{at: top, begun: true}).hashed()}}
	ids := make([]identity, len(items)+1)
	for i := range items {
		ids[i] = identify(items[i].Item)
	}
	for i := range items {
		readings = s.step(readings, &stepper{outline: s, item: i, id: ids[i], then: ids[i+1], of: items[i]})
	}
	on := make([]int, len(items))
	for i := range on {
		on[i] = -1
	}
	best := slices.MinFunc(readings, func(a, b readingOf) int { return s.end(a) - s.end(b) })
	for h := best.hits; h != nil; h = h.before {
		on[h.item] = h.at
	}
	joinValues(items, on)
	return on
}

// joinValues puts values that the http copy lacks beside the value before them:
// nothing stands below a value, so that both are of one choice.
func joinValues(items []Flat, on []int) {
	isValue := func(f Flat) bool { return f.Item.Form == decl.Variant && f.Item.Expr.Op == decl.Literal }
	for i := 1; i < len(items); i++ {
		if on[i] < 0 && on[i-1] >= 0 && isValue(items[i]) && isValue(items[i-1]) {
			on[i] = on[i-1]
		}
	}
}

// end is what a reading costs with the members that its levels still lack.
func (s *outline) end(r readingOf) int {
	cost := r.cost
	for f := r.in; f != nil; f = f.up {
		if f.begun {
			cost += min(len(s.members(f.at))-f.next, mostSkipped)
		}
	}
	return cost
}

// step reads one more item in all ways.
func (s *outline) step(readings []readingOf, st *stepper) []readingOf {
	for _, r := range readings {
		st.from = r
		if !st.levels() {
			st.add(r.in, itemLacking, top)
		}
	}
	slices.SortStableFunc(st.out, func(a, b readingOf) int { return a.cost - b.cost })
	for n := range st.out {
		if n == maxReadings || st.out[n].cost > st.out[0].cost+maxWorse {
			st.out = st.out[:n]
			break
		}
	}
	return st.out
}

// A stepper reads one item.
type stepper struct {
	*outline
	item int
	// id is what the item is called, then what the next one is.
	id, then identity
	of       Flat
	from     readingOf
	out      []readingOf
}

// add notes a reading, unless one is as good that goes on alike.
func (st *stepper) add(in *frame, cost, of int) {
	r := readingOf{in, st.from.cost + cost, st.from.hits}
	if of != top {
		r.hits = &hit{st.item, of, r.hits}
	}
	for n := range st.out {
		if st.out[n].in.hash == in.hash {
			if r.cost < st.out[n].cost {
				st.out[n] = r
			}
			return
		}
	}
	st.out = append(st.out, r)
}

// take reads the item as an outline item. Where it links to another model than the http
// page prints there, what follows may be the members of that one.
func (st *stepper) take(in *frame, cost, of int) {
	st.add(in.push(of), cost, of)
	if other := st.twin(of, st.of.refers); other != top {
		st.add(in.push(other), cost+otherModel, other)
	}
}

// levels tries the levels that are open, innermost first, and reports whether
// the item is just what comes next. A level of which nothing is there yet may be
// left out, so that those further out are tried as well.
func (st *stepper) levels() (next bool) {
	left := 0
	for f := st.from.in; f != nil; f = f.up {
		members := st.members(f.at)
		ahead := maxAhead
		if f.up != nil && f.depth+innermost < st.from.in.depth {
			ahead = maxOutside
		}
		exact := st.level(f, members[:min(len(members), f.next+ahead)], left)
		if exact && f.begun {
			return true
		}
		next = next || exact
		if f.up == nil && !next {
			st.root(f, left)
		}
		if f.begun {
			left += min(len(members)-f.next, mostSkipped)
		}
	}
	return next
}

// level tries the members of one level that are not passed yet, and reports
// whether the first of them is it. cost is that of leaving the levels further in.
func (st *stepper) level(f *frame, members []int, cost int) (exact bool) {
	for k, at := range f.skipped {
		if f.at == top && st.named && !st.isModel(members[at]) {
			continue
		}
		if st.id.same(st.items[members[at]].identity) || f.at == top && st.named {
			st.take(f.taken(k), cost+orderBroken, members[at])
			break
		}
	}
	for at := f.next; at < len(members); at++ {
		b := members[at]
		skipped := cost + min(itemSkipped*(at-f.next), mostSkipped)
		if f.at == top && st.named {
			if st.isModel(b) {
				st.take(f.passed(at), min(skipped, mostSkipped), b)
				return skipped == 0
			}
			continue
		}
		if st.id.same(st.items[b].identity) {
			st.take(f.passed(at), skipped, b)
			return skipped == 0
		}
		if st.alike(b, at == f.next) {
			st.add(f.passed(at).push(b), skipped+levelLeft, b)
		}
		if at == f.next || f.up == nil && at < f.next+maxInside {
			st.within(f, at, b, skipped)
		}
	}
	return false
}

// isModel reports whether an item declares the model of an outline item, whose name no
// other one has. Go marks choices in names.
func (st *stepper) isModel(of int) bool {
	key := st.items[of].key
	return !st.id.field && key != "" && (st.id.key == key || st.id.key == key+choiceWord)
}

// alike reports whether an item may be an alternative that is called otherwise,
// as languages name types that http leaves without a name: it is the next one,
// or what comes after it is one of the first members.
func (st *stepper) alike(of int, next bool) bool {
	if st.id.field || st.items[of].field {
		return false
	}
	if next {
		return true
	}
	members := st.members(of)
	return slices.ContainsFunc(members[:min(len(members), maxFirst)], func(m int) bool { return st.then.same(st.items[m].identity) })
}

// within tries the members of an outline item that the language steps over, which is at
// the index in its level, and those of the first of them.
func (st *stepper) within(f *frame, at, of, cost int) {
	over := []int{of}
	for range maxLeft {
		cost += levelLeft
		members := st.members(over[len(over)-1])
		for k, b := range members[:min(len(members), maxAhead)] {
			if st.id.same(st.items[b].identity) {
				in := f.passed(at).push(over[0])
				for _, o := range over[1:] {
					in = in.passed(0).push(o)
				}
				st.take(in.passed(k), cost+min(itemSkipped*k, mostSkipped), b)
				return
			}
		}
		if len(members) == 0 {
			return
		}
		over = append(over, members[0])
	}
}

// root tries a type that the section of the http page does not print and that
// another page declares.
func (st *stepper) root(f *frame, cost int) {
	if st.id.field {
		return
	}
	if b := st.declared(st.item, st.of.Item); b != top {
		st.add(f.push(b), cost+newRoot, b)
	}
}
