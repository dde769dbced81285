package captured

// A partial is a method or type of which only what differs is shown, with what
// leads there.
type partial struct {
	unit  unit
	title string
	roots nodes
	// in are the ways that values of the type are seen to travel.
	in map[string]bool
	// ofMethod says that the type is the parameters of a method whose heading is not
	// shown, and location where they travel.
	ofMethod bool
	location string
}

// A node is an entry in a partial.
type node struct {
	*entry
	kids nodes
}

// Nodes are entries in one place, each once.
type nodes struct {
	list   []*node
	byCode map[[2]string]*node
}

// insert returns the node of an entry, which is added where it is not there.
func (ts *nodes) insert(e *entry) *node {
	if t := ts.byCode[e.code]; t != nil {
		return t
	}
	if ts.byCode == nil {
		ts.byCode = map[[2]string]*node{}
	}
	t := &node{entry: e}
	ts.byCode[e.code] = t
	ts.list = append(ts.list, t)
	return t
}

// names are the fields that one side has.
func (ts *nodes) names(side int) []string {
	var out []string
	for _, t := range ts.list {
		if it := t.item[side]; it != nil {
			out = append(out, it.Name)
		}
	}
	return out
}

// add puts a change into the partial, with the items around it.
func (p *partial) add(c change) {
	nodes := &p.roots
	for _, e := range c.chain {
		t := nodes.insert(e)
		nodes = &t.kids
		for _, k := range e.kids {
			if k.both() && k.code[0] == k.code[1] {
				nodes.insert(k)
			}
		}
	}
	if n := c.entry.prev; n != nil && len(c.chain) == 0 && !n.nested && n.code[0] == n.code[1] {
		nodes.insert(n) // the parameter before it
	}
	nodes.insert(c.entry).grow()
}

// grow adds everything below an entry that only one side has.
func (t *node) grow() {
	for _, k := range t.entry.kids {
		t.kids.insert(k).grow()
	}
}
