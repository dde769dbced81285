package main

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/parser"
)

// TestCorpusGenerate demands a package that compiles, passes vet and its own
// tests, and is the same bytes with one core and with two.
func TestCorpusGenerate(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles large packages")
	}
	for _, name := range corpustest.HTTP {
		t.Run(name, func(t *testing.T) {
			docs := corpustest.Dir(t, name)
			one := generateWith(t, 1, docs)
			two := generateWith(t, 2, docs)
			if err := exec.Command("diff", "-r", one, two).Run(); err != nil {
				t.Errorf("one and two cores give different packages: %v", err)
			}
			t.Log(goTest(t, one))
		})
	}
}

// TestCorpusDialectAlone demands a package that compiles and passes vet from the
// pages of one dialect, as if there were no others, and that of the dialect that
// is farthest from the wire passes its own tests, which take long to compile.
func TestCorpusDialectAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles large packages")
	}
	docs := corpustest.Dir(t, aloneRevision)
	for _, name := range slices.Sorted(maps.Keys(aloneBars)) {
		t.Run(name, func(t *testing.T) {
			api, diags, err := parser.Parse(t.Context(), os.DirFS(docs), parser.Options{Dialects: []string{name}})
			if err != nil {
				t.Fatal(err)
			}
			if stats := model.Count(api, diags); stats.Methods <= 100 || stats.Errors > 0 || stats.UnreadBytes > 0 || stats.Dialects["http"] > 0 {
				t.Errorf("%d methods, %d errors, %d bytes unread, pages of %v", stats.Methods, stats.Errors, stats.UnreadBytes, stats.Dialects)
			}
			dir := generateWith(t, 2, docs, "--dialects", name)
			if name == "java" {
				t.Log(goTest(t, dir))
			} else {
				goTool(t, dir, "vet", "./...")
			}
		})
	}
}

// generateWith writes a package into a module of its own, which it returns.
func generateWith(t *testing.T, cores int, docs string, flags ...string) string {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.test/corpus\n\ngo 1.26\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"generate", docs, "-o", filepath.Join(dir, "client")}, flags...)
	if r := docgen(t, args...); r.code != exitOK {
		t.Fatalf("generate exits %d: %s", r.code, r.stderr)
	}
	return dir
}

// goTest builds, vets and tests in one go. Optimising would take half of the time.
func goTest(t *testing.T, dir string) string {
	t.Helper()
	return goTool(t, dir, "test", "-vet=all", "-gcflags=-N -l", "./...")
}

// goTool runs the go command in a module that has no dependency.
func goTool(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("go %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}
