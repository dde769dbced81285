package emit_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser"
)

// TestSurfaceOfGolden demands that what docgen says a package exports is what
// the compiler finds in it.
func TestSurfaceOfGolden(t *testing.T) {
	testutil.SlowGolden(t, "type-checks packages")
	for docs, pkg := range map[string]string{"harbor": "harbor", "harbor-next": "harbornext"} {
		t.Run(pkg, func(t *testing.T) {
			api := readDocs(t, filepath.Join("..", "testdata", docs))
			checkSurface(t, surfaceOf(t, api, namesOf(t, api)), filepath.Join("..", "golden", pkg))
		})
	}
}

// TestCorpusSurface demands the same of published pages.
func TestCorpusSurface(t *testing.T) {
	api := readDocs(t, corpustest.Dir(t, "anthropic/2026-06-11"))
	names := namesOf(t, api)
	checkSurface(t, surfaceOf(t, api, names), write(t, api, names))
}

func readDocs(t *testing.T, dir string) *model.API {
	t.Helper()
	api, _, err := parser.Parse(t.Context(), os.DirFS(dir), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return api
}

func namesOf(t *testing.T, api *model.API, keep ...naming.Table) *naming.Names {
	t.Helper()
	names, _, err := emit.Names(api, keep...)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func surfaceOf(t *testing.T, api *model.API, names *naming.Names) []goapi.Decl {
	t.Helper()
	decls, err := golang.Surface(names, nil, golang.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return decls
}

// write generates a package into a module of its own.
func write(t *testing.T, api *model.API, names *naming.Names) string {
	t.Helper()
	set, _, err := emit.Go(t.Context(), api, emit.Options{Package: "client", Module: "example.com/client", Names: names})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := set.Write(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

func checkSurface(t *testing.T, got []goapi.Decl, dir string) {
	t.Helper()
	want := exportsOf(typeCheck(t, dir))
	if len(want) < 100 {
		t.Fatalf("the compiler finds %d declarations", len(want))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-compiler +docgen:\n%.4000s", d)
	}
	t.Logf("%d declarations", len(want))
}
