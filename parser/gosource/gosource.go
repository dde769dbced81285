// Package gosource reads the source of a Go client into facts: the operations that
// its exported functions call, found by running them on symbols from the top down
// to where requests are made, and what its types hold on the wire.
//
// There is no rule for any client. What is not known of a value is a symbol, and a
// request whose verb or path is one yields no operation but is listed as unresolved.
//
// It is not part of the compatibility promise.
package gosource

import (
	"cmp"
	"context"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/source"
)

// A Package is one with syntax and types. Functions of the standard library need no
// bodies.
type Package struct {
	Types  *types.Package
	Syntax []*ast.File
	Info   *types.Info
	// Root says that the user named it: its exported functions are looked at.
	Root bool
	// Own says that it is of a module of which the user named a package, Standard that
	// it is of the standard library.
	Own, Standard bool
}

// A Program is packages with all that they import, imports before those that import them.
type Program struct {
	Fset     *token.FileSet
	Packages []Package
	// Dir is the folder that names of files are relative to.
	Dir string
}

// A reader is what all runs share.
type reader struct {
	prog    *ssa.Program
	fset    *token.FileSet
	dir     string
	roots   []*ssa.Package
	source  []*ssa.Package          // not of the standard library
	own     map[*types.Package]bool // of the modules that the user named packages of
	infos   map[*ssa.Function]*funcInfo
	globals map[*ssa.Global]*object
	base    *state
	reach   map[*ssa.Function]bool // may make a request
	static  map[*ssa.Function]bool // calls of known functions lead to one
	stored  map[fieldKey][]*ssa.Function
	named   []types.Type
	impls   map[implKey][]*ssa.Function
	facts   *typeReader
	// builders are by the type of a receiver, nil where it is none; creators are functions by the type that they make.
	builders map[*types.Named]*builder
	creators map[*types.Named][]*ssa.Function
	blind    []gofacts.Unresolved // packages whose variables are not known
	// optionWriters are the names that functions write which return a type of options, by that type.
	optionWriters map[*types.TypeName][]string
}

// A run is that of one exported function.
type run struct {
	*reader
	steps     int
	limit     int  // of steps
	cut       bool // something was not run to its end
	initial   bool // the variables of a package are made
	absent    bool // members of parameters may be nil: of two, one at most is set
	objects   map[*sym]*object
	variables map[*sym]*object
	requests  []*request
	decodes   []*decode
	encodes   []encoded
}

func (r *reader) newRun() *run {
	return &run{reader: r, limit: maxSteps, objects: map[*sym]*object{}, variables: map[*sym]*object{}}
}

// Read returns the facts of a client. It ends early with the error of the context.
func Read(ctx context.Context, p *Program) (*gofacts.Client, error) {
	r := &reader{fset: p.Fset, dir: p.Dir, infos: map[*ssa.Function]*funcInfo{}, globals: map[*ssa.Global]*object{}, impls: map[implKey][]*ssa.Function{}, builders: map[*types.Named]*builder{}}
	r.build(p)
	r.facts = newTypeReader(r, p)
	r.index()
	if err := r.initialize(ctx); err != nil {
		return nil, err
	}
	client := &gofacts.Client{}
	var found []*called
	for _, fn := range r.entries() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		ops, left := r.operations(fn)
		found = append(found, ops...)
		client.Unresolved = append(client.Unresolved, left...)
	}
	client.Operations = finish(found)
	client.Types, client.Declared = r.facts.inventory(), map[string]bool{}
	for _, pkg := range r.source {
		for _, name := range pkg.Pkg.Scope().Names() {
			client.Declared[pkg.Pkg.Path()+"."+name] = r.own[pkg.Pkg]
		}
	}
	client.Unresolved = append(client.Unresolved, r.blind...)
	slices.SortFunc(client.Unresolved, func(a, b gofacts.Unresolved) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Func, b.Func), cmp.Compare(a.Why, b.Why))
	})
	return client, nil
}

