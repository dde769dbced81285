package migrate

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/gopkgs"
)

// forms rewrites what has another form and not only another name: parameters that have
// become an argument, members that have become an Opt or are none any more, and those that
// are written by themselves.
func (w *writer) forms(pkg *gopkgs.Package) error {
	for _, file := range pkg.Syntax {
		if pkg.Fset.PositionFor(file.Pos(), false).Filename != pkg.Fset.Position(file.Pos()).Filename {
			continue // made of another file, as cgo does, so that no offset is that of the source
		}
		f := &fileForms{writer: w, pkg: pkg, qualifier: w.qualifier(pkg, file), written: map[*ast.SelectorExpr]bool{}}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				f.call(n)
			case *ast.CompositeLit:
				f.literal(n)
			case *ast.AssignStmt:
				f.assignment(n)
			case *ast.UnaryExpr:
				f.pointsAt(n)
			case *ast.SelectorExpr:
				f.read(n)
			}
			return true
		})
	}
	return nil
}

// A fileForms rewrites one file of a user.
type fileForms struct {
	*writer
	pkg *gopkgs.Package
	// qualifier is what stands before names of the generated package, with its dot.
	qualifier string
	// written are the members that are not read where they stand.
	written map[*ast.SelectorExpr]bool
}

// qualifier is how a file calls the generated package: "" where its names stand alone.
func (w *writer) qualifier(pkg *gopkgs.Package, file *ast.File) string {
	for _, spec := range file.Imports {
		if strings.Trim(spec.Path.Value, `"`) != w.path {
			continue
		}
		if spec.Name != nil {
			if spec.Name.Name == "." || spec.Name.Name == "_" {
				return ""
			}
			return spec.Name.Name + "."
		}
		if imported := pkg.Imports[w.path]; imported != nil && imported.Types != nil {
			return imported.Types.Name() + "."
		}
		for _, imported := range pkg.Types.Imports() {
			if imported.Path() == w.path {
				return imported.Name() + "."
			}
		}
	}
	return ""
}

func (f *fileForms) at(pos token.Pos) token.Position { return f.pkg.Fset.Position(pos) }

// insert puts text before a position.
func (f *fileForms) insert(pos token.Pos, text string) {
	at := f.at(pos)
	f.edit(at.Filename, edit{at.Offset, at.Offset, text})
}

func (f *fileForms) remove(from, to token.Pos) {
	start, end := f.at(from), f.at(to)
	f.edit(start.Filename, edit{start.Offset, end.Offset, ""})
}

