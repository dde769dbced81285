package gosource

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// An iterator is what is left of a map that is ranged over.
type iterator struct{ left []entry }

// iterate begins to range over a map or a string.
func (f *frame) iterate(i *ssa.Range, st *state) value {
	x := f.value(i.X, st)
	if isNil(x) {
		o := &object{typ: i.Type()}
		st.own[o] = &iterator{}
		return pointer{obj: o}
	}
	p, ok := x.(pointer)
	if !ok {
		return unknown(i.Type(), i.Name())
	}
	d, ok := st.load(p).(*dict)
	if !ok || d.open {
		return unknown(i.Type(), i.Name())
	}
	left := append([]entry(nil), d.entries...)
	for _, e := range d.from {
		left = append(left, entry{holeText(e), unknown(types.Typ[types.String], "member")})
	}
	if m, ok := i.X.Type().Underlying().(*types.Map); ok {
		for n := range left {
			left[n].v = listed(m.Elem(), left[n].v, st)
		}
	}
	o := &object{typ: i.Type()}
	st.own[o] = &iterator{left}
	return pointer{obj: o}
}

// listed returns the value of a key of a map of lists as a list: Set and Add note the one that they get.
func listed(typ types.Type, v value, st *state) value {
	if _, isList := typ.Underlying().(*types.Slice); !isList {
		return v
	}
	switch v.(type) {
	case slice, choice:
		return v
	}
	return newSlice(typ, []value{v}, false, st)
}

// next1 returns the next key and value.
func (f *frame) next1(i *ssa.Next, st *state) value {
	t := i.Type().(*types.Tuple)
	p, ok := f.value(i.Iter, st).(pointer)
	if !ok {
		return tuple{unknown(t.At(0).Type(), "ok"), unknown(t.At(1).Type(), "key"), unknown(t.At(2).Type(), "value")}
	}
	it, ok := st.get(p.obj).(*iterator)
	if !ok || len(it.left) == 0 {
		return tuple{boolean(false), zero(types.Typ[types.String]), scalar{typ: types.Typ[types.Int]}}
	}
	st.own[p.obj] = &iterator{it.left[1:]}
	return tuple{boolean(true), it.left[0].key, it.left[0].v}
}
