package gosource

import (
	"go/types"
	"reflect"
	"strconv"
	"strings"
)

// A state is what all objects hold at one point of a run. States that others were
// made of are not changed any more.
type state struct {
	parent *state
	own    map[*object]value
	depth  int
	// sealed says that chains are not shortened beyond this state: it holds what all
	// runs begin with.
	sealed bool
}

const maxChain = 64

func newState() *state { return &state{own: map[*object]value{}} }

// fork returns a state that begins as this one.
func (s *state) fork() *state {
	if s.depth < maxChain {
		return &state{parent: s, own: map[*object]value{}, depth: s.depth + 1}
	}
	return s.flatten()
}

// flatten returns a state that holds the same without a chain.
func (s *state) flatten() *state {
	flat := newState()
	for t := s; t != nil; t = t.parent {
		if t.sealed {
			flat.parent = t
			break
		}
		for o, v := range t.own {
			if _, ok := flat.own[o]; !ok {
				flat.own[o] = v
			}
		}
	}
	return flat
}

func (s *state) get(o *object) value {
	if v := s.find(o); v != nil {
		return v
	}
	return zero(o.typ)
}

// find returns what an object holds, nil where it was not made yet.
func (s *state) find(o *object) value {
	for t := s; t != nil; t = t.parent {
		if v, ok := t.own[o]; ok {
			return v
		}
	}
	if o.from != nil {
		return o.from
	}
	if o.global {
		return zero(o.typ)
	}
	return nil
}

// mergeStates returns the state behind several ways.
func mergeStates(id *merge, states []*state) *state {
	if len(states) == 1 {
		return states[0]
	}
	base := commonBase(states)
	out := newState()
	if base != nil {
		out = base.fork()
	}
	changed := map[*object]int{}
	for _, s := range states {
		seen := map[*object]bool{}
		for t := s; t != base && t != nil; t = t.parent {
			for o := range t.own {
				if !seen[o] {
					seen[o] = true
					changed[o]++
				}
			}
		}
	}
	for o, n := range changed {
		alts := make([]value, 0, len(states))
		for _, s := range states {
			if v := s.find(o); v != nil {
				alts = append(alts, v)
			}
		}
		switch {
		case len(alts) == 1:
			out.own[o] = alts[0]
		case len(alts) < len(states): // made on some of the ways: no other one has it
			out.own[o] = joinValues(&merge{n}, alts)
		default:
			out.own[o] = joinValues(id, alts)
		}
	}
	return out
}

// commonBase returns the nearest state that all were made of.
func commonBase(states []*state) *state {
	count := map[*state]int{}
	for _, s := range states {
		for t := s; t != nil; t = t.parent {
			count[t]++
		}
	}
	for t := states[0]; t != nil; t = t.parent {
		if count[t] == len(states) {
			return t
		}
	}
	return nil
}

// joinValues joins structs member by member, so that what is known of one member
// does not suffer from another, and dicts by all their keys.
func joinValues(id *merge, alts []value) value {
	if out, ok := joinAggregates(id, alts); ok {
		return out
	}
	if out, ok := joinDicts(alts); ok {
		return out
	}
	return newChoice(id, alts)
}

func joinAggregates(id *merge, alts []value) (value, bool) {
	keys := map[int]bool{}
	var first aggregate
	if len(alts) > 1 && sharedFields(alts) {
		return alts[0], true
	}
	for i, v := range alts {
		a, ok := v.(aggregate)
		if !ok || i > 0 && a.rest != first.rest {
			return nil, false
		}
		if i == 0 {
			first = a
		}
		for k := range a.fields {
			keys[k] = true
		}
	}
	out := aggregate{typ: first.typ, rest: first.rest, fields: map[int]value{}}
	for k := range keys {
		members := make([]value, len(alts))
		for i, v := range alts {
			members[i] = v.(aggregate).member(k)
		}
		out.fields[k] = joinValues(id, members)
	}
	return out, true
}

// sharedFields reports whether all values are one struct that nobody changed.
func sharedFields(alts []value) bool {
	first, ok := alts[0].(aggregate)
	if !ok {
		return false
	}
	for _, v := range alts[1:] {
		a, ok := v.(aggregate)
		if !ok || a.rest != first.rest || a.typ != first.typ || reflect.ValueOf(a.fields).Pointer() != reflect.ValueOf(first.fields).Pointer() {
			return false
		}
	}
	return true
}

