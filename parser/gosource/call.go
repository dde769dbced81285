package gosource

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A call is one call of a function that is modeled instead of run.
type call struct {
	*frame
	instr ssa.CallInstruction
	fn    *ssa.Function // nil for methods of interfaces
	args  []value
	st    *state
	typ   types.Type // of the result
}

// callCommon runs a call and returns its result and the state behind it, which is
// nil where the call does not return.
func (f *frame) callCommon(instr ssa.CallInstruction, common *ssa.CallCommon, st *state) (value, *state) {
	args := make([]value, 0, len(common.Args)+1)
	for _, a := range common.Args {
		args = append(args, f.value(a, st))
	}
	typ := common.Signature().Results()
	c := &call{frame: f, instr: instr, args: args, st: st, typ: resultType(typ)}
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return c.builtin(b.Name()), st
	}
	if common.IsInvoke() {
		return c.each(f.value(common.Value, st), func(c *call, recv value) (value, *state) { return c.invoke(recv, common) })
	}
	return c.each(f.value(common.Value, st), func(c *call, fn value) (value, *state) { return c.dynamic(fn) })
}

func resultType(t *types.Tuple) types.Type {
	if t.Len() == 1 {
		return t.At(0).Type()
	}
	return t
}

// each makes the call for each alternative of what is called.
func (c *call) each(callee value, do func(c *call, callee value) (value, *state)) (value, *state) {
	alts := flatten([]value{callee})
	if len(alts) == 1 {
		return do(c, alts[0])
	}
	var values []value
	var states []*state
	for _, a := range alts {
		one := *c
		one.st = c.st.fork()
		one.args = append([]value(nil), c.args...)
		if v, st := do(&one, a); st != nil {
			values, states = append(values, v), append(states, st)
		}
	}
	return joinCalls(values, states)
}

func joinCalls(values []value, states []*state) (value, *state) {
	if len(states) == 0 {
		return nil, nil
	}
	id := &merge{len(states)}
	return joinResults(id, values), mergeStates(id, states)
}

func (c *call) dynamic(fn value) (value, *state) {
	switch fn := fn.(type) {
	case closure:
		return c.static(fn.fn, fn.bindings)
	case *sym:
		if fns := c.storedFunctions(fn); len(fns) > 0 {
			return c.candidates(fns, nil)
		}
		c.touch()
	}
	return c.unknownResult(), c.st
}

// touch notes that an unknown function may have changed what its arguments lead to: of
// members that were not set nothing is known any more.
func (c *call) touch() {
	for _, v := range c.args {
		p, ok := v.(pointer)
		if !ok || p.obj.from != nil || p.obj.global || c.made(p.obj) {
			continue
		}
		a, ok := c.st.load(p).(aggregate)
		s, isStruct := a.typ.(*types.Named)
		if !ok || !isStruct || a.rest != nil || structOf(s) == nil {
			continue
		}
		out := aggregate{typ: a.typ, fields: map[int]value{}, rest: unknown(a.typ, "what an unknown function set")}
		for i, v := range a.fields {
			if !isNil(v) {
				out.fields[i] = v
			}
		}
		c.st.store(p, out)
	}
}

// candidates makes the call for each of some functions that may be called.
func (c *call) candidates(fns []*ssa.Function, recv func(*ssa.Function) value) (value, *state) {
	var values []value
	var states []*state
	for _, fn := range fns {
		one := *c
		one.args = append([]value(nil), c.args...)
		if recv != nil {
			one.args = append([]value{recv(fn)}, one.args...)
		}
		if len(fns) > 1 {
			one.st = c.st.fork()
		}
		var bindings []value
		for _, v := range fn.FreeVars {
			bindings = append(bindings, unknown(v.Type(), v.Name()))
		}
		if v, st := one.static(fn, bindings); st != nil {
			values, states = append(values, v), append(states, st)
		}
	}
	return joinCalls(values, states)
}

