package naming

// A tuple is the parts of a Key, the unused ones empty. It makes no garbage.
type tuple [4]string

func key(parts ...string) (t tuple) {
	copy(t[:], parts)
	return t
}

// A nameTable is names by tuples. What has one ID lies together with what belongs to it,
// because most have few names.
type nameTable struct {
	things map[string]*thing
	free   []thing // that no ID has yet
	// last is the thing with the ID that was named last: what belongs to one is named
	// in a row.
	lastID string
	last   *thing
}

// A thing is the names of what has one ID, and of its members.
type thing struct {
	shortMap[within, string]
	first [2]pair[within, string] // where names begin
}

// within is the parts of a tuple but the ID, in the order in which they differ most.
type within struct{ part, kind, rest string }

func (t tuple) within() within { return within{t[2], t[0], t[3]} }

// newNameTable returns an empty table for about as many IDs.
func newNameTable(ids int) *nameTable {
	return &nameTable{things: make(map[string]*thing, ids), free: make([]thing, ids)}
}

func (t *nameTable) get(k tuple) string {
	if th := t.things[k[1]]; th != nil {
		if name := th.find(k.within()); name != nil {
			return *name
		}
	}
	return ""
}

// near returns the thing with an ID, nil where it has no name yet. It is for who names alone.
func (t *nameTable) near(id string) *thing {
	if t.last == nil || t.lastID != id {
		th := t.things[id]
		if th == nil {
			return nil
		}
		t.lastID, t.last = id, th
	}
	return t.last
}

// find is get for who names alone.
func (t *nameTable) find(k tuple) string {
	if th := t.near(k[1]); th != nil {
		if name := th.find(k.within()); name != nil {
			return *name
		}
	}
	return ""
}

// set sets the name of a tuple.
func (t *nameTable) set(k tuple, name string) {
	th := t.near(k[1])
	if th == nil {
		th = t.thing(k[1])
	}
	if have := th.find(k.within()); have != nil {
		*have = name
		return
	}
	th.add(k.within(), name)
}

func (t *nameTable) thing(id string) *thing {
	if len(t.free) == 0 {
		t.free = make([]thing, 64)
	}
	th := &t.free[0]
	t.free = t.free[1:]
	th.list = th.first[:0]
	t.things[id] = th
	return th
}

// forget makes all names empty.
func (t *nameTable) forget() {
	for _, th := range t.things {
		for i := range th.list {
			th.list[i].value = ""
		}
	}
}

// all yields the tuples that have names, with these, in no order.
func (t *nameTable) all(yield func(tuple, string) bool) {
	for id, th := range t.things {
		for _, e := range th.list {
			if e.value != "" && !yield(tuple{e.key.kind, id, e.key.part, e.key.rest}, e.value) {
				return
			}
		}
	}
}