// call gives a method the struct of parameters that it takes as an argument now. Where
// there is none, an empty one is written, and a note says so.
func (f *fileForms) call(call *ast.CallExpr) {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	fn, ok := f.pkg.TypesInfo.Uses[sel.Sel].(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Pkg().Path() != f.path {
		return
	}
	was, is, ok := f.method(fn)
	if !ok {
		return
	}
	if argument(f.old, was) != "" {
		if argument(f.now, is) == "" && len(was.params) == len(is.params)+1 {
			f.joinOptions(call, len(was.params)-2)
		}
		return
	}
	params := argument(f.now, is)
	if params == "" || len(was.params)+1 != len(is.params) || len(call.Args) < len(was.params)-1 {
		return
	}
	at := len(was.params) - 1 // behind the context and the path
	for i, arg := range call.Args[at:] {
		if name := f.typeName(arg); name != "" && f.types[name] == params {
			if i > 0 {
				f.note(&f.notes, f.at(arg.Pos()), "%s is an argument of %s now: move it before the options", params, is.name)
			}
			return
		}
	}
	f.note(&f.notes, f.at(call.Pos()), "%s takes a %s now: fill in what it requires", is.name, params)
	text := f.qualifier + params + "{}"
	if at < len(call.Args) {
		f.insert(call.Args[at].Pos(), text+", ")
		return
	}
	f.insert(call.Args[len(call.Args)-1].End(), ", "+text)
}

// joinOptions puts the struct of parameters at an index, which is one of the options now,
// before options that a call hands on: params, opts... is append([]Option{params}, opts...)....
func (f *fileForms) joinOptions(call *ast.CallExpr, at int) {
	if !call.Ellipsis.IsValid() || len(call.Args) != at+2 {
		return
	}
	f.insert(call.Args[at].Pos(), "append([]"+f.qualifier+"Option{")
	f.insert(call.Args[at].End(), "}")
	f.insert(call.Ellipsis+token.Pos(len("...")), ")...")
}

// method is what a method was and has become.
func (f *fileForms) method(fn *types.Func) (was, is methodFacts, ok bool) {
	recv := fn.Signature().Recv()
	if recv == nil {
		return was, is, false
	}
	name := types.TypeString(recv.Type(), func(*types.Package) string { return "" })
	name = strings.TrimPrefix(name, "*") + "." + fn.Name()
	for id, m := range f.old.methods {
		if m.name == name {
			is, ok = f.now.methods[id]
			return m, is, ok
		}
	}
	return was, is, false
}

// typeName is the type of the generated package that an expression has, or "".
func (f *fileForms) typeName(e ast.Expr) string {
	t := f.pkg.TypesInfo.TypeOf(e)
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != f.path {
		return ""
	}
	return named.Obj().Name()
}

// literal rewrites the values of members that have another form now.
func (f *fileForms) literal(lit *ast.CompositeLit) {
	name := f.typeName(lit)
	if name == "" {
		return
	}
	f.constants(name, lit)
	for _, e := range lit.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			if key, ok := pair.Key.(*ast.Ident); ok {
				f.value(name, key.Name, pair.Value)
			}
		}
	}
}

// assignment rewrites what is assigned to such members.
func (f *fileForms) assignment(s *ast.AssignStmt) {
	if f.setsConstant(s) || s.Tok != token.ASSIGN || len(s.Lhs) != len(s.Rhs) {
		return
	}
	for i, left := range s.Lhs {
		if sel, ok := left.(*ast.SelectorExpr); ok {
			if owner := f.typeName(sel.X); owner != "" {
				f.value(owner, sel.Sel.Name, s.Rhs[i])
			}
		}
	}
}

// value puts a value into an Opt, or takes it out, where the member demands that now.
func (f *fileForms) value(owner, field string, value ast.Expr) {
	old, now := f.old.types[owner], f.now.types[f.types[owner]]
	if old == nil || now == nil {
		return
	}
	was, known := old.fields[old.wires[field]]
	is, ok := f.field(was, old.wires[field], now)
	if !known || !ok {
		return
	}
	before, after := f.translate([]string{was.typ})[0], is.typ
	switch {
	case after == "Opt["+before+"]":
		some := f.qualifier + "Some"
		if f.pkg.TypesInfo.Types[value].Value != nil && before != "string" && before != "bool" {
			some += "[" + f.qualified(before) + "]" // a constant alone would make another type
		}
		f.insert(value.Pos(), some+"(")
		f.insert(value.End(), ")")
	case before == "Opt["+after+"]":
		if call, ok := value.(*ast.CallExpr); ok && len(call.Args) == 1 && f.isSome(call) {
			f.remove(call.Pos(), call.Args[0].Pos())
			f.remove(call.Args[0].End(), call.End())
		}
	}
}

// isSome reports whether a call makes an Opt of its argument.
func (f *fileForms) isSome(call *ast.CallExpr) bool {
	fun := call.Fun
	if index, ok := fun.(*ast.IndexExpr); ok {
		fun = index.X
	}
	var id *ast.Ident
	switch fun := fun.(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return false
	}
	fn, ok := f.pkg.TypesInfo.Uses[id].(*types.Func)
	return ok && fn.Pkg() != nil && fn.Pkg().Path() == f.path && slices.Contains([]string{"Some", "Int", "Float"}, fn.Name())
}

// qualified is a type as the file writes it.
func (f *fileForms) qualified(text string) string {
	return identifier.ReplaceAllStringFunc(text, func(word string) string {
		if f.now.types[word] != nil {
			return f.qualifier + word
		}
		return word
	})
}
