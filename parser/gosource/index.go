package gosource

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// evalIndex returns what indexes and slices of arrays, slices, maps and texts are.
func (f *frame) evalIndex(instr ssa.Value, st *state) value {
	switch i := instr.(type) {
	case *ssa.IndexAddr:
		return lift([]value{f.value(i.X, st), f.value(i.Index, st)}, func(vs []value) value { return f.indexAddr(i, vs[0], vs[1], st) })
	case *ssa.Index:
		return lift([]value{f.value(i.X, st), f.value(i.Index, st)}, func(vs []value) value {
			n, known := asInt(vs[1])
			if t, ok := vs[0].(text); ok && known && n >= 0 {
				return charAt(t, n, i.Type())
			}
			if known {
				return memberOf(vs[0], n)
			}
			return unknown(i.Type(), i.Name())
		})
	case *ssa.Lookup:
		return lift([]value{f.value(i.X, st), f.value(i.Index, st)}, func(vs []value) value { return f.lookup(i, vs[0], vs[1], st) })
	case *ssa.Slice:
		vs := []value{f.value(i.X, st), nil, nil}
		for n, bound := range []ssa.Value{i.Low, i.High} {
			if bound != nil {
				vs[n+1] = f.value(bound, st)
			}
		}
		return lift(vs, func(vs []value) value { return f.sliceOf(i, vs, st) })
	}
	return unknown(instr.Type(), instr.Name())
}

func charAt(t text, n int, typ types.Type) value {
	s := t.symbols()
	if n >= 0 && n < len(s) && s[n] != 0 {
		v := integer(int(s[n])).(scalar)
		v.typ = typ
		return v
	}
	return unknown(typ, "a character")
}

func (f *frame) indexAddr(i *ssa.IndexAddr, x, index value, st *state) value {
	n, known := asInt(index)
	if known && n < 0 { // Go ends there
		return unknown(i.Type(), i.Name())
	}
	switch x := x.(type) {
	case pointer: // to an array
		if known {
			return x.at(n)
		}
	case slice:
		switch {
		case known && x.lo+n < x.hi:
			return pointer{obj: x.obj}.at(x.lo + n)
		case !known && x.hi > x.lo:
			return f.anyElement(x, st)
		case x.open:
			return f.variable(unknown(deref(i.Type()), "an element"))
		}
	case *sym:
		elem := deref(i.Type())
		step := any("[]")
		if known {
			step = n
		}
		to := x.child("[]", x.name, elem)
		if known {
			to = x.child(step, x.name, elem)
		}
		return f.variable(to)
	case text:
		if known {
			o := &object{typ: deref(i.Type())}
			st.own[o] = charAt(x, n, o.typ)
			return pointer{obj: o}
		}
	}
	return unknown(i.Type(), i.Name())
}

// variable returns a pointer to a variable that holds a symbol.
func (r *run) variable(s *sym) pointer {
	o := r.variables[s]
	if o == nil {
		o = &object{typ: s.typ, from: s}
		r.variables[s] = o
	}
	return pointer{obj: o}
}

// anyElement returns a pointer to one of the elements of a slice.
func (f *frame) anyElement(x slice, st *state) value {
	var alts []value
	for n := x.lo; n < x.hi; n++ {
		alts = append(alts, pointer{obj: x.obj}.at(n))
	}
	return newChoice(&merge{len(alts)}, alts)
}

// elements returns the known elements of a slice.
func (s *state) elements(x slice) []value {
	var out []value
	for n := x.lo; n < x.hi; n++ {
		out = append(out, s.load(pointer{obj: x.obj}.at(n)))
	}
	return out
}

// newSlice returns a slice of the elements.
func newSlice(typ types.Type, elems []value, open bool, st *state) slice {
	elem := types.Type(types.NewInterfaceType(nil, nil))
	if s, ok := typ.Underlying().(*types.Slice); ok {
		elem = s.Elem()
	}
	if len(elems) > maxElements {
		elems, open = elems[:maxElements], true
	}
	o := &object{typ: types.NewArray(elem, int64(len(elems)))}
	fields := make(map[int]value, len(elems))
	for i, v := range elems {
		fields[i] = v
	}
	st.own[o] = aggregate{typ: o.typ, fields: fields}
	return slice{typ: typ, obj: o, hi: len(elems), open: open}
}

func (f *frame) lookup(i *ssa.Lookup, x, index value, st *state) value {
	found := func(v, ok value) value {
		if i.CommaOk {
			return tuple{v, ok}
		}
		return v
	}
	elem := i.Type()
	if t, ok := elem.(*types.Tuple); ok {
		elem = t.At(0).Type()
	}
	switch x := x.(type) {
	case text:
		if n, ok := asInt(index); ok && n >= 0 {
			return charAt(x, n, elem)
		}
	case pointer:
		d, ok := st.get(x.obj).(*dict)
		if !ok {
			break
		}
		if n := d.find(asText(index)); n >= 0 {
			return found(d.entries[n].v, boolean(true))
		}
		if _, known := asText(index).lit(); known && !d.open && len(d.from) == 0 {
			return found(zero(elem), boolean(false))
		}
	case scalar:
		if x.c == nil {
			return found(zero(elem), boolean(false))
		}
	}
	return found(unknown(elem, i.Name()), unknown(types.Typ[types.Bool], "ok"))
}

func (f *frame) sliceOf(i *ssa.Slice, vs []value, st *state) value {
	lo, loKnown := 0, true
	if vs[1] != nil {
		lo, loKnown = asInt(vs[1])
	}
	hi, hiKnown := 0, false
	if vs[2] != nil {
		hi, hiKnown = asInt(vs[2])
	}
	if lo < 0 || hi < 0 { // Go ends there
		return unknown(i.Type(), i.Name())
	}
	switch x := vs[0].(type) {
	case text:
		if !hiKnown && i.High == nil {
			hi, hiKnown = len(x.symbols()), true
		}
		if loKnown && hiKnown && lo <= hi {
			return x.cut(lo, hi)
		}
		return holeText(unknown(i.Type(), i.Name()))
	case slice:
		if !hiKnown {
			hi = x.hi - x.lo
		}
		if loKnown && lo <= hi && x.lo+hi <= x.hi {
			return slice{i.Type(), x.obj, x.lo + lo, x.lo + hi, x.open}
		}
	case pointer: // to an array
		a, ok := deref(i.X.Type()).Underlying().(*types.Array)
		if !ok {
			break
		}
		if b, ok := a.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Byte {
			return text{}
		}
		if !hiKnown {
			hi = int(a.Len())
		}
		if x.path == "" && lo <= hi {
			return slice{i.Type(), x.obj, lo, hi, false}
		}
		elems := []value{}
		for n := lo; n < hi && n < 1000; n++ {
			elems = append(elems, st.load(x.at(n)))
		}
		return newSlice(i.Type(), elems, false, st)
	case *sym:
		return x.child("as "+i.Type().String(), x.name, i.Type())
	case scalar:
		return x
	}
	return unknown(i.Type(), i.Name())
}
