package gosource

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

const tokenEqual = token.EQL

// The bounds of a run.
const (
	maxDepth   = 40      // of calls
	maxVisits  = 1000    // of one block, in loops whose end is known
	maxUnknown = 100     // of one block with a condition that is not known
	maxSteps   = 150_000 // of instructions, for one exported function
	// of instructions, for the variables of a package: one may have thousands of routes
	maxInitSteps = 5_000_000
)

// A frame is one call of a function that is run.
type frame struct {
	*run
	fn       *ssa.Function
	caller   *frame
	args     []value
	bindings []value
	env      map[ssa.Value]value
	pending  map[*ssa.BasicBlock][]arrival
	visits   map[*ssa.BasicBlock]int
	unknown  map[*ssa.BasicBlock]bool // they end with a condition that was not known
	returns  []returned
	depth    int
	dropped  bool                // something was not run to its end
	call     ssa.CallInstruction // in the caller
}

// An arrival is one way to a block.
type arrival struct {
	st   *state
	from *ssa.BasicBlock
	phis []value
}

type returned struct {
	st *state
	v  value
}

// callFunction runs a function and returns its result and the state behind it, which
// is nil where no way returns.
func (r *run) callFunction(caller *frame, call ssa.CallInstruction, fn *ssa.Function, args, bindings []value, st *state) (value, *state) {
	f := &frame{run: r, fn: fn, caller: caller, call: call, args: args, bindings: bindings,
		env: map[ssa.Value]value{}, pending: map[*ssa.BasicBlock][]arrival{}, visits: map[*ssa.BasicBlock]int{}, unknown: map[*ssa.BasicBlock]bool{}}
	if caller != nil {
		f.depth = caller.depth + 1
	}
	for i, p := range fn.Params {
		if i < len(args) {
			f.env[p] = args[i]
		}
	}
	for i, v := range fn.FreeVars {
		if i < len(bindings) {
			f.env[v] = bindings[i]
		}
	}
	info := r.infoOf(fn)
	f.pending[fn.Blocks[0]] = []arrival{{st: st}}
	for {
		block := f.next(info)
		if block == nil {
			break
		}
		if r.steps > r.limit {
			f.dropped = true
			break
		}
		f.runBlock(info, block)
	}
	if f.dropped && len(f.returns) == 0 { // it may return all the same
		return unknownOf(resultType(fn.Signature.Results()), fn.Name()), st
	}
	return f.result()
}

// next returns the first block that something arrived at.
func (f *frame) next(info *funcInfo) *ssa.BasicBlock {
	var best *ssa.BasicBlock
	for b := range f.pending {
		if (best == nil || info.order[b] < info.order[best]) && !info.busy(b, f.pending) {
			best = b
		}
	}
	return best
}

func (f *frame) runBlock(info *funcInfo, b *ssa.BasicBlock) {
	arrived := f.pending[b]
	delete(f.pending, b)
	for _, inner := range info.within(b) { // each round begins them anew
		delete(f.visits, inner)
	}
	if f.visits[b]++; f.visits[b] > maxVisits {
		f.cut, f.dropped = true, true
		return
	}
	id := &merge{len(arrived)}
	states := make([]*state, len(arrived))
	for i, a := range arrived {
		states[i] = a.st
	}
	st := mergeStates(id, states)
	if len(states) > 1 {
		f.steps += 10 + len(st.own)
	}
	n := 0
	for _, instr := range b.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		alts := make([]value, len(arrived))
		for i, a := range arrived {
			alts[i] = a.phis[n]
		}
		f.env[phi] = newChoice(id, alts)
		n++
	}
	for _, instr := range b.Instrs[n:] {
		f.steps++
		switch instr := instr.(type) {
		case *ssa.Jump:
			f.arrive(b, b.Succs[0], st)
		case *ssa.If:
			f.branch(info, b, instr, st)
		case *ssa.Return:
			f.leave(instr, st)
		case *ssa.Panic:
		default:
			if st = f.exec(instr, st); st == nil {
				return
			}
		}
	}
}

