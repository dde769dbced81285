package goapi

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// FromSource returns what a Go file exports. Methods of generic types stand
// behind the name of the type alone.
func FromSource(f *ast.File) []Decl {
	var r sourceReader
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			r.function(d)
		case *ast.GenDecl:
			for _, s := range d.Specs {
				r.spec(d.Tok, s)
			}
		}
	}
	return r.out
}

type sourceReader struct{ out []Decl }

func (r *sourceReader) add(kind Kind, name, text string) {
	r.out = append(r.out, Decl{kind, name, text})
}

func (r *sourceReader) function(d *ast.FuncDecl) {
	switch {
	case !d.Name.IsExported():
	case d.Recv == nil:
		r.add(KindFunc, d.Name.Name, signature(d.Type))
	default:
		if owner := baseName(d.Recv.List[0].Type); ast.IsExported(owner) {
			r.add(KindMethod, owner+"."+d.Name.Name, signature(d.Type))
		}
	}
}

// baseName is T of *T[P].
func baseName(e ast.Expr) string {
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

func (r *sourceReader) spec(tok token.Token, s ast.Spec) {
	switch s := s.(type) {
	case *ast.TypeSpec:
		if s.Name.IsExported() {
			r.typ(s)
		}
	case *ast.ValueSpec:
		for i, n := range s.Names {
			if n.IsExported() {
				r.value(tok, s, i)
			}
		}
	}
}

func (r *sourceReader) value(tok token.Token, s *ast.ValueSpec, i int) {
	kind, text := KindVar, ""
	if s.Type != nil {
		text = types.ExprString(s.Type)
	}
	if tok == token.CONST {
		kind = KindConst
		if i < len(s.Values) {
			text = ConstText(text, types.ExprString(s.Values[i]))
		}
	}
	r.add(kind, s.Names[i].Name, text)
}

// ConstText is the text of a constant.
func ConstText(typ, value string) string { return strings.TrimPrefix(typ+" = "+value, " ") }

func (r *sourceReader) typ(s *ast.TypeSpec) {
	name := s.Name.Name
	switch t := s.Type.(type) {
	case *ast.StructType:
		r.add(KindType, name, "struct")
		for _, f := range t.Fields.List {
			if n := embeddedName(f); ast.IsExported(n) {
				r.add(KindField, name+"."+n, types.ExprString(f.Type))
			}
			for _, n := range f.Names {
				if n.IsExported() {
					r.add(KindField, name+"."+n.Name, types.ExprString(f.Type))
				}
			}
		}
	case *ast.InterfaceType:
		r.add(KindType, name, "interface")
		for _, m := range t.Methods.List {
			for _, n := range m.Names {
				if f, ok := m.Type.(*ast.FuncType); ok && n.IsExported() {
					r.add(KindMethod, name+"."+n.Name, signature(f))
				}
			}
		}
	default:
		r.add(KindType, name, types.ExprString(s.Type))
	}
}

// embeddedName is the name that an embedded field has from its type, or "".
func embeddedName(f *ast.Field) string {
	t := f.Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	switch t := t.(type) {
	case *ast.Ident:
		if len(f.Names) == 0 {
			return t.Name
		}
	case *ast.SelectorExpr:
		if len(f.Names) == 0 {
			return t.Sel.Name
		}
	}
	return ""
}

func signature(f *ast.FuncType) string {
	return Signature(fieldTypes(f.Params), fieldTypes(f.Results))
}

func fieldTypes(l *ast.FieldList) []string {
	var out []string
	if l == nil {
		return nil
	}
	for _, f := range l.List {
		for range max(1, len(f.Names)) {
			out = append(out, types.ExprString(f.Type))
		}
	}
	return out
}

// Signature is a function's type as Go writes it, without names.
func Signature(params, results []string) string {
	text := "func(" + strings.Join(params, ", ") + ")"
	switch len(results) {
	case 0:
		return text
	case 1:
		return text + " " + results[0]
	}
	return text + " (" + strings.Join(results, ", ") + ")"
}
