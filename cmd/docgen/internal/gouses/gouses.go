// Package gouses finds the identifiers of a generated package that the Go code of its
// users refers to, and where.
//
// It sees what the type checker sees. Code that hands a value on as a whole, to a
// printer or to reflection, refers to none of its members.
package gouses

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"os"
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/gopkgs"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model/source"
)

// A Use is a place in the code of users that refers to an identifier.
type Use struct {
	// Name is that of the identifier as in goapi.Decl: Parcel, Parcel.Weight,
	// ParcelService.Get.
	Name string
	// Span is where, with the path that the compiler knows; the offset and the end are zero.
	Span source.Span
}

// Generated returns the import paths of the packages that hold files which docgen
// wrote, sorted.
func Generated(pkgs []*gopkgs.Package) ([]string, error) {
	paths := map[string]bool{}
	for _, p := range pkgs {
		for _, name := range p.GoFiles {
			ours, err := isGenerated(name)
			if err != nil {
				return nil, err
			}
			if ours && p.ForTest == "" {
				paths[p.PkgPath] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(paths)), nil
}

func isGenerated(name string) (bool, error) {
	text, err := os.ReadFile(name)
	return output.IsGenerated(text), err
}

// Find returns the uses of exported identifiers of the package with the import path,
// sorted by name and place. Files that docgen wrote are no users.
func Find(pkgs []*gopkgs.Package, path string) ([]Use, error) {
	f := &finder{path: path, found: map[Use]bool{}, members: map[*types.Package]map[types.Object]string{}, seen: map[*types.TypeName]bool{}, hand: map[string]bool{}}
	for _, p := range pkgs {
		for i, file := range p.Syntax {
			if ours, err := isGenerated(p.CompiledGoFiles[i]); err != nil {
				return nil, err
			} else if !ours {
				f.fset, f.info = p.Fset, p.TypesInfo
				ast.Inspect(file, f.visit)
			}
		}
	}
	f.implementations()
	uses := slices.Collect(maps.Keys(f.found))
	slices.SortFunc(uses, func(a, b Use) int {
		p, q := a.Span.Start, b.Span.Start
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Span.File, b.Span.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
	})
	return uses, nil
}

type finder struct {
	path  string
	fset  *token.FileSet
	info  *types.Info
	found map[Use]bool // tests repeat the files of the package that they are about
	// members are the names of the fields of structs, by package: one that is loaded
	// in two forms, for itself and for its tests, has other objects in each.
	members map[*types.Package]map[types.Object]string
	// seen are the types of the package that expressions have, and interfaces are
	// those that users declare, with the places of their methods.
	seen       map[*types.TypeName]bool
	interfaces []declaredInterface
	hand       map[string]bool // see byHand
}

func (f *finder) add(name string, at token.Pos) {
	p := f.fset.Position(at)
	f.found[Use{name, source.Span{File: p.Filename, Start: source.Pos{Line: int32(p.Line), Column: int32(p.Column)}}}] = true
}

// visit notes what a node refers to.
func (f *finder) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Ident:
		if o := f.info.Uses[n]; o != nil && f.isOurs(o) {
			f.object(o, n.Pos())
		}
	case *ast.InterfaceType:
		f.declared(n)
	case *ast.CompositeLit:
		if len(n.Elts) > 0 {
			if _, keyed := n.Elts[0].(*ast.KeyValueExpr); !keyed {
				f.allFields(f.info.TypeOf(n), n.Pos())
			}
		}
	case *ast.CallExpr:
		f.conversion(n)
	}
	if e, ok := n.(ast.Expr); ok {
		f.expression(e)
	}
	return true
}

// isOurs reports whether docgen wrote what is declared: a package can hold files that
// somebody else did.
func (f *finder) isOurs(o types.Object) bool {
	return o.Pkg() != nil && o.Pkg().Path() == f.path && o.Exported() && !f.byHand(f.fset.Position(o.Pos()).Filename)
}

// byHand reports whether a file that can be read is not docgen's.
func (f *finder) byHand(name string) bool {
	known, ok := f.hand[name]
	if !ok {
		ours, err := isGenerated(name)
		known = err == nil && !ours
		f.hand[name] = known
	}
	return known
}

// object notes a use of an identifier, behind the type that has it.
func (f *finder) object(o types.Object, at token.Pos) {
	switch o := o.(type) {
	case *types.Var:
		if o.IsField() {
			if name := f.field(o.Origin()); name != "" {
				f.add(name, at)
			}
			return
		}
	case *types.Func:
		if recv := o.Signature().Recv(); recv != nil {
			if named := namedOf(recv.Type()); named != nil {
				f.add(named.Obj().Name()+"."+o.Name(), at)
			}
			return
		}
	}
	if o.Parent() == o.Pkg().Scope() {
		f.add(o.Name(), at)
	}
}

// field is the name of a field behind its struct, or "" for one of a struct without a
// name.
func (f *finder) field(field *types.Var) string {
	names, ok := f.members[field.Pkg()]
	if !ok {
		names = map[types.Object]string{}
		scope := field.Pkg().Scope()
		for _, name := range scope.Names() {
			if s := structOf(scope.Lookup(name).Type()); s != nil {
				for member := range s.Fields() {
					if _, taken := names[member]; !taken {
						names[member] = name + "." + member.Name()
					}
				}
			}
		}
		f.members[field.Pkg()] = names
	}
	return names[field]
}

// expression notes a constant that stands for one of the package, although it is
// written as a literal, and the types that values have.
func (f *finder) expression(e ast.Expr) {
	tv, ok := f.info.Types[e]
	if !ok {
		return
	}
	named := namedOf(tv.Type)
	if named == nil || !f.isOurs(named.Obj()) {
		return
	}
	f.seen[named.Obj()] = true
	if tv.Value == nil || f.isName(e) {
		return
	}
	scope := named.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		if c, ok := scope.Lookup(name).(*types.Const); ok && c.Exported() && types.Identical(c.Type(), tv.Type) && c.Val().ExactString() == tv.Value.ExactString() {
			f.add(name, e.Pos())
		}
	}
}

// isName reports whether an expression is a name of the package itself.
func (f *finder) isName(e ast.Expr) bool {
	if s, ok := e.(*ast.SelectorExpr); ok {
		e = s.Sel
	}
	id, ok := e.(*ast.Ident)
	return ok && f.info.Uses[id] != nil && f.isOurs(f.info.Uses[id])
}

// conversion notes all fields of a struct that is converted to another one, which has
// to have the same.
func (f *finder) conversion(call *ast.CallExpr) {
	if len(call.Args) != 1 || !f.info.Types[call.Fun].IsType() {
		return
	}
	to, from := f.info.TypeOf(call.Fun), f.info.TypeOf(call.Args[0])
	if !types.Identical(to, from) {
		f.allFields(to, call.Pos())
		f.allFields(from, call.Pos())
	}
}

func (f *finder) allFields(t types.Type, at token.Pos) {
	named := namedOf(t)
	if named == nil || !f.isOurs(named.Obj()) {
		return
	}
	if s := structOf(named); s != nil {
		for field := range s.Fields() {
			if field.Exported() {
				f.add(named.Obj().Name()+"."+field.Name(), at)
			}
		}
	}
}

// namedOf is the named type of a type or of what it points to, or nil.
func namedOf(t types.Type) *types.Named {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, _ := types.Unalias(t).(*types.Named)
	return named
}

// structOf is the struct behind a type, or nil.
func structOf(t types.Type) *types.Struct {
	s, _ := t.Underlying().(*types.Struct)
	return s
}
