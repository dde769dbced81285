package naming

// A tuple is the parts of a Key, the unused ones empty. It makes no garbage.
type tuple [4]string

func key(parts ...string) (t tuple) {
	copy(t[:], parts)
	return t
}

// A nameTable is names by tuples. What has one ID lies together with what belongs to it:
// most have few names, which are found faster than by a hash of all four parts.
type nameTable struct {
	things map[string]*thing
	free   []thing // that no ID has yet
}

// A thing is the names of what has one ID, and of its members.
type thing struct {
	names []entry
	first [2]entry // where names begin
	// index has the places of names where there are many.
	index map[tuple]int32
}

// An entry is a name and what has it: the kind, and the parts behind the ID.
type entry struct{ kind, part, rest, name string }

// manyNames is how many names of a thing are looked through one by one.
const manyNames = 16

// newNameTable returns an empty table for about as many IDs.
func newNameTable(ids int) *nameTable {
	return &nameTable{things: make(map[string]*thing, ids), free: make([]thing, ids)}
}

func (t *nameTable) get(k tuple) string {
	if th := t.things[k[1]]; th != nil {
		if i := th.find(k); i >= 0 {
			return th.names[i].name
		}
	}
	return ""
}

// set sets the name of a tuple.
func (t *nameTable) set(k tuple, name string) {
	th := t.things[k[1]]
	if th == nil {
		th = t.thing(k[1])
	}
	if i := th.find(k); i >= 0 {
		th.names[i].name = name
		return
	}
	th.names = append(th.names, entry{k[0], k[2], k[3], name})
	switch n := len(th.names); {
	case th.index != nil:
		th.index[k] = int32(n - 1)
	case n > manyNames:
		th.index = make(map[tuple]int32, 4*n)
		for i, e := range th.names {
			th.index[tuple{e.kind, k[1], e.part, e.rest}] = int32(i)
		}
	}
}

func (t *nameTable) thing(id string) *thing {
	if len(t.free) == 0 {
		t.free = make([]thing, 64)
	}
	th := &t.free[0]
	t.free = t.free[1:]
	th.names = th.first[:0]
	t.things[id] = th
	return th
}

// find returns where the name of a tuple is, or -1.
func (th *thing) find(k tuple) int {
	if th.index != nil {
		if i, ok := th.index[k]; ok {
			return int(i)
		}
		return -1
	}
	for i := range th.names {
		if e := &th.names[i]; e.part == k[2] && e.kind == k[0] && e.rest == k[3] {
			return i
		}
	}
	return -1
}

// forget makes all names empty.
func (t *nameTable) forget() {
	for _, th := range t.things {
		for i := range th.names {
			th.names[i].name = ""
		}
	}
}

// all yields the tuples that have names, with these, in no order.
func (t *nameTable) all(yield func(tuple, string) bool) {
	for id, th := range t.things {
		for _, e := range th.names {
			if e.name != "" && !yield(tuple{e.kind, id, e.part, e.rest}, e.name) {
				return
			}
		}
	}
}
