package gosource_test

import (
	"context"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/parser/gosource"
)

// The importer reads packages without their C parts: it would leave the objects that it
// compiles of those in the folder for temporary files.
func init() { build.Default.CgoEnabled = false }

// imported type-checks the packages of the standard library once for all tests.
var (
	fset     = token.NewFileSet()
	imported = importer.ForCompiler(fset, "source", nil)
)

// read reads the source of one package with what it imports.
func read(t *testing.T, src string) *gofacts.Client {
	t.Helper()
	f, err := parser.ParseFile(fset, "client.go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{}, Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{}}
	conf := &types.Config{Importer: imported}
	pkg, err := conf.Check("example.com/client", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	p := &gosource.Program{Fset: fset, Dir: "."}
	seen := map[*types.Package]bool{}
	var add func(q *types.Package)
	add = func(q *types.Package) {
		if seen[q] {
			return
		}
		seen[q] = true
		for _, i := range q.Imports() {
			add(i)
		}
		if q == pkg {
			p.Packages = append(p.Packages, gosource.Package{Types: pkg, Syntax: []*ast.File{f}, Info: info, Root: true, Own: true})
		} else {
			p.Packages = append(p.Packages, gosource.Package{Types: q, Standard: true})
		}
	}
	add(pkg)
	client, err := gosource.Read(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	return client
}

// TestBounds reads functions that would take forever if they were run as they are.
func TestBounds(t *testing.T) {
	var branches strings.Builder
	for i := range 200 {
		fmt.Fprintf(&branches, "\tif n > %d {\n\t\tp += \"/%d\"\n\t}\n", i, i)
	}
	src := `package client

import "net/http"

func Forever(n int) {
	for {
		n++
		http.Get("https://quay.example/v1/forever")
	}
}

func Long(c *http.Client) {
	p := "https://quay.example/v1"
	for i := 0; i < 1000000000; i++ {
		p += "/x"
	}
	c.Get(p)
}

func Recursive(p string) { Recursive(p + "/x"); http.Get("https://quay.example/v1/recursive") }

func Branches(n int) {
	p := "https://quay.example/v1"
` + branches.String() + `	http.Get(p)
}

func Fine() { http.Get("https://quay.example/v1/fine?page=2") }
`
	start := time.Now()
	client := read(t, src)
	if took := time.Since(start); took > time.Minute {
		t.Errorf("reading took %v", took)
	}
	got := map[string]string{}
	for _, op := range client.Operations {
		got[op.Func] += op.Verb + " " + op.Path
	}
	for fn, want := range map[string]string{"Fine": "GET /v1/fine", "Recursive": "GET /v1/recursive", "Branches": "", "Long": ""} {
		if got[fn] != want {
			t.Errorf("%s calls %q, want %q", fn, got[fn], want)
		}
	}
	left := map[string]bool{}
	for _, u := range client.Unresolved {
		left[u.Func] = true
	}
	for _, fn := range []string{"Branches", "Long"} {
		if !left[fn] {
			t.Errorf("%s yields no operation and is not said to be unresolved: %v", fn, client.Unresolved)
		}
	}
}

// TestNegativeIndexes reads ways that Go would end on: which are taken is not known.
func TestNegativeIndexes(t *testing.T) {
	client := read(t, `package client

import "net/http"

func Ships(verbose bool, path string) {
	kinds := []string{"tug"}
	letters := [2]string{"a", "b"}
	name, n := "x", 1
	if verbose {
		name, n = "", 0
	}
	end := len(name) - 2
	if path == "/" {
		path = name[end:] + string(name[end]) + kinds[n-2] + letters[n-2] + string([]byte(name)[n-2]) + name[:n-2]
		kinds = kinds[n-2:]
	}
	http.Get("https://quay.example/v1/ships")
}
`)
	if len(client.Operations) != 1 || client.Operations[0].Path != "/v1/ships" {
		t.Errorf("%+v", client.Operations)
	}
}

// TestFurther says of a request that is sent beside an operation where it is sent, and not that the function yields none.
func TestFurther(t *testing.T) {
	client := read(t, `package client

import (
	"net/http"
	"os"
)

func ask(address string) { http.Get(address) }

func Both() {
	http.Get("https://quay.example/v1/ships")
	ask(os.Getenv("HOME"))
}

func None() { ask(os.Getenv("HOME")) }
`)
	got := map[string]string{}
	for _, u := range client.Unresolved {
		got[u.Func] += fmt.Sprintf("%v %d;", u.Further, u.Sent.Start.Line)
	}
	if len(client.Operations) != 1 || got["Both"] != "true 12;" || got["None"] != "false 0;" {
		t.Errorf("%v", got)
	}
}
