package rendered

// maxDepth is how deep items may nest. Real pages stay below 40; what goes
// deeper is nested where there is room.
const maxDepth = 60

// A tree rebuilds the nesting of the items of one section.
type tree struct {
	top   *node
	open  []*level // outermost first; the first is the section itself
	last  *node
	known *counts
	// list is set where the section lists models.
	list *modelList
	// guesses are the ends of choices that nothing tells.
	guesses []Guess
}

func newTree(known *counts, list *modelList) *tree {
	top := &node{}
	return &tree{top: top, known: known, list: list, open: []*level{{owner: top, want: unknown}}}
}

// add nests an item in the innermost level that can take it and closes
// those further in. The section takes whatever no level does.
func (t *tree) add(n *node) {
	t.unexpand(n)
	i := t.taker(n)
	if l := t.open[i]; i > 0 && t.list.has(n) && (l.want == unknown || l.counted) {
		if l.want == unknown {
			t.guesses = append(t.guesses, Guess{Line: n.at, Item: n.code, Or: l.owner.label(), By: byLinks})
		}
		i = 0
	}
	t.close(i + 1)
	l := t.open[i]
	if i == 0 && t.list != nil {
		n.declared = declaredKey(t.list.resource, n.item.Name)
	}
	l.have += l.weight(n)
	l.owner.kids = append(l.owner.kids, n)
	if l.variants && l.want == unknown {
		t.doubt(n, i)
	}
	t.last = n
	if fields := fieldsOf(n); fields != nil && len(t.open) < maxDepth {
		t.open = append(t.open, fields)
	}
}

// taker is the index of the level that takes the item: the innermost one that
// it is the next of, or else the innermost one that it may belong to.
func (t *tree) taker(n *node) int {
	last := len(t.open) - 1
	if t.open[last].extends(n) && t.open[last-1].variants && !t.open[last-1].full() {
		return last
	}
	if i := t.innermost(n, (*level).next); i > 0 {
		return i
	}
	if i := t.innermost(n, (*level).takes); i > 0 {
		return i
	}
	if t.open[last].extends(n) && (t.list != nil || t.open[last].have == 0) {
		return last
	}
	return 0
}

// innermost finds the innermost level that takes the item. A level of unknown
// size leaves an item to a level further out that expects just that.
func (t *tree) innermost(n *node, takes func(*level, *node) bool) int {
	for i := len(t.open) - 1; i > 0; i-- {
		if !takes(t.open[i], n) {
			continue
		}
		if t.open[i].want != unknown {
			return i
		}
		if j := t.expecting(n, i); j > 0 {
			return j
		}
		if j := t.announcing(n, i); j > 0 {
			return j
		}
		if j := t.related(n, i); j > 0 {
			return j
		}
		return i
	}
	return 0
}

// unexpand notices that a model was not expanded after all: its first field has
// the name of the next one of its owner, but the item n does not go on with it.
// What it was given moves out to the level around it.
func (t *tree) unexpand(n *node) {
	for i := len(t.open) - 1; i > 1 && n.isField(); i-- {
		l, around := t.open[i], t.open[i-1]
		if l.full() {
			continue
		}
		if l.variants || around.variants || !l.owner.refers() || l.have == 0 || l.takes(n) || l.extends(n) {
			return
		}
		t.close(i + 1)
		t.open = t.open[:i]
		around.owner.kids = append(around.owner.kids, l.owner.kids...)
		around.have += l.have
		l.owner.kids = nil
	}
}

// expecting looks outside of level i, past levels that are full, for one that
// expects the item.
func (t *tree) expecting(n *node, i int) int {
	for j := i - 1; j > 0; j-- {
		l := t.open[j]
		if l.variants && l.takes(n) && l.expects(n) {
			return j
		}
		if !l.full() && !l.variants {
			return 0
		}
	}
	return 0
}

// announcing looks outside of level i, whose end nothing tells, for one that
// announces the field as its next by name.
func (t *tree) announcing(n *node, i int) int {
	for j := i - 1; j > 0 && t.open[j+1].leaves; j-- {
		if l := t.open[j]; !l.variants && l.have < len(l.names) && l.names[l.have] == n.item.Name {
			return j
		}
	}
	return 0
}

// doubt notes which other level could also have taken the item that level i, of
// unknown size, was given.
func (t *tree) doubt(n *node, i int) {
	from := t.open[i]
	for j := i - 1; j >= 0; j-- {
		l := t.open[j]
		if j == 0 && t.list != nil && !n.isField() || j > 0 && l.takes(n) {
			if l.want != unknown {
				l.surrender = append(l.surrender, contender{n, from})
			} else {
				from.rival(l, n)
			}
			l.doubtful, from.doubtful = true, true
			return
		}
		if !l.full() {
			return
		}
	}
}

// choice opens the level of alternatives that "One of the following:"
// announces for the last item. It reports false where there is no item.
func (t *tree) choice() bool {
	if t.last == nil || len(t.open) >= maxDepth {
		return false
	}
	if top := t.open[len(t.open)-1]; top.owner == t.last && top.have == 0 {
		t.open = t.open[:len(t.open)-1] // an array of objects: what follows are its kinds
	}
	t.open = append(t.open, variantsOf(t.last, t.known))
	return true
}

// close closes the levels from index i on, innermost first.
func (t *tree) close(i int) {
	for len(t.open) > i {
		l := t.open[len(t.open)-1]
		t.open = t.open[:len(t.open)-1]
		t.giveBack(l)
		l.takeBack()
		t.learn(l)
		t.guess(l)
	}
}

// giveBack moves what a model was given out to the level around it where that is
// not all that the model announces: a page expands all of a model or nothing.
func (t *tree) giveBack(l *level) {
	if l.variants || l.full() || l.have == 0 || !l.owner.refers() || len(t.open) == 0 {
		return
	}
	around := t.open[len(t.open)-1]
	if around.variants || around.want != unknown && around.left() < l.have {
		return
	}
	around.owner.kids = append(around.owner.kids, l.owner.kids...)
	around.have += l.have
	l.owner.kids, l.have = nil, 0
}

// takeBack takes back the last alternatives that a level further in was given
// and that this one misses.
func (l *level) takeBack() {
	missing := l.left()
	if l.want == unknown || missing <= 0 || len(l.surrender) == 0 {
		return
	}
	from := l.surrender[len(l.surrender)-1].from
	var back []*node
	for _, c := range l.surrender {
		if c.from == from {
			back = append(back, c.node)
		}
	}
	if len(back) > missing {
		back = back[len(back)-missing:]
	}
	keep := len(from.owner.kids) - len(back)
	if keep < 1 {
		return
	}
	from.owner.kids = from.owner.kids[:keep]
	l.owner.kids = append(l.owner.kids, back...)
	l.have += len(back)
}

// learn keeps the size of a choice whose end was beyond doubt.
func (t *tree) learn(l *level) {
	if !l.variants || len(l.owner.kids) == 0 {
		return
	}
	if l.want == unknown && !l.doubtful || l.want != unknown && !l.counted && l.left() == 0 {
		t.known.learn(l.owner.model, len(l.owner.kids))
		t.known.learn(l.owner.declared, len(l.owner.kids))
	}
}

// end closes the section and returns its items.
func (t *tree) end() []*node {
	t.close(1)
	return t.top.kids
}
