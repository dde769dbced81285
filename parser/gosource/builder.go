package gosource

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/docgen-go/docgen/model/gofacts"
)

// A builder is a type whose methods note what a request is to have and give the type back, until another one sends it.
type builder struct {
	// create is the only function that makes one, nil where there are several or none.
	create  *ssa.Function
	setters []*ssa.Function
}

// maxSenders is how many methods of a builder send requests at most: a client whose methods give copies of it is none.
const maxSenders = 8

// builderOf returns the builder that the receiver of a function is, or nil.
func (r *reader) builderOf(fn *ssa.Function) *builder {
	recv := fn.Signature.Recv()
	if recv == nil {
		return nil
	}
	named, ok := deref(recv.Type()).(*types.Named)
	if !ok || named.TypeParams().Len() > 0 {
		return nil
	}
	if b, ok := r.builders[named]; ok {
		return b
	}
	b, senders := &builder{}, 0
	for i := range named.NumMethods() {
		m := r.prog.FuncValue(named.Method(i))
		switch {
		case m == nil || len(m.Blocks) == 0 || !named.Method(i).Exported():
		case givesType(m, named) && !r.reach[m]:
			b.setters = append(b.setters, m)
		case r.reach[m]:
			senders++
		}
	}
	if len(b.setters) == 0 || senders > maxSenders {
		b = nil
	} else {
		b.create = r.creatorOf(named)
	}
	r.builders[named] = b
	return b
}

// givesType reports whether the first result of a function is a type or a pointer to it.
func givesType(fn *ssa.Function, named *types.Named) bool {
	results := fn.Signature.Results()
	return results.Len() > 0 && types.Identical(deref(results.At(0).Type()), named)
}

// creatorOf returns the only function of the client that makes a value of a type, or nil.
func (r *reader) creatorOf(named *types.Named) *ssa.Function {
	if r.creators == nil {
		r.creators = map[*types.Named][]*ssa.Function{}
		for _, pkg := range r.source {
			if !r.own[pkg.Pkg] {
				continue
			}
			for _, fn := range declaredIn(r.prog, pkg) {
				if results := fn.Signature.Results(); results.Len() > 0 && len(fn.Blocks) > 0 && !r.reach[fn] {
					if t, ok := deref(results.At(0).Type()).(*types.Named); ok {
						r.creators[t] = append(r.creators[t], fn)
					}
				}
			}
		}
	}
	var found *ssa.Function
	for _, fn := range r.creators[named] {
		if recv := fn.Signature.Recv(); recv != nil && types.Identical(deref(recv.Type()), named) {
			continue // a setter
		}
		if found != nil {
			return nil
		}
		found = fn
	}
	return found
}

// declaredIn returns the functions and methods of a package.
func declaredIn(prog *ssa.Program, pkg *ssa.Package) []*ssa.Function {
	var out []*ssa.Function
	for _, m := range pkg.Members {
		switch m := m.(type) {
		case *ssa.Function:
			out = append(out, m)
		case *ssa.Type:
			if named, ok := m.Type().(*types.Named); ok && named.TypeParams().Len() == 0 {
				for i := range named.NumMethods() {
					if fn := prog.FuncValue(named.Method(i)); fn != nil {
						out = append(out, fn)
					}
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b *ssa.Function) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return out
}

// built runs the function that makes a builder and all its setters, and returns the builder as the receiver of a
// function, with the state behind them.
func (r *run) built(b *builder, fn *ssa.Function, st *state) (value, *state) {
	recv := value(symbolOf(fn.Params[0], fromReceiver))
	if b.create != nil {
		if v, after := r.callFunction(nil, nil, b.create, symbolsOf(b.create), nil, st.fork()); after != nil {
			if v, ok := first(v); ok {
				recv, st = v, after
			}
		}
	}
	for _, set := range b.setters {
		args := symbolsOf(set)
		args[0] = receiverAs(recv, set.Params[0].Type(), st)
		v, after := r.callFunction(nil, nil, set, args, nil, st.fork())
		if after == nil {
			continue
		}
		st = after
		if v, ok := first(v); ok {
			recv = v
		}
	}
	r.encodes, r.requests, r.decodes = nil, nil, nil
	return receiverAs(recv, fn.Params[0].Type(), st), st
}

// first returns the first result of a function where it is a variable or a struct that is known.
func first(v value) (value, bool) {
	if t, ok := v.(tuple); ok && len(t) > 0 {
		v = t[0]
	}
	switch v.(type) {
	case pointer, aggregate:
		return v, true
	}
	return nil, false
}

// receiverAs returns a builder as a pointer or as a value, whichever a method takes.
func receiverAs(v value, typ types.Type, st *state) value {
	_, wantsPointer := typ.Underlying().(*types.Pointer)
	switch held := v.(type) {
	case pointer:
		if !wantsPointer {
			return st.load(held)
		}
	case aggregate:
		if wantsPointer {
			o := &object{typ: held.typ}
			st.own[o] = held
			return pointer{obj: o}
		}
	}
	return v
}

func symbolOf(p *ssa.Parameter, from root) *sym {
	return &sym{typ: p.Type(), root: from, name: p.Name(), index: -1}
}

// symbolsOf returns symbols for the arguments of a function. A struct that one points to is the client, which has
// the base URL.
func symbolsOf(fn *ssa.Function) []value {
	out := make([]value, len(fn.Params))
	for i, p := range fn.Params {
		from := fromParam
		if _, points := p.Type().Underlying().(*types.Pointer); points && structOf(p.Type()) != nil || i == 0 && fn.Signature.Recv() != nil {
			from = fromReceiver
		}
		out[i] = symbolOf(p, from)
	}
	return out
}

// addBuilt adds to operations what they have once all setters of a builder were called.
func addBuilt(ops, built []*called) []*called {
	for _, more := range built {
		at := slices.IndexFunc(ops, func(o *called) bool { return o.Verb == more.Verb && o.Path == more.Path })
		if at < 0 {
			if len(ops) == 0 {
				ops = append(ops, more)
			}
			continue
		}
		op := ops[at]
		op.Query, op.Headers = addFields(more.Query, op.Query), addFields(more.Headers, op.Headers)
		op.OpenQuery = more.OpenQuery
		for _, t := range more.QueryFrom {
			if !slices.Contains(op.QueryFrom, t) {
				op.QueryFrom = append(op.QueryFrom, t)
			}
		}
		if more.Body != nil {
			op.Body = more.Body
		}
		if op.Result == nil {
			op.Result, op.Stream = more.Result, more.Stream
		}
	}
	return ops
}

func addFields(fields, more []*gofacts.Field) []*gofacts.Field {
	out := slices.Clone(fields)
	for _, f := range more {
		if !slices.ContainsFunc(out, func(g *gofacts.Field) bool { return g.Name == f.Name }) {
			out = append(out, f)
		}
	}
	return out
}
