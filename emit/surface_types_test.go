package emit_test

import (
	goconst "go/constant"
	"go/types"
	"strconv"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/docgen-go/docgen/emit/goapi"
)

// typeCheck loads the package in a folder as the compiler sees it.
func typeCheck(t *testing.T, dir string) *types.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadTypes | packages.NeedDeps, Dir: dir, Context: t.Context()}, ".")
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) != 1 || len(pkgs[0].Errors) > 0 {
		t.Fatalf("%s: %d packages, %v", dir, len(pkgs), pkgs[0].Errors)
	}
	return pkgs[0].Types
}

// exportsOf is what a checked package exports.
func exportsOf(pkg *types.Package) []goapi.Decl {
	w := exportWalk{pkg: pkg}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		if o := scope.Lookup(name); o.Exported() {
			w.object(o)
		}
	}
	goapi.Sort(w.out)
	return w.out
}

type exportWalk struct {
	pkg *types.Package
	out []goapi.Decl
}

func (w *exportWalk) add(kind goapi.Kind, name, text string) {
	w.out = append(w.out, goapi.Decl{Kind: kind, Name: name, Text: text})
}

func (w *exportWalk) text(t types.Type) string {
	return types.TypeString(t, func(p *types.Package) string {
		if p == w.pkg {
			return ""
		}
		return p.Name()
	})
}

func (w *exportWalk) object(o types.Object) {
	switch o := o.(type) {
	case *types.TypeName:
		w.typ(o)
	case *types.Func:
		w.add(goapi.KindFunc, o.Name(), w.signature(o.Signature()))
	case *types.Const:
		w.add(goapi.KindConst, o.Name(), goapi.ConstText(w.text(o.Type()), constantText(o.Val())))
	case *types.Var:
		w.add(goapi.KindVar, o.Name(), "")
	}
}

func constantText(v goconst.Value) string {
	if v.Kind() != goconst.Float {
		return v.ExactString()
	}
	f, _ := goconst.Float64Val(v)
	return strconv.FormatFloat(f, 'g', -1, 64)
}

func (w *exportWalk) signature(s *types.Signature) string {
	texts := func(vars *types.Tuple) (out []string) {
		for v := range vars.Variables() {
			out = append(out, w.text(v.Type()))
		}
		return out
	}
	params := texts(s.Params())
	if s.Variadic() {
		params[len(params)-1] = "..." + params[len(params)-1][len("[]"):]
	}
	return goapi.Signature(params, texts(s.Results()))
}

func (w *exportWalk) typ(o *types.TypeName) {
	if alias, ok := o.Type().(*types.Alias); ok {
		w.add(goapi.KindType, o.Name(), "= "+w.text(alias.Rhs()))
		return
	}
	named := o.Type().(*types.Named)
	for m := range named.Methods() {
		if m.Exported() {
			w.add(goapi.KindMethod, o.Name()+"."+m.Name(), w.signature(m.Signature()))
		}
	}
	switch u := named.Underlying().(type) {
	case *types.Struct:
		w.add(goapi.KindType, o.Name(), "struct")
		for f := range u.Fields() {
			if f.Exported() {
				w.add(goapi.KindField, o.Name()+"."+f.Name(), w.text(f.Type()))
			}
		}
	case *types.Interface:
		w.add(goapi.KindType, o.Name(), "interface")
		w.iface(o, u)
	default:
		w.add(goapi.KindType, o.Name(), w.text(u))
	}
}

// iface adds the methods of an interface and, where nobody else can implement
// it, who does.
func (w *exportWalk) iface(o *types.TypeName, u *types.Interface) {
	sealed := false
	for m := range u.ExplicitMethods() {
		sealed = sealed || !m.Exported()
		if m.Exported() {
			w.add(goapi.KindMethod, o.Name()+"."+m.Name(), w.signature(m.Signature()))
		}
	}
	for _, name := range w.pkg.Scope().Names() {
		t := w.pkg.Scope().Lookup(name)
		if _, isType := t.(*types.TypeName); sealed && isType && t.Exported() && t != o && types.Implements(t.Type(), u) {
			w.add(goapi.KindVariant, goapi.VariantName(o.Name(), name), "")
		}
	}
}
