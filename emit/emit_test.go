package emit_test

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model"
)

func sortTypes(types []*model.NamedType) {
	slices.SortFunc(types, func(a, b *model.NamedType) int { return strings.Compare(a.ID, b.ID) })
}

func generate(t *testing.T, api *model.API, workers int) output.Set {
	t.Helper()
	set, diags, err := emit.Go(t.Context(), api, emit.Options{Package: "harbor", Module: "harbor.example/go", Version: "test", Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		t.Log(d)
	}
	return set
}

// TestGoCompilesAndPasses vets the package of the rich API and runs its tests.
func TestGoCompilesAndPasses(t *testing.T) {
	dir := t.TempDir()
	if keep := os.Getenv("KEEP"); keep != "" {
		dir = keep
	}
	if _, err := generate(t, rich(t), 0).Write(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"vet", "./..."}, {"test", "-timeout=1m", "./..."}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}
