package gosource

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// maxStreamMethods is how many methods of an answer are run to find what they read.
const maxStreamMethods = 24

// streamOf returns the type of what a function reads one by one: what it sends to a channel or hands to a function of
// its caller, and what the methods or the functions of its answer decode. It returns nil where nothing shows it.
func (r *run) streamOf(fn *ssa.Function, result value, after *state) types.Type {
	for _, elem := range elementsOf(fn.Signature) {
		if r.decoded(elem) {
			return elem
		}
	}
	for _, v := range answers(fn, result) {
		known := len(r.decodes)
		r.readFrom(v, after)
		for _, d := range r.decodes[known:] {
			if !isEmptyStruct(d.typ) && !types.AssignableTo(types.NewPointer(d.typ), errorType) {
				return d.typ
			}
		}
	}
	return nil
}

// readFrom runs the functions that an answer is or has, and its methods, on what is known of it.
func (r *run) readFrom(v value, st *state) {
	typ := typeOf(v)
	if i, ok := v.(iface); ok {
		v, typ = i.v, i.typ
	}
	for _, c := range closuresIn([]value{v}, st) {
		if len(c.fn.Blocks) > 0 {
			r.callFunction(nil, nil, c.fn, symbolsOf(c.fn), c.bindings, st.fork())
		}
	}
	p, ok := v.(pointer)
	if !ok || p.path != "" {
		return
	}
	if _, isPointer := typ.(*types.Pointer); !isPointer {
		typ = types.NewPointer(p.obj.typ)
	}
	if named, ok := deref(typ).(*types.Named); !ok || named.Obj().Pkg() == nil || !r.isSource(named.Obj().Pkg()) {
		return
	}
	methods := r.prog.MethodSets.MethodSet(typ)
	for i := range min(methods.Len(), maxStreamMethods) {
		if m := r.prog.MethodValue(methods.At(i)); m != nil && len(m.Blocks) > 0 && m.Object() != nil && m.Object().Exported() {
			args := symbolsOf(m)
			args[0] = receiverAs(v, m.Params[0].Type(), st)
			r.callFunction(nil, nil, m, args, nil, st.fork())
		}
	}
}

// isSource reports whether a package is none of the standard library.
func (r *reader) isSource(p *types.Package) bool {
	for _, pkg := range r.source {
		if pkg.Pkg == p {
			return true
		}
	}
	return false
}

// decoded reports whether an answer is read into a type.
func (r *run) decoded(t types.Type) bool {
	for _, d := range r.decodes {
		if types.Identical(deref(d.typ), deref(t)) {
			return true
		}
	}
	return false
}

// elementsOf returns the types of what a function gives one by one: the elements of channels, and what functions that it
// is handed or gives take.
func elementsOf(sig *types.Signature) []types.Type {
	var out []types.Type
	add := func(t types.Type) {
		switch u := t.Underlying().(type) {
		case *types.Chan:
			out = append(out, u.Elem())
		case *types.Signature:
			for i := range u.Params().Len() {
				out = append(out, u.Params().At(i).Type())
			}
		}
	}
	for i := range sig.Params().Len() {
		add(sig.Params().At(i).Type())
	}
	for i := range sig.Results().Len() {
		add(sig.Results().At(i).Type())
	}
	return out
}
