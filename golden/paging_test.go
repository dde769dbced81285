package golden_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/parser"
)

// TestPagingForms generates a package whose lists go on in every form, and walks
// through them against a server, besides the tests that the package gets.
func TestPagingForms(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a package")
	}
	archive, err := txtar.ParseFile(filepath.Join("..", "testdata", "parser", "paging-forms.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	pages := fstest.MapFS{}
	for _, f := range archive.Files {
		if name, ok := strings.CutPrefix(f.Name, "pages/"); ok {
			pages[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	api, _, err := parser.Parse(t.Context(), pages, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, _, err := emit.Go(t.Context(), api, emit.Options{Package: "forms", Module: "harbor.example/forms"})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := set.Write(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	walk, err := os.ReadFile(filepath.Join("testdata", "walk.go.txt"))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "walk_test.go"), walk, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"vet", "./..."}, {"test", "-race", "-timeout=1m", "./..."}} {
		cmd := exec.CommandContext(t.Context(), "go", args...)
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}