// invoke calls a method of an interface.
func (c *call) invoke(recv value, common *ssa.CallCommon) (value, *state) {
	switch recv := recv.(type) {
	case iface:
		if fn := c.methodOf(recv.typ, common.Method); fn != nil {
			c.args = append([]value{recv.v}, c.args...)
			return c.static(fn, nil)
		}
	case *sym:
		as := func(fn *ssa.Function) value {
			typ := fn.Signature.Recv().Type()
			return recv.child("as "+typ.String(), recv.name, typ)
		}
		fns := slices.DeleteFunc(slices.Clone(c.implementations(recv.typ, common.Method)), func(fn *ssa.Function) bool {
			i, ok := recv.typ.Underlying().(*types.Interface)
			return ok && passesOn(fn, i) && c.embedsUnknown(as(fn), fn)
		})
		if len(fns) > 0 {
			return c.candidates(fns, as)
		}
	}
	if m := methodModels[common.Method.Name()]; m != nil {
		inner := *c
		inner.args = append([]value{recv}, c.args...)
		if v, ok := m(&inner); ok {
			return v, inner.st
		}
	}
	c.touch()
	return c.unknownResult(), c.st
}

// embedsUnknown reports whether nothing is known of the embedded value that a method passes a call on to: then it is one
// of the other implementations, and asking them again would multiply them.
func (c *call) embedsUnknown(recv value, fn *ssa.Function) bool {
	typ := fn.Signature.Recv().Type()
	method := c.prog.MethodSets.MethodSet(typ).Lookup(fn.Object().Pkg(), fn.Name())
	if method == nil {
		return false
	}
	v := recv
	for _, i := range method.Index()[:len(method.Index())-1] {
		if s, ok := v.(*sym); ok {
			if _, ok := s.typ.Underlying().(*types.Pointer); ok {
				v = c.st.get(c.objectOf(s))
			}
		} else if p, ok := v.(pointer); ok {
			v = c.st.load(p)
		}
		v = memberOf(v, i)
	}
	_, unknown := v.(*sym)
	return unknown
}

// methodOf returns the method of a type, nil where it has none: on a way that is never taken, behind an assertion
// that fails, the value is of another type.
func (c *call) methodOf(typ types.Type, method *types.Func) *ssa.Function {
	if types.IsInterface(typ) || c.prog.MethodSets.MethodSet(typ).Lookup(method.Pkg(), method.Name()) == nil {
		return nil
	}
	return c.prog.LookupMethod(typ, method.Pkg(), method.Name())
}

// static calls a function that is known.
func (c *call) static(fn *ssa.Function, bindings []value) (value, *state) {
	c.fn = fn
	if v, ok := c.model(); ok {
		return v, c.st
	}
	if len(fn.Blocks) == 0 || c.depth >= maxDepth || c.recursive(fn) || c.steps > c.limit {
		return c.unknownResult(), c.st
	}
	if !c.interesting(fn, bindings) || c.sends(fn) {
		return c.unknownResult(), c.st
	}
	if c.initial && fn.Name() == "init" && fn.Synthetic != "" {
		return nil, c.st // each package is initialized once, in its turn
	}
	run := c.foreign
	if c.own[packageOf(fn)] || !c.own[packageOf(c.frame.fn)] {
		run = func(fn *ssa.Function, bindings []value) (value, *state) {
			return c.run.callFunction(c.frame, c.instr, fn, c.args, bindings, c.st)
		}
	}
	v, st := run(fn, bindings)
	if st == nil && c.initial { // programs whose variables cannot be made don't start: it returns
		return c.unknownResult(), c.st
	}
	return v, st
}

// maxForeign bounds how many instructions of another module a call may take. What
// says something about a request is short; parsers and loggers are not.
const maxForeign = 3000

// foreign calls a function of another module, of whose result nothing is known if it
// takes too long.
func (c *call) foreign(fn *ssa.Function, bindings []value) (value, *state) {
	outer := c.limit
	c.limit = min(outer, c.steps+maxForeign)
	v, st := c.run.callFunction(c.frame, c.instr, fn, c.args, bindings, c.st.fork())
	exceeded := c.steps > c.limit
	c.limit = outer
	if exceeded {
		return c.unknownResult(), c.st.fork()
	}
	return v, st
}

