package golang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/templates"
)

// Surface is what the package of an API whose names are assigned exports, the
// runtime included, sorted by name. It goes the way of Jobs, but nothing is
// rendered. What is known to be Unchanged, by ID, is left out.
func Surface(names *naming.Names, known map[string]bool, opts Options) ([]goapi.Decl, error) {
	g := newDeclarer(names, opts)
	api := g.api
	o := &outline{ifaces: map[string]string{optionMarker: goapi.OptionName}, decls: make([]goapi.Decl, 0, estimate(api, known))}
	g.client(o)
	for _, t := range api.Types {
		diag.Naming("comparing the Go type of "+t.ID, t.Span, func() {
			if known[t.ID] {
				g.markerMethods(o, t)
			} else {
				g.declare(o, t)
			}
			g.helpers(o, t)
		})
	}
	for _, r := range model.Called(api.Resources) {
		g.outlineServices(o, r)
	}
	carried, err := runtimeSurface(Parts(api, g.opts))
	if err != nil {
		return nil, err
	}
	all := append(append(o.decls, o.variants()...), carried...)
	goapi.Sort(all)
	return all, nil
}

// estimate returns about how many declarations the types of an API take.
func estimate(api *model.API, known map[string]bool) int {
	n := 0
	for _, t := range api.Types {
		if t.Type != nil && !known[t.ID] {
			n += 6 + len(t.Type.Fields)
		}
	}
	return n
}

func (g *generator) outlineServices(o *outline, r *model.Resource) {
	g.service(o, r)
	for _, sub := range model.Called(r.Resources) {
		g.outlineServices(o, sub)
	}
}

func runtimeSurface(parts []string) ([]goapi.Decl, error) {
	files, err := templates.Runtime(parts...)
	if err != nil {
		return nil, err
	}
	exports, err := runtimeExports()
	if err != nil {
		return nil, err
	}
	var out []goapi.Decl
	for _, f := range files {
		out = append(out, exports[f.Name]...)
	}
	return out, nil
}

// runtimeExports are what the files of the runtime export, by name: the same in
// every run of the program.
var runtimeExports = sync.OnceValues(func() (map[string][]goapi.Decl, error) {
	files, err := templates.Runtime(templates.Parts()...)
	if err != nil {
		return nil, err
	}
	out := map[string][]goapi.Decl{}
	for _, f := range files {
		if strings.HasSuffix(f.Name, "_test.go") {
			continue // nobody else sees it
		}
		source, err := parser.ParseFile(token.NewFileSet(), f.Name, f.Source("p", ""), parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		out[f.Name] = goapi.FromSource(source)
	}
	return out, nil
})

// An outline is a writer that notes what is exported.
type outline struct {
	decls []goapi.Decl
	// ifaces are the sealed interfaces by their method, and marked the types
	// that have methods that are not exported.
	ifaces map[string]string
	marked []marked
}

type marked struct{ name, marker string }

func (o *outline) add(kind goapi.Kind, name, text string) {
	if ast.IsExported(name) {
		o.decls = append(o.decls, goapi.Decl{Kind: kind, Name: name, Text: text})
	}
}

// variants are the types that implement sealed interfaces.
func (o *outline) variants() []goapi.Decl {
	var out []goapi.Decl
	for _, m := range o.marked {
		if iface := o.ifaces[m.marker]; iface != "" {
			out = append(out, goapi.Decl{Kind: goapi.KindVariant, Name: goapi.VariantName(iface, m.name)})
		}
	}
	return out
}

func (o *outline) PackageDoc(gosrc.Doc) {}

func (o *outline) Struct(_ gosrc.Doc, name string, fields ...gosrc.Field) {
	o.add(goapi.KindType, name, "struct")
	for _, f := range fields {
		if member := f.Identifier(); ast.IsExported(member) {
			o.add(goapi.KindField, name+"."+member, f.Type.String())
		}
	}
}

func (o *outline) Type(_ gosrc.Doc, name string, t gosrc.Code) {
	o.add(goapi.KindType, name, t.String())
}

func (o *outline) Alias(_ gosrc.Doc, name string, t gosrc.Code) {
	o.add(goapi.KindType, name, "= "+t.String())
}

func (o *outline) Sealed(_ gosrc.Doc, name, method string) {
	o.add(goapi.KindType, name, "interface")
	o.ifaces[method] = name
}

func (o *outline) Interface(_ gosrc.Doc, name, _ string, methods []gosrc.Func) {
	o.add(goapi.KindType, name, "interface")
	for _, m := range methods {
		o.add(goapi.KindMethod, name+"."+m.Name, signature(m))
	}
}

func (o *outline) Consts(_ gosrc.Doc, consts []gosrc.Const) {
	for _, c := range consts {
		o.add(goapi.KindConst, c.Name, goapi.ConstText(c.Type, c.Value.String()))
	}
}

func (o *outline) Const(_ gosrc.Doc, name string, value gosrc.Value) {
	if ast.IsExported(name) {
		o.add(goapi.KindConst, name, goapi.ConstText("", value().String()))
	}
}

// Var notes nothing of the type, which no declaration of a variable says.
func (o *outline) Var(_ gosrc.Doc, name string, _ gosrc.Value) { o.add(goapi.KindVar, name, "") }

func (o *outline) Internal(func()) {}

func (o *outline) Func(fn gosrc.Func) {
	owner := fn.Receiver.Type.Base()
	switch {
	case ast.IsExported(fn.Name) && owner == "":
		o.add(goapi.KindFunc, fn.Name, signature(fn))
	case ast.IsExported(fn.Name):
		o.add(goapi.KindMethod, owner+"."+fn.Name, signature(fn))
	case owner != "":
		o.marked = append(o.marked, marked{owner, fn.Name})
	}
}

func signature(fn gosrc.Func) string {
	params := make([]string, len(fn.Params))
	for i, p := range fn.Params {
		params[i] = p.Type.String()
		if p.Variadic {
			params[i] = "..." + params[i]
		}
	}
	results := make([]string, len(fn.Results))
	for i, r := range fn.Results {
		results[i] = r.String()
	}
	return goapi.Signature(params, results)
}
