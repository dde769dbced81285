package emit_test

import (
	"bytes"
	"context"
	"errors"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/testutil"
)

func sortTypes(types []*model.NamedType) {
	slices.SortFunc(types, func(a, b *model.NamedType) int { return strings.Compare(a.ID, b.ID) })
}

func generate(t *testing.T, api *model.API, workers int) (output.Set, diag.List) {
	t.Helper()
	o := emit.Options{Package: "harbor", Module: "harbor.example/go", Version: "test", Workers: workers}
	set, diags, err := emit.Go(t.Context(), api, o)
	if err != nil {
		t.Fatal(err)
	}
	return set, diags
}

// TestGoCompilesAndPasses vets the package of the rich API and runs the tests
// that it got.
func TestGoCompilesAndPasses(t *testing.T) {
	testutil.Slow(t, "builds a package")
	if testing.Short() {
		t.Skip("compiles a package")
	}
	dir := t.TempDir()
	set, _ := generate(t, rich(t), 0)
	if _, err := set.Write(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"vet", "./..."}, {"test", "-timeout=1m", "-v", "./..."}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		for _, want := range []string{"--- PASS: TestParcelService_Get/response_parcels.md:10:1", "--- SKIP: TestParcelService_Get/response_parcels.md:20:1",
			"contradicts its page: id is a number (parcels.md:20:1)", "--- PASS: TestParcelService_New/request_parcels.md:40:1", "--- PASS: TestFileService_Upload/call"} {
			if args[0] == "test" && !strings.Contains(string(out), want) {
				t.Errorf("no %q in\n%s", want, out)
			}
		}
	}
}

func TestSameBytesWhateverTheWorkers(t *testing.T) {
	first, found := generate(t, rich(t), 1)
	for workers := range 4 {
		again, foundAgain := generate(t, rich(t), workers)
		if !slices.Equal(first.Paths(), again.Paths()) || !slices.EqualFunc(found, foundAgain, diag.Diagnostic.Equal) {
			t.Fatalf("other files or findings with %d workers", workers)
		}
		for path := range first {
			if !bytes.Equal(first[path], again[path]) {
				t.Errorf("%s differs with %d workers", path, workers)
			}
		}
	}
}

// TestHostileTextStaysText looks for anything in the package of the rich API
// that a tool could take for an instruction, and for imports from outside.
func TestHostileTextStaysText(t *testing.T) {
	set, _ := generate(t, rich(t), 0)
	for _, path := range set.Paths() {
		if !strings.HasSuffix(path, ".go") {
			continue
		}
		source := set[path]
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if formatted, err := format.Source(source); err != nil || !bytes.Equal(formatted, source) {
			t.Errorf("%s is not formatted: %v", path, err)
		}
		if !output.IsGenerated(source) || !ast.IsGenerated(file) {
			t.Errorf("%s does not say that it is generated", path)
		}
		for _, i := range file.Imports {
			if strings.Contains(i.Path.Value, ".") || i.Path.Value == `"C"` {
				t.Errorf("%s imports %s", path, i.Path.Value)
			}
		}
		for _, group := range file.Comments {
			for _, c := range group.List {
				if c.Text == "//go:noinline" {
					continue // docgen's own, and no text of a page has it alone in a line
				}
				if rest, ok := strings.CutPrefix(c.Text, "//"); !ok || rest != "" && !strings.ContainsAny(rest[:1], " \t") {
					t.Errorf("%s has the comment %q", path, c.Text)
				}
			}
		}
		if bytes.ContainsAny(source, "\x00\r\u202e\ufeff\u2028") {
			t.Errorf("%s has a character that hides what the source says", path)
		}
	}
}

func TestGoStopsWhenItsContextIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := emit.Go(ctx, rich(t), emit.Options{Package: "harbor"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestGoRefusesABadPackageName(t *testing.T) {
	if _, _, err := emit.Go(t.Context(), rich(t), emit.Options{Package: "my-package"}); err == nil {
		t.Error("my-package passes for the name of a package")
	}
}

func TestGoOfAnEmptyAPI(t *testing.T) {
	set, diags, err := emit.Go(t.Context(), &model.API{Title: "Harbor API"}, emit.Options{})
	if err != nil || len(diags) != 0 {
		t.Fatalf("got %v, %v", diags, err)
	}
	if !bytes.Contains(set["client.go"], []byte("\npackage harbor\n")) || set["go.mod"] != nil {
		t.Errorf("got %v:\n%s", set.Paths(), set["client.go"])
	}
}