// sends reports whether a function of another module is handed a request that is
// made already: how it sends it tells nothing.
func (c *call) sends(fn *ssa.Function) bool {
	pkg := packageOf(fn)
	if pkg == nil || c.own[pkg] {
		return false
	}
	return slices.ContainsFunc(c.args, func(v value) bool {
		p, ok := v.(pointer)
		if !ok {
			return false
		}
		if c.made(p.obj) {
			return true
		}
		a, ok := c.st.get(p.obj).(aggregate)
		if !ok {
			return false
		}
		inner, ok := memberByName(a, "Request").(pointer)
		return ok && c.made(inner.obj)
	})
}

// made reports whether a variable is a request that was noted.
func (c *call) made(o *object) bool {
	return slices.ContainsFunc(c.requests, func(r *request) bool { return r.obj == o })
}

// recursive reports whether a function is being run already.
func (c *call) recursive(fn *ssa.Function) bool {
	n := 0
	for f := c.frame; f != nil; f = f.caller {
		if f.fn == fn {
			n++
		}
	}
	return n > 1 || n == 1 && !c.reach[fn]
}

// unknownResult is the result of a call of which nothing is known.
func (c *call) unknownResult() value {
	name := "a call"
	if c.fn != nil {
		name = c.fn.Name()
	}
	return unknownOf(c.typ, name)
}

func unknownOf(typ types.Type, name string) value {
	t, ok := typ.(*types.Tuple)
	if !ok {
		return unknown(typ, name)
	}
	out := make(tuple, t.Len())
	for i := range t.Len() {
		out[i] = unknown(t.At(i).Type(), name)
	}
	return out
}

func (c *call) builtin(name string) value {
	switch name {
	case "len":
		return lift1(c.args[0], func(v value) value { return c.length(v) })
	case "append":
		return lift(c.args, func(vs []value) value { return c.appended(vs) })
	case "copy":
		c.copyElements()
	case "delete":
		return nil
	case "ssa:wrapnilchk":
		return c.args[0]
	case "min", "max":
		return unknown(c.typ, name)
	}
	return c.unknownResult()
}

func (c *call) length(v value) value {
	switch v := v.(type) {
	case text:
		return integer(len(v.symbols()))
	case slice:
		if v.open { // one element stands for all that are not known
			return integer(v.hi - v.lo + 1)
		}
		return integer(v.hi - v.lo)
	case aggregate:
		if a, ok := v.typ.Underlying().(*types.Array); ok {
			return integer(int(a.Len()))
		}
	case scalar:
		if v.c == nil {
			return integer(0)
		}
	case pointer:
		if d, ok := c.st.get(v.obj).(*dict); ok && !d.open && len(d.from) == 0 {
			return integer(len(d.entries))
		}
	}
	return c.unknownResult()
}

func (c *call) appended(vs []value) value {
	if len(vs) < 2 {
		return vs[0]
	}
	_, aText := vs[0].(text)
	t, bText := vs[1].(text)
	if (aText || isNil(vs[0])) && bText {
		return concat(asText(vs[0]), t)
	}
	if s, ok := vs[1].(slice); ok && aText {
		var more text
		for _, e := range c.st.elements(s) {
			if n, ok := asInt(e); ok {
				more = concat(more, literal(string(rune(n))))
			} else {
				more = concat(more, holeText(e))
			}
		}
		return concat(asText(vs[0]), more)
	}
	var elems []value
	open := false
	for _, v := range vs {
		switch v := v.(type) {
		case slice:
			elems = append(elems, c.st.elements(v)...)
			open = open || v.open
		case scalar:
		default:
			open = true
		}
	}
	if len(elems) == 0 && open {
		for _, v := range vs {
			if s, ok := v.(*sym); ok {
				return s
			}
		}
	}
	if len(elems) > 2000 {
		return c.unknownResult()
	}
	return newSlice(c.typ, elems, open, c.st)
}

func (c *call) copyElements() {
	to, ok := c.args[0].(slice)
	from, also := c.args[1].(slice)
	if !ok || !also {
		return
	}
	for i, v := range c.st.elements(from) {
		if to.lo+i < to.hi {
			c.st.store(pointer{obj: to.obj}.at(to.lo+i), v)
		}
	}
}