func joinDicts(alts []value) (value, bool) {
	out := &dict{}
	for i, v := range alts {
		d, ok := v.(*dict)
		if !ok {
			return nil, false
		}
		if i == 0 {
			*out = *d
			out.entries = append([]entry(nil), d.entries...)
			out.from = append([]encoded(nil), d.from...)
			continue
		}
		if d == v && sameValue(alts[0], v) {
			continue
		}
		out.add(d)
	}
	return out, true
}

// add takes over the keys of another dict that are not there.
func (d *dict) add(o *dict) {
	d.open = d.open || o.open
	for _, e := range o.entries {
		if d.find(e.key) < 0 {
			d.entries = append(d.entries, e)
		}
	}
	for _, f := range o.from {
		have := false
		for _, g := range d.from {
			have = have || sameValue(f.v, g.v)
		}
		if !have {
			d.from = append(d.from, f)
		}
	}
}

func (d *dict) find(key text) int {
	for i, e := range d.entries {
		if sameText(e.key, key) {
			return i
		}
	}
	return -1
}

// with returns the dict with a key set.
func (d *dict) with(key text, v value) *dict {
	out := *d
	out.entries = append([]entry(nil), d.entries...)
	if _, known := key.lit(); !known {
		if e, ok := key[0].hole.(encoded); ok {
			out.from = append(append([]encoded(nil), d.from...), e) // a key of a struct that was encoded
			return &out
		}
		out.open = true
		return &out
	}
	if i := out.find(key); i >= 0 {
		out.entries[i].v = v
	} else {
		out.entries = append(out.entries, entry{key, v})
	}
	return &out
}

func (a aggregate) member(i int) value {
	if v, ok := a.fields[i]; ok {
		return v
	}
	typ, name := memberType(a.typ, i)
	if a.rest != nil {
		return a.rest.child(i, name, typ)
	}
	return zero(typ)
}

// memberType returns type and name of a member of a struct or an array.
func memberType(typ types.Type, i int) (types.Type, string) {
	switch u := typ.Underlying().(type) {
	case *types.Struct:
		if i >= 0 && i < u.NumFields() {
			return u.Field(i).Type(), u.Field(i).Name()
		}
	case *types.Array:
		return u.Elem(), ""
	}
	return types.Typ[types.Invalid], ""
}

func (p pointer) at(i int) pointer { return pointer{p.obj, p.path + strconv.Itoa(i) + "/"} }

// load returns what a pointer leads to.
func (s *state) load(p pointer) value {
	return loadPath(s.get(p.obj), p.path)
}

func loadPath(v value, path string) value {
	for path != "" {
		step, rest, _ := strings.Cut(path, "/")
		i, _ := strconv.Atoi(step)
		path = rest
		v = memberOf(v, i)
	}
	return v
}

// memberOf returns a member of a struct or an element of an array, by its index.
func memberOf(v value, i int) value {
	return lift1(v, func(v value) value {
		switch v := v.(type) {
		case aggregate:
			return v.member(i)
		case *sym:
			typ, name := memberType(v.typ, i)
			return v.child(i, name, typ)
		}
		return unknown(types.Typ[types.Invalid], "a member")
	})
}

// store changes what a pointer leads to.
func (s *state) store(p pointer, v value) {
	s.own[p.obj] = storePath(s.get(p.obj), p.path, v)
}

func storePath(old value, path string, v value) value {
	if path == "" {
		return v
	}
	step, rest, _ := strings.Cut(path, "/")
	i, _ := strconv.Atoi(step)
	a, ok := old.(aggregate)
	if !ok {
		from, isSym := old.(*sym)
		if !isSym {
			if c, isChoice := old.(choice); isChoice {
				alts := make([]value, len(c.alts))
				for j, alt := range c.alts {
					alts[j] = storePath(alt, path, v)
				}
				return newChoice(c.id, alts)
			}
			return old
		}
		a = aggregate{typ: from.typ, rest: from}
	}
	out := aggregate{typ: a.typ, rest: a.rest, fields: make(map[int]value, len(a.fields)+1)}
	for k, w := range a.fields {
		out.fields[k] = w
	}
	out.fields[i] = storePath(a.member(i), rest, v)
	return out
}
