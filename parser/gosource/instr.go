package gosource

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// value returns what an operand of an instruction is.
func (f *frame) value(v ssa.Value, st *state) value {
	switch v := v.(type) {
	case *ssa.Const:
		return constantOf(v)
	case *ssa.Function:
		return closure{fn: v}
	case *ssa.Global:
		return pointer{obj: f.globalOf(v)}
	case *ssa.Builtin:
		return nil
	}
	if got, ok := f.env[v]; ok && got != nil {
		return got
	}
	return unknown(v.Type(), v.Name())
}

func constantOf(c *ssa.Const) value {
	if c.Value == nil {
		return zero(c.Type())
	}
	if c.Value.Kind() == constant.String {
		return literal(constant.StringVal(c.Value))
	}
	return scalar{c.Value, c.Type()}
}

// exec runs an instruction that is no branch, and returns the state behind it.
func (f *frame) exec(instr ssa.Instruction, st *state) *state {
	switch i := instr.(type) {
	case *ssa.Call:
		v, after := f.callCommon(i, &i.Call, st)
		f.env[i] = v
		return after
	case *ssa.Go:
		if _, after := f.callCommon(i, &i.Call, st); after != nil {
			return after
		}
	case *ssa.Store:
		f.storeTo(f.value(i.Addr, st), f.value(i.Val, st), st)
	case *ssa.MapUpdate:
		f.update(f.value(i.Map, st), f.value(i.Key, st), f.value(i.Value, st), st)
	case ssa.Value:
		f.env[i] = f.eval(i, st)
	}
	return st
}

func (f *frame) storeTo(addr, v value, st *state) {
	switch p := addr.(type) {
	case pointer:
		st.store(p, v)
	case choice:
		for _, a := range flatten(p.alts) {
			if p, ok := a.(pointer); ok {
				id := &merge{2}
				st.store(p, newChoice(id, []value{st.load(p), v}))
			}
		}
	}
}

func (f *frame) update(m, key, v value, st *state) {
	for _, m := range flatten([]value{m}) {
		p, ok := m.(pointer)
		if !ok {
			continue
		}
		if d, ok := st.get(p.obj).(*dict); ok {
			st.own[p.obj] = d.with(asText(key), v)
		}
	}
}

// eval returns the value of an instruction that changes nothing.
func (f *frame) eval(instr ssa.Value, st *state) value {
	switch i := instr.(type) {
	case *ssa.Alloc:
		o := &object{typ: deref(i.Type())}
		st.own[o] = zero(o.typ)
		return pointer{obj: o}
	case *ssa.MakeMap:
		o := &object{typ: i.Type()}
		st.own[o] = &dict{typ: i.Type()}
		return pointer{obj: o}
	case *ssa.MakeSlice:
		return f.makeSlice(i, st)
	case *ssa.MakeClosure:
		c := closure{fn: i.Fn.(*ssa.Function)}
		for _, b := range i.Bindings {
			c.bindings = append(c.bindings, f.value(b, st))
		}
		return c
	case *ssa.MakeInterface:
		return lift1(f.value(i.X, st), func(v value) value { return iface{i.X.Type(), v} })
	case *ssa.ChangeInterface:
		return f.value(i.X, st)
	case *ssa.ChangeType:
		return retype(f.value(i.X, st), i.Type())
	case *ssa.Convert:
		return convert(f.value(i.X, st), i.Type())
	case *ssa.MultiConvert:
		return convert(f.value(i.X, st), i.Type())
	case *ssa.BinOp:
		return lift([]value{f.value(i.X, st), f.value(i.Y, st)}, func(vs []value) value { return f.binary(i, vs[0], vs[1], st) })
	case *ssa.UnOp:
		return f.unary(i, st)
	case *ssa.Extract:
		return f.extract(i, st)
	case *ssa.Field:
		return memberOf(f.value(i.X, st), i.Field)
	case *ssa.FieldAddr:
		return f.address(f.value(i.X, st), i.Field)
	case *ssa.IndexAddr, *ssa.Index, *ssa.Lookup, *ssa.Slice:
		return f.evalIndex(i, st)
	case *ssa.Range:
		return f.iterate(i, st)
	case *ssa.Next:
		return f.next1(i, st)
	case *ssa.TypeAssert:
		return lift1(f.value(i.X, st), func(v value) value { return f.assert(i, v) })
	}
	return unknown(instr.Type(), instr.Name())
}

