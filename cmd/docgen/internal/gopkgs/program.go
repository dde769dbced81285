package gopkgs

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"
)

// A Program is the packages of a user with all that they import, from source.
type Program struct {
	Fset *token.FileSet
	// Roots are the packages that were named, Packages all with syntax and types,
	// imports before those that import them.
	Roots, Packages []*Package
	// Stubbed are functions whose bodies do not type-check. Their bodies were left
	// out, so that nothing is known of what they do.
	Stubbed []Stub
}

// A Stub is a function whose body was left out, and why.
type Stub struct {
	Name string
	Pos  token.Position
	Why  string
}

// programMode reads imports from source: to ask for what the compiler wrote would
// have all of them compiled first.
const programMode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedDeps |
	packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedModule

// LoadProgram returns the packages that patterns name with everything that they
// import. Nothing is compiled, run or fetched, and no other Go is switched to.
// Functions of the standard library have no bodies.
//
// A function whose body does not type-check is in Stubbed. What is wrong outside of
// bodies, an import that is not there for instance, is an error.
func LoadProgram(ctx context.Context, patterns []string, dir string) (*Program, error) {
	return loadProgram(ctx, patterns, dir, nil, 1)
}

// maxStubRounds bounds how often a program is loaded again: leaving a body out may
// show an error elsewhere.
const maxStubRounds = 3

func loadProgram(ctx context.Context, patterns []string, dir string, stubs []Stub, round int) (*Program, error) {
	p := &Program{Fset: token.NewFileSet(), Stubbed: stubs}
	roots, err := packages.Load(&packages.Config{
		Context: ctx, Mode: programMode, Dir: dir, Fset: p.Fset, Env: environment(), BuildFlags: []string{"-buildvcs=false"},
		ParseFile: func(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
			return parseFile(fset, name, src, stubs)
		},
	}, patterns...)
	if err != nil {
		return nil, loadError(patterns, err)
	}
	roots = slices.DeleteFunc(roots, func(p *Package) bool { return len(p.GoFiles) == 0 && len(p.Errors) == 0 })
	if len(roots) == 0 {
		return nil, fmt.Errorf("%s: no packages; name those of the Go code, as ./... does", strings.Join(patterns, " "))
	}
	p.Roots = roots
	packages.Visit(roots, nil, func(q *Package) { p.Packages = append(p.Packages, q) })
	more, err := p.faultyBodies()
	if err != nil || len(more) == 0 {
		return p, err
	}
	if round == maxStubRounds {
		return nil, fmt.Errorf("the Go code cannot be read: %s: %s", more[0].Pos, more[0].Why)
	}
	return loadProgram(ctx, patterns, dir, append(slices.Clone(stubs), more...), round+1)
}

// environment is that of the process without what would fetch or run something: no
// module proxy, no other toolchain, no driver in the place of the go command, no C.
func environment() []string {
	return append(os.Environ(), "GOPROXY=off", "GOTOOLCHAIN=local", "GOPACKAGESDRIVER=off", "CGO_ENABLED=0", "GOVCS=*:off", "GONOPROXY=none", "GOSUMDB=off")
}

// maxSource is how many bytes of one file are parsed: the largest that generators write have some millions.
const maxSource = 32 << 20

// parseFile parses a file without the bodies of functions that nobody looks into.
func parseFile(fset *token.FileSet, name string, src []byte, stubs []Stub) (*ast.File, error) {
	if len(src) > maxSource {
		return nil, scanner.ErrorList{{Pos: token.Position{Filename: name, Line: 1, Column: 1}, Msg: fmt.Sprintf("the file has %d bytes, more than the %d that are read", len(src), maxSource)}}
	}
	if inGOROOT(name) {
		return parseRelease(fset, name, src)
	}
	f, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if f == nil {
		return f, err
	}
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		at := fset.Position(fn.Pos())
		if slices.ContainsFunc(stubs, func(s Stub) bool { return s.Pos == at }) {
			fn.Body = nil
		}
	}
	return f, err
}

// parseRelease parses a file of the standard library without bodies, comments and data.
func parseRelease(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
	f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if f == nil {
		return f, err
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			d.Body = nil
		case *ast.GenDecl:
			emptyData(d)
		}
	}
	return f, err
}

// maxData is how many elements a literal of the standard library keeps.
const maxData = 16

// emptyData takes the elements out of large literals: tables of characters and the
// like, which take long to check and to build, and say nothing of requests. An array
// whose elements give its length keeps them.
func emptyData(d *ast.GenDecl) {
	if d.Tok != token.VAR {
		return
	}
	ast.Inspect(d, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || len(lit.Elts) <= maxData {
			return true
		}
		if array, ok := lit.Type.(*ast.ArrayType); ok {
			if _, counted := array.Len.(*ast.Ellipsis); counted {
				return true
			}
		}
		lit.Elts = nil
		return false
	})
}

// goroot is the folder of the Go release that loads packages, "" where no go command
// says it.
var goroot = sync.OnceValue(func() string {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
})

// inGOROOT reports whether a file is of a Go release.
func inGOROOT(name string) bool {
	if root := goroot(); root != "" && strings.HasPrefix(name, filepath.Join(root, "src")+string(filepath.Separator)) {
		return true
	}
	return strings.Contains(filepath.ToSlash(name), "/golang.org/toolchain@")
}

// faultyBodies returns the functions with an error in their bodies that have one
// still, and an error for what is wrong outside of them.
func (p *Program) faultyBodies() ([]Stub, error) {
	var stubs []Stub
	var outside []string
	for _, q := range p.Packages {
		for _, e := range q.Errors {
			if e.Kind == packages.TypeError && softError(q, e) {
				continue
			}
			if isCompiler(e) && slices.ContainsFunc(q.Errors, isTypeError) {
				continue
			}
			if s, ok := p.stubOf(q, e); ok {
				if !slices.ContainsFunc(stubs, func(o Stub) bool { return o.Pos == s.Pos }) {
					stubs = append(stubs, s)
				}
				continue
			}
			if text := faultText(e); !slices.Contains(outside, text) {
				outside = append(outside, text)
			}
		}
	}
	if len(outside) > 0 {
		return nil, errors.New("the Go code cannot be read:\n\t" + strings.Join(outside[:min(len(outside), shownFaults)], "\n\t") +
			"\n\thelp: run \"go mod download\" and \"go vet\" in its module; docgen fetches nothing by itself")
	}
	return stubs, nil
}

// softError reports whether a type error is one that leaves types as they are: an
// import or a variable that is not used, as in files without some bodies.
func softError(p *Package, e packages.Error) bool {
	return slices.ContainsFunc(p.TypeErrors, func(t types.Error) bool { return t.Soft && t.Msg == e.Msg }) ||
		strings.HasPrefix(e.Msg, "missing function body")
}

// stubOf returns the function around an error.
func (p *Program) stubOf(q *Package, e packages.Error) (Stub, bool) {
	for _, f := range q.Syntax {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			for _, t := range q.TypeErrors {
				if t.Msg == e.Msg && t.Fset.Position(t.Pos).String() == e.Pos && fn.Body.Pos() <= t.Pos && t.Pos <= fn.Body.End() {
					return Stub{Name: fn.Name.Name, Pos: p.Fset.Position(fn.Pos()), Why: e.Msg}, true
				}
			}
		}
	}
	return Stub{}, false
}
