package gouses

import (
	"go/ast"
	"go/token"
	"go/types"
)

// A declaredInterface is an interface that users declare.
type declaredInterface struct {
	*types.Interface
	fset *token.FileSet
}

func (f *finder) declared(n *ast.InterfaceType) {
	if i, ok := f.info.TypeOf(n).(*types.Interface); ok && i.NumMethods() > 0 && i.IsMethodSet() {
		f.interfaces = append(f.interfaces, declaredInterface{i, f.fset})
	}
}

// implementations notes the methods that types of the package have for the sake of an
// interface which a user declared: its methods are called there without a word of the
// package. Types that no expression has are not stood for.
func (f *finder) implementations() {
	for _, i := range f.interfaces {
		for name := range f.seen {
			if !implements(name.Type(), i.Interface) {
				continue
			}
			for m := range i.Methods() {
				if m.Exported() {
					f.fset = i.fset
					f.add(name.Name()+"."+m.Name(), m.Pos())
				}
			}
		}
	}
}

// implements compares signatures by the text of their types, because one package in
// two loads has two sets of types.
func implements(t types.Type, i *types.Interface) bool {
	all := types.NewMethodSet(types.NewPointer(t))
	if types.IsInterface(t) {
		all = types.NewMethodSet(t)
	}
	for m := range i.Methods() {
		has := all.Lookup(m.Pkg(), m.Name())
		if has == nil || !sameSignature(has.Obj().(*types.Func).Signature(), m.Signature()) {
			return false
		}
	}
	return true
}

func sameSignature(a, b *types.Signature) bool {
	return a.Variadic() == b.Variadic() && sameTypes(a.Params(), b.Params()) && sameTypes(a.Results(), b.Results())
}

func sameTypes(a, b *types.Tuple) bool {
	if a.Len() != b.Len() {
		return false
	}
	for i := range a.Len() {
		if types.TypeString(a.At(i).Type(), nil) != types.TypeString(b.At(i).Type(), nil) {
			return false
		}
	}
	return true
}
