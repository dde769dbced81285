package gosource

import (
	"go/ast"
	"go/types"
)

// fixedStructs returns the structs that code converts to other structs or writes without the names of their members:
// one more member and that does not compile.
// The type that a codec declares of the struct itself, to be rid of its methods (type plain Ship), gets the member, too: such a
// conversion fixes nothing.
func fixedStructs(p *Program) map[*types.Struct]bool {
	out := map[*types.Struct]bool{}
	for _, pkg := range p.Packages {
		if !pkg.Own || pkg.Info == nil {
			continue
		}
		note := func(t types.Type) {
			if named, ok := types.Unalias(deref(t)).(*types.Named); ok && structOf(named) != nil {
				out[structOf(named.Origin())] = true
			}
		}
		for _, file := range pkg.Syntax {
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CompositeLit:
					if len(n.Elts) == 0 {
						break
					}
					if _, named := n.Elts[0].(*ast.KeyValueExpr); !named {
						note(pkg.Info.TypeOf(n))
					}
				case *ast.CallExpr:
					if to, from, ok := conversion(pkg.Info, n); ok {
						note(to)
						note(from)
					}
				}
				return true
			})
		}
	}
	return out
}

// conversion returns the types of a conversion between different structs, or pointers to them.
func conversion(info *types.Info, call *ast.CallExpr) (to, from types.Type, ok bool) {
	if len(call.Args) != 1 || !info.Types[call.Fun].IsType() {
		return nil, nil, false
	}
	to, from = info.TypeOf(call.Fun), info.TypeOf(call.Args[0])
	if to == nil || from == nil || types.Identical(to, from) || structOf(to) == nil || structOf(from) == nil || structOf(to) == structOf(from) {
		return nil, nil, false
	}
	return to, from, true
}
