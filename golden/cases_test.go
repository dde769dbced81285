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

// TestCases generates packages from cases of the parser, and uses them against a
// server as a program would, besides the tests that each package gets.
func TestCases(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	for name, use := range map[string]string{"paging-forms": "walk.go.txt", "sending": "send.go.txt", "answers": "answers.go.txt", "numbers-of-many-digits": "digits.go.txt"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			useCase(t, name, use)
		})
	}
}

func useCase(t *testing.T, name, use string) {
	dir := t.TempDir()
	api, _, err := parser.Parse(t.Context(), pagesOf(t, name), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, _, err := emit.Go(t.Context(), api, emit.Options{Package: "forms", Module: "harbor.example/forms"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := set.Write(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(filepath.Join("testdata", use))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "use_test.go"), program, 0o644)
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

func pagesOf(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("..", "testdata", "parser", name+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	pages := fstest.MapFS{}
	for _, f := range archive.Files {
		if path, ok := strings.CutPrefix(f.Name, "pages/"); ok {
			pages[path] = &fstest.MapFile{Data: f.Data}
		}
	}
	return pages
}