func (f *frame) arrive(from, to *ssa.BasicBlock, st *state) {
	pred := slices.Index(to.Preds, from)
	var phis []value
	for _, instr := range to.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		phis = append(phis, f.value(phi.Edges[pred], st))
	}
	f.pending[to] = append(f.pending[to], arrival{st, from, phis})
}

// branch goes on at those successors of a block that a condition leaves.
func (f *frame) branch(info *funcInfo, b *ssa.BasicBlock, instr *ssa.If, st *state) {
	cond := f.value(instr.Cond, st)
	if known, ok := asBool(cond); ok {
		f.arrive(b, b.Succs[map[bool]int{true: 0, false: 1}[known]], st)
		return
	}
	next := b.Succs
	f.unknown[b] = true
	if f.visits[b] >= 2 {
		if next = info.exits(b); len(next) == 0 { // within a loop: whether that goes on, its own condition says
			next = b.Succs
			if l := info.loopOf(b); l != nil && f.unknown[l.head] {
				next = l.leaving(b) // which is not known
			}
		}
		if f.visits[b] > maxUnknown {
			f.cut, f.dropped = true, true
			return
		}
	}
	for _, s := range next {
		f.arrive(b, s, st.fork())
	}
}

func (f *frame) leave(instr *ssa.Return, st *state) {
	out := make(tuple, len(instr.Results))
	for i, v := range instr.Results {
		if load := loadedFirst(v, instr); load != nil {
			out[i] = f.unary(load, st)
		} else {
			out[i] = f.value(v, st)
		}
	}
	var v value
	switch len(out) {
	case 0:
	case 1:
		v = out[0]
	default:
		v = out
	}
	f.returns = append(f.returns, returned{st, v})
}

// loadedFirst returns the load of a variable or of a member of one that is a result and comes before calls of the same return statement, nil of
// any other result. In return ship, get(&ship) compilers of Go call first, the SSA form does so last.
func loadedFirst(v ssa.Value, ret *ssa.Return) *ssa.UnOp {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL || load.Block() != ret.Block() {
		return nil
	}
	from := load.X
	for field, ok := from.(*ssa.FieldAddr); ok; field, ok = from.(*ssa.FieldAddr) {
		from = field.X
	}
	if _, ok := from.(*ssa.Alloc); !ok || len(*load.Referrers()) != 1 {
		return nil
	}
	for _, instr := range slices.Backward(ret.Block().Instrs) {
		if instr == load {
			return nil
		}
		if call, ok := instr.(*ssa.Call); ok && call.Pos() > ret.Pos() {
			return load
		}
	}
	return nil
}

// result merges all returns. Those with an error count only where there is no other:
// what a function does in vain says nothing about the API.
func (f *frame) result() (value, *state) {
	fine := slices.DeleteFunc(slices.Clone(f.returns), func(r returned) bool { return fails(r.v) })
	if len(fine) == 0 {
		fine = f.returns
	}
	if len(fine) == 0 {
		return nil, nil
	}
	id := &merge{len(fine)}
	states, values := make([]*state, len(fine)), make([]value, len(fine))
	for i, r := range fine {
		states[i], values[i] = r.st, r.v
	}
	st := mergeStates(id, states)
	return joinResults(id, values), st
}

func fails(v value) bool {
	switch v := v.(type) {
	case tuple:
		return len(v) > 0 && fails(v[len(v)-1])
	case failure:
		return true
	case iface:
		return types.AssignableTo(v.typ, errorType) && !isNil(v.v)
	}
	return false
}

// joinResults joins the results of several returns one by one.
func joinResults(id *merge, values []value) value {
	first, ok := values[0].(tuple)
	if !ok {
		return joinValues(id, values)
	}
	out := make(tuple, len(first))
	for i := range first {
		alts := make([]value, len(values))
		for j, v := range values {
			if t, ok := v.(tuple); ok && i < len(t) {
				alts[j] = t[i]
			}
		}
		out[i] = joinValues(id, alts)
	}
	return out
}