// build makes the SSA form of all functions with a body.
func (r *reader) build(p *Program) {
	r.prog = ssa.NewProgram(p.Fset, ssa.InstantiateGenerics)
	r.own = map[*types.Package]bool{}
	for _, q := range p.Packages {
		pkg := r.prog.CreatePackage(q.Types, q.Syntax, q.Info, true)
		if !q.Standard {
			r.source = append(r.source, pkg)
		}
		r.own[q.Types] = q.Own
		if q.Root {
			r.roots = append(r.roots, pkg)
		}
	}
	r.prog.Build()
}

// initialize runs the variable declarations of all packages.
func (r *reader) initialize(ctx context.Context) error {
	st := newState()
	for _, pkg := range r.source {
		if err := ctx.Err(); err != nil {
			return err
		}
		init := pkg.Func("init")
		if init == nil || len(init.Blocks) == 0 {
			continue
		}
		run := r.newRun()
		run.limit, run.initial = maxInitSteps, true
		if _, after := run.callFunction(nil, nil, init, nil, nil, st); after != nil {
			st = after.flatten()
		} else if r.own[pkg.Pkg] {
			r.blind = append(r.blind, gofacts.Unresolved{Func: "init", Package: pkg.Pkg.Path(), Span: r.span(init.Pos(), token.NoPos), Why: "the variables of the package take too long to be run on symbols"})
		}
	}
	r.base = st.flatten()
	r.base.sealed = true
	return nil
}

// globalOf returns the variable of a package.
func (r *reader) globalOf(g *ssa.Global) *object {
	o := r.globals[g]
	if o == nil {
		typ := deref(g.Type())
		o = &object{typ: typ, global: true}
		if !slices.Contains(r.source, g.Pkg) {
			o.from = &sym{typ: typ, root: fromGlobal, name: g.Name(), index: -1}
		}
		r.globals[g] = o
	}
	return o
}

// entries returns the functions that users of the named packages can call and that
// may send a request.
func (r *reader) entries() []*ssa.Function {
	var out []*ssa.Function
	add := func(fn *ssa.Function) {
		if fn != nil && len(fn.Blocks) > 0 && r.reach[fn] && fn.Synthetic == "" {
			out = append(out, fn)
		}
	}
	for _, pkg := range r.roots {
		if isInternal(pkg.Pkg.Path()) {
			continue
		}
		for name, m := range pkg.Members {
			switch m := m.(type) {
			case *ssa.Function:
				if token.IsExported(name) {
					add(m)
				}
			case *ssa.Type:
				named, ok := m.Type().(*types.Named)
				if !ok {
					continue
				}
				for i := range named.NumMethods() {
					if method := named.Method(i); method.Exported() {
						add(r.prog.FuncValue(method))
					}
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b *ssa.Function) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return slices.Compact(out)
}

func isInternal(path string) bool {
	return strings.Contains("/"+path+"/", "/internal/")
}

// span returns where something is, with the name of its file below the folder.
func (r *reader) span(from, to token.Pos) source.Span {
	if !from.IsValid() {
		return source.Span{}
	}
	a := r.fset.Position(from)
	b := a
	if to.IsValid() {
		b = r.fset.Position(to)
	}
	name := a.Filename
	if rel, err := filepath.Rel(r.dir, name); err == nil && !strings.HasPrefix(rel, "..") {
		name = rel
	}
	return source.Span{File: filepath.ToSlash(name), Start: posOf(a), End: posOf(b)}
}

func posOf(p token.Position) source.Pos {
	return source.Pos{Offset: int32(p.Offset), Line: int32(p.Line), Column: int32(p.Column)}
}

// funcName returns the name of a function as Go prints it, without its package.
func funcName(fn *ssa.Function) string {
	recv := fn.Signature.Recv()
	if recv == nil {
		return fn.Name()
	}
	return fmt.Sprintf("(%s).%s", types.TypeString(recv.Type(), func(*types.Package) string { return "" }), fn.Name())
}
