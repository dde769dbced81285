package compare_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// The generators that OpenAPI documents are given to, besides docgen.
const (
	oapiCodegen = "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2"
	ogen        = "github.com/ogen-go/ogen/cmd/ogen@v1.24.0"
)

// needs are the modules that packages of the generators import.
const needs = `package needs

import (
	_ "github.com/getkin/kin-openapi/openapi3"
	_ "github.com/go-faster/jx"
	_ "github.com/google/uuid"
	_ "github.com/labstack/echo/v4"
	_ "github.com/oapi-codegen/runtime"
	_ "github.com/ogen-go/ogen/http"
	_ "go.opentelemetry.io/otel"
)
`

// TestGenerators gives every document below $DOCGEN_DOCUMENTS to three generators
// with their default settings, and fails where docgen does not build what one of the
// others builds. docs/openapi-documents.md has the last result.
func TestGenerators(t *testing.T) {
	root := os.Getenv("DOCGEN_DOCUMENTS")
	if root == "" {
		t.Skip("DOCGEN_DOCUMENTS names no folder of documents")
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "needs.go"), needs)
	run(t, dir, "go", "mod", "init", "generated.test")
	run(t, dir, "go", "mod", "tidy")
	docgen := filepath.Join(dir, "docgen.bin")
	run(t, filepath.Join("..", ".."), "go", "build", "-o", docgen, "./cmd/docgen")
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) == ".md" {
			return err
		}
		generators := [][]string{
			{docgen, "generate", path, "-o", "out", "--package", "api"},
			{"go", "run", oapiCodegen, "-package", "api", "-o", "out/api.gen.go", path},
			{"go", "run", ogen, "--target", "out", "--package", "api", "--clean", path},
		}
		var results []string
		for _, g := range generators {
			results = append(results, outcome(t, dir, g))
		}
		fmt.Printf("| %s | %s | %s | %s |\n", path, results[0], results[1], results[2])
		if results[0] != "builds" && (results[1] == "builds" || results[2] == "builds") {
			t.Errorf("%s: docgen %s, oapi-codegen %s, ogen %s", path, results[0], results[1], results[2])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// outcome is what becomes of one document in the hands of one generator.
func outcome(t *testing.T, dir string, command []string) string {
	t.Helper()
	out := filepath.Join(dir, "out")
	if err := errors.Join(os.RemoveAll(out), os.MkdirAll(out, 0o755)); err != nil {
		t.Fatal(err)
	}
	if !succeeds(t, dir, command...) {
		return "refuses"
	}
	if !succeeds(t, dir, "go", "build", "./out/...") {
		return "does not build"
	}
	return "builds"
}

func succeeds(t *testing.T, dir string, command ...string) bool {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 15*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOFLAGS=-mod=mod")
	return cmd.Run() == nil
}

func run(t *testing.T, dir string, command ...string) {
	t.Helper()
	if !succeeds(t, dir, command...) {
		t.Fatalf("%v failed in %s", command, dir)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
