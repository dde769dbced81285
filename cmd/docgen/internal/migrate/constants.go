package migrate

import (
	"go/ast"
	"go/constant"
	"go/token"
)

// constType is the type of members that are written by themselves.
const constType = "Const"

// becameConst returns what a member has become that is written by itself now and was a
// field to be set.
func (f *fileForms) becameConst(owner, field string) (is fieldFacts, ok bool) {
	old, now := f.old.types[owner], f.now.types[f.types[owner]]
	if old == nil || now == nil {
		return is, false
	}
	was, known := old.fields[old.wires[field]]
	is, ok = f.field(was, old.wires[field], now)
	return is, ok && known && was.typ != constType && is.typ == constType
}

// isValueOf reports whether an expression is the literal that a constant has anyway.
func (f *fileForms) isValueOf(is fieldFacts, value ast.Expr) bool {
	if _, ok := value.(*ast.BasicLit); !ok {
		return false
	}
	v := f.pkg.TypesInfo.Types[value].Value
	if v == nil {
		return false
	}
	if v.Kind() == constant.String {
		return constant.StringVal(v) == is.constant
	}
	return v.ExactString() == is.constant
}

// constants takes out of a literal of a struct the members that are written by themselves.
// What is set to another value is noted.
func (f *fileForms) constants(owner string, lit *ast.CompositeLit) {
	last, gone := -1, map[int]bool{}
	for i, e := range lit.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if ok {
			if key, isName := pair.Key.(*ast.Ident); isName && f.constant(owner, key.Name, pair.Value) {
				gone[i] = true
				continue
			}
		}
		last = i
	}
	if len(gone) > 0 && last < 0 {
		f.remove(lit.Lbrace+1, lit.Rbrace)
		return
	}
	for i, e := range lit.Elts {
		switch {
		case gone[i] && i < last:
			f.remove(e.Pos(), lit.Elts[i+1].Pos())
		case gone[i] && i == last+1:
			f.remove(lit.Elts[last].End(), lit.Elts[len(lit.Elts)-1].End())
		}
	}
}

// constant reports whether a member is written by itself now, as the value that it is set
// to. Another value is noted.
func (f *fileForms) constant(owner, field string, value ast.Expr) bool {
	is, ok := f.becameConst(owner, field)
	if !ok {
		return false
	}
	if f.isValueOf(is, value) {
		return true
	}
	f.note(&f.notes, f.at(value.Pos()), "%s.%s is always %q now and written by itself: take it out", f.types[owner], is.name, is.constant)
	return false
}

// setsConstant reports whether one assignment sets a member that is written by itself now,
// and takes it out where it sets what is written anyway.
func (f *fileForms) setsConstant(s *ast.AssignStmt) bool {
	sets := false
	for i, left := range s.Lhs {
		sel, ok := left.(*ast.SelectorExpr)
		if !ok {
			continue
		}
		owner := f.typeName(sel.X)
		if _, ok := f.becameConst(owner, sel.Sel.Name); !ok {
			continue
		}
		sets = true
		f.written[sel] = true
		if f.constant(owner, sel.Sel.Name, s.Rhs[min(i, len(s.Rhs)-1)]) && len(s.Lhs) == 1 && s.Tok == token.ASSIGN {
			f.remove(s.Pos(), s.End())
		}
	}
	return sets
}

// read gives what was read of such a member as text.
func (f *fileForms) read(sel *ast.SelectorExpr) {
	owner := f.typeName(sel.X)
	is, ok := f.becameConst(owner, sel.Sel.Name)
	if !ok || f.written[sel] {
		return
	}
	if was := f.old.types[owner].fields[f.old.types[owner].wires[sel.Sel.Name]]; was.typ != "string" {
		f.note(&f.notes, f.at(sel.Pos()), "%s.%s is a Const now: its String is the text that was read", f.types[owner], is.name)
		return
	}
	f.insert(sel.End(), ".String()")
}

// pointsAt notes that a program points at such a member.
func (f *fileForms) pointsAt(n *ast.UnaryExpr) {
	sel, ok := n.X.(*ast.SelectorExpr)
	if !ok || n.Op != token.AND {
		return
	}
	if is, ok := f.becameConst(f.typeName(sel.X), sel.Sel.Name); ok {
		f.written[sel] = true
		f.note(&f.notes, f.at(n.Pos()), "%s is a Const now, which nothing but reading sets", is.name)
	}
}
