package gosource

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// keyWriters are the functions that write a header or a key of the query, whose name follows the receiver.
var keyWriters = map[string]bool{
	"(net/http.Header).Set": true, "(net/http.Header).Add": true, "(net/url.Values).Set": true, "(net/url.Values).Add": true,
}

// optionKeys returns the constant names of the headers and of the keys of the query that the options of a variadic parameter
// write: those that functions of the client write which return such an option, and the functions in them. Operations are
// run without options, so that nothing else is known of what these send.
func (r *reader) optionKeys(t types.Type) []string {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return nil
	}
	option, ok := types.Unalias(s.Elem()).(*types.Named)
	if !ok || !isOption(t) {
		return nil
	}
	if r.optionWriters == nil {
		r.optionWriters = map[*types.TypeName][]string{}
		for _, pkg := range r.source {
			for _, m := range pkg.Members {
				if fn, ok := m.(*ssa.Function); ok && r.own[pkg.Pkg] && fn.Object() != nil && fn.Object().Exported() {
					r.indexOption(fn)
				}
			}
		}
		for _, keys := range r.optionWriters {
			slices.Sort(keys)
		}
	}
	return slices.Compact(r.optionWriters[option.Obj()])
}

// indexOption notes what a function writes that returns a value of a named type: that of options, if any are of it.
func (r *reader) indexOption(fn *ssa.Function) {
	results := fn.Signature.Results()
	if results.Len() == 0 {
		return
	}
	if named, ok := types.Unalias(results.At(0).Type()).(*types.Named); ok && isOption(types.NewSlice(named)) {
		r.optionWriters[named.Obj()] = append(r.optionWriters[named.Obj()], writtenKeys(fn, nil)...)
	}
}

// writtenKeys adds the constant names of headers and keys that a function writes, or a function in it.
func writtenKeys(fn *ssa.Function, keys []string) []string {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || call.Common().StaticCallee() == nil || !keyWriters[call.Common().StaticCallee().String()] {
				continue
			}
			if c, ok := call.Common().Args[1].(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
				keys = append(keys, constant.StringVal(c.Value))
			}
		}
	}
	for _, inner := range fn.AnonFuncs {
		keys = writtenKeys(inner, keys)
	}
	return keys
}
