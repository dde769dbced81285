package gosource

import (
	"go/ast"
	"go/types"
)

// leastCopied is how many members a function copies at least from one struct to another for the two to be copied.
const leastCopied = 3

// copiedStructs returns the structs of which a function copies half of the members or more, one by one, to members of the
// same names, or that it fills so: one more member would be left behind, and nothing would say so.
func copiedStructs(p *Program) map[*types.Struct]bool {
	out := map[*types.Struct]bool{}
	for _, pkg := range p.Packages {
		if !pkg.Own || pkg.Info == nil {
			continue
		}
		for _, file := range pkg.Syntax {
			for _, d := range file.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
					c := copies{pkg.Info, map[structPair]map[string]bool{}}
					ast.Inspect(fn.Body, c.visit)
					c.mark(out)
				}
			}
		}
	}
	return out
}

type structPair struct{ from, to *types.Struct }

// copies are the names of the members that one function copies between structs.
type copies struct {
	info  *types.Info
	names map[structPair]map[string]bool
}

func (c *copies) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CompositeLit:
		t := c.info.TypeOf(n)
		if t == nil || structOf(t) == nil {
			break
		}
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				if key, ok := kv.Key.(*ast.Ident); ok {
					c.note(structOf(t), key.Name, kv.Value)
				}
			}
		}
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			if to, name := c.memberOf(left); to != nil && len(n.Rhs) == len(n.Lhs) {
				c.note(to, name, n.Rhs[i])
			}
		}
	}
	return true
}

// note notes that a member gets a value, if that is the member of the same name of a struct.
func (c *copies) note(to *types.Struct, name string, value ast.Expr) {
	from, same := c.memberOf(value)
	if from == nil || same != name {
		return
	}
	pair := structPair{from, to}
	if c.names[pair] == nil {
		c.names[pair] = map[string]bool{}
	}
	c.names[pair][name] = true
}

// memberOf returns the struct and the name of the member that an expression is, or that it takes the address of, reads
// through, converts or hands to a function of one parameter.
func (c *copies) memberOf(e ast.Expr) (*types.Struct, string) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return c.memberOf(e.X)
	case *ast.StarExpr:
		return c.memberOf(e.X)
	case *ast.UnaryExpr:
		return c.memberOf(e.X)
	case *ast.CallExpr:
		if len(e.Args) == 1 {
			return c.memberOf(e.Args[0])
		}
	case *ast.SelectorExpr:
		if s := c.info.Selections[e]; s != nil && s.Kind() == types.FieldVal {
			return structOf(s.Recv()), e.Sel.Name
		}
	}
	return nil, ""
}

func (c *copies) mark(out map[*types.Struct]bool) {
	for pair, names := range c.names {
		for _, s := range []*types.Struct{pair.from, pair.to} {
			if n := len(names); n >= leastCopied && 2*n >= s.NumFields() {
				out[s] = true
			}
		}
	}
}