func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// retype gives a value another type with the same structure.
func retype(v value, typ types.Type) value {
	return lift1(v, func(v value) value {
		switch v := v.(type) {
		case aggregate:
			v.typ = typ
			return v
		case scalar:
			v.typ = typ
			return v
		case *sym:
			return v.child("as "+typ.String(), v.name, typ)
		}
		return v
	})
}

func convert(v value, typ types.Type) value {
	return lift1(v, func(v value) value {
		s, ok := v.(scalar)
		if ok && s.c != nil && isString(typ) && s.c.Kind() == constant.Int {
			n, _ := constant.Int64Val(s.c)
			return literal(string(rune(n)))
		}
		return retype(v, typ)
	})
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func (f *frame) makeSlice(i *ssa.MakeSlice, st *state) value {
	n, known := asInt(f.value(i.Len, st))
	if n < 0 || n > maxElements {
		n, known = 0, false
	}
	elem := i.Type().Underlying().(*types.Slice).Elem()
	if b, ok := elem.Underlying().(*types.Basic); ok && b.Kind() == types.Byte {
		return text{}
	}
	o := &object{typ: types.NewArray(elem, int64(n))}
	return slice{typ: i.Type(), obj: o, hi: n, open: !known}
}

func (f *frame) extract(i *ssa.Extract, st *state) value {
	return lift1(f.value(i.Tuple, st), func(v value) value {
		switch v := v.(type) {
		case tuple:
			if i.Index < len(v) {
				return v[i.Index]
			}
		case *sym:
			return v.child(i.Index, v.name, i.Type())
		}
		return unknown(i.Type(), i.Name())
	})
}

// address returns where a member of what a pointer leads to is.
func (f *frame) address(p value, field int) value {
	return lift1(p, func(v value) value {
		switch v := v.(type) {
		case pointer:
			return v.at(field)
		case *sym:
			return pointer{obj: f.objectOf(v)}.at(field)
		}
		return unknown(types.Typ[types.UnsafePointer], "address")
	})
}

// objectOf returns the variable that a pointer of which nothing is known leads to.
func (r *run) objectOf(s *sym) *object {
	o := r.objects[s]
	if o == nil {
		to := s.child("*", s.name, deref(s.typ))
		o = &object{typ: to.typ, from: to}
		r.objects[s] = o
	}
	return o
}

func (f *frame) unary(i *ssa.UnOp, st *state) value {
	return lift1(f.value(i.X, st), func(v value) value {
		switch i.Op {
		case token.MUL:
			return f.load(v, i.Type(), st)
		case token.NOT:
			if b, ok := asBool(v); ok {
				return boolean(!b)
			}
		case token.SUB, token.XOR:
			if s, ok := v.(scalar); ok && s.c != nil && s.c.Kind() == constant.Int {
				return scalar{constant.UnaryOp(i.Op, s.c, 0), i.Type()}
			}
		}
		return unknown(i.Type(), i.Name())
	})
}

func (f *frame) load(p value, typ types.Type, st *state) value {
	switch p := p.(type) {
	case pointer:
		return st.load(p)
	case *sym:
		return st.get(f.objectOf(p))
	}
	return unknown(typ, "what a pointer leads to")
}

func (f *frame) assert(i *ssa.TypeAssert, v value) value {
	result := func(v value, ok value) value {
		if i.CommaOk {
			return tuple{v, ok}
		}
		return v
	}
	_, toInterface := i.AssertedType.Underlying().(*types.Interface)
	switch v := v.(type) {
	case iface:
		if toInterface {
			fits := types.AssignableTo(v.typ, i.AssertedType)
			return result(v, boolean(fits))
		}
		if types.Identical(v.typ, i.AssertedType) {
			return result(v.v, boolean(true))
		}
		return result(zero(i.AssertedType), boolean(false))
	case scalar:
		if v.c == nil {
			return result(zero(i.AssertedType), boolean(false))
		}
	case *sym:
		return result(v.child("as "+i.AssertedType.String(), v.name, i.AssertedType), unknown(types.Typ[types.Bool], "ok"))
	case failure:
		return result(v, boolean(false))
	}
	return result(unknown(i.AssertedType, i.Name()), unknown(types.Typ[types.Bool], "ok"))
}
