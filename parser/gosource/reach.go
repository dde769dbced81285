package gosource

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

// A fieldKey names a member of a struct.
type fieldKey struct {
	typ   string
	index int
}

type implKey struct {
	typ    string
	method string
}

// sinks are where requests are made.
var sinks = map[string]bool{
	"net/http.NewRequest": true, "net/http.NewRequestWithContext": true, "net/http.Get": true, "net/http.Head": true, "net/http.Post": true,
	"net/http.PostForm": true, "(*net/http.Client).Get": true, "(*net/http.Client).Head": true, "(*net/http.Client).Post": true,
	"(*net/http.Client).PostForm": true, "(*net/http.Client).Do": true,
}

// index finds which functions may make a request, and which functions members of
// structs hold.
func (r *reader) index() {
	callers := map[any][]*ssa.Function{} // by function, or by the name of a method
	var work, direct []*ssa.Function
	r.reach = map[*ssa.Function]bool{}
	r.stored = map[fieldKey][]*ssa.Function{}
	mark := func(fn *ssa.Function) {
		if !r.reach[fn] {
			r.reach[fn] = true
			work = append(work, fn)
		}
	}
	for fn := range ssautil.AllFunctions(r.prog) {
		var operands []*ssa.Value
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok && call.Common().IsInvoke() {
					callers[call.Common().Method.Name()] = append(callers[call.Common().Method.Name()], fn)
				}
				operands = instr.Operands(operands[:0])
				for _, op := range operands {
					if callee, ok := (*op).(*ssa.Function); ok {
						if sinks[callee.String()] {
							mark(fn)
							direct = append(direct, fn)
						}
						callers[callee] = append(callers[callee], fn)
					}
				}
				r.indexStore(instr)
			}
		}
	}
	for len(work) > 0 {
		fn := work[len(work)-1]
		work = work[:len(work)-1]
		for _, caller := range callers[fn] {
			mark(caller)
		}
		if o := fn.Origin(); o != nil {
			mark(o)
		}
		if fn.Signature.Recv() != nil {
			for _, caller := range callers[fn.Name()] {
				mark(caller)
			}
		}
		if fn.Parent() != nil {
			mark(fn.Parent())
		}
	}
	r.static = map[*ssa.Function]bool{}
	for len(direct) > 0 {
		fn := direct[len(direct)-1]
		direct = direct[:len(direct)-1]
		if !r.static[fn] {
			r.static[fn] = true
			direct = append(direct, callers[fn]...)
		}
	}
	r.indexTypes()
}

// indexStore notes which function a member of a struct gets.
func (r *reader) indexStore(instr ssa.Instruction) {
	store, ok := instr.(*ssa.Store)
	if !ok {
		return
	}
	to, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	v := store.Val
	if c, ok := v.(*ssa.MakeClosure); ok {
		v = c.Fn
	}
	if c, ok := v.(*ssa.ChangeType); ok {
		v = c.X
	}
	fn, ok := v.(*ssa.Function)
	if !ok {
		return
	}
	key := fieldKey{deref(to.X.Type()).String(), to.Field}
	if !slices.Contains(r.stored[key], fn) {
		r.stored[key] = append(r.stored[key], fn)
	}
}

func (r *reader) indexTypes() {
	for _, pkg := range r.source {
		if !r.own[pkg.Pkg] {
			continue
		}
		scope := pkg.Pkg.Scope()
		for _, name := range scope.Names() {
			tn, ok := scope.Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() {
				continue
			}
			named, ok := tn.Type().(*types.Named)
			if !ok || named.TypeParams().Len() > 0 || types.IsInterface(named) {
				continue
			}
			r.named = append(r.named, named)
		}
	}
}

// maxCandidates is among how many functions one is looked for where nothing says
// which one is called.
const maxCandidates = 3

// implementations returns the methods that an interface of which nothing is known may
// lead to: those that make requests, or the only one there is.
func (r *reader) implementations(typ types.Type, method *types.Func) []*ssa.Function {
	i, ok := typ.Underlying().(*types.Interface)
	if !ok || i.NumMethods() == 0 {
		return nil
	}
	key := implKey{typ.String(), method.Name()}
	if fns, ok := r.impls[key]; ok {
		return fns
	}
	var all, sending []*ssa.Function
	for _, t := range r.named {
		impl := t
		if !types.Implements(impl, i) {
			if impl = types.NewPointer(t); !types.Implements(impl, i) {
				continue
			}
		}
		fn := r.prog.LookupMethod(impl, method.Pkg(), method.Name())
		if fn == nil {
			continue
		}
		all = append(all, fn)
		if r.reach[fn] {
			sending = append(sending, fn)
		}
	}
	fns := sending
	if len(fns) == 0 && len(all) == 1 {
		fns = all
	}
	own := 0
	for _, fn := range fns {
		if !passesOn(fn, i) {
			own++
		}
	}
	if own > maxCandidates {
		fns = nil
	}
	r.impls[key] = fns
	return fns
}

// passesOn reports whether a method is that of an embedded interface which has all methods of another one.
func passesOn(fn *ssa.Function, i *types.Interface) bool {
	method, ok := fn.Object().(*types.Func)
	if !ok {
		return false
	}
	from := method.Signature().Recv().Type()
	return types.IsInterface(from) && types.Implements(from, i)
}

// storedFunctions returns the functions that a member of a struct may hold.
func (r *reader) storedFunctions(s *sym) []*ssa.Function {
	if s.parent == nil || s.index < 0 {
		return nil
	}
	fns := r.stored[fieldKey{s.parent.typ.String(), s.index}]
	if len(fns) > maxCandidates {
		return nil
	}
	return fns
}

// interesting reports whether running a function can tell anything: whether it may
// make a request, gives something, or is handed something that it may change.
func (c *call) interesting(fn *ssa.Function, bindings []value) bool {
	if c.reach[fn] {
		return true
	}
	if results := fn.Signature.Results(); results.Len() > 0 && !isError(results.At(0).Type()) {
		return true
	}
	for _, v := range append(append([]value(nil), c.args...), bindings...) {
		if i, ok := v.(iface); ok {
			v = i.v
		}
		switch v := v.(type) {
		case pointer:
			if v.obj.from == nil && !v.obj.global {
				return true
			}
		case closure, choice:
			return true
		}
	}
	return false
}
