package golden_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/parser"
)

// tableCorpora are references in tables, with the
// fewest methods that each has.
var tableCorpora = map[string]int{"bybit": 417, "discord": 225, "gitlab-14.10": 920, "gitlab-9-2017": 250}

// TestCorpusTablePackages demands of references in tables packages that build, are
// vetted, and pass the tests that are made of their examples.
func TestCorpusTablePackages(t *testing.T) {
	for name, fewest := range tableCorpora {
		t.Run(name, func(t *testing.T) {
			docs := filepath.Join(corpustest.Dir(t, ""), "..", "formats", "tables", name)
			if _, err := os.Stat(docs); err != nil {
				if os.Getenv("DOCGEN_CORPUS_REQUIRED") != "" {
					t.Fatal(err)
				}
				t.Skip("no such pages: ", err)
			}
			api, _, err := parser.Parse(t.Context(), os.DirFS(docs), parser.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if n := model.Count(api, nil).Methods; n < fewest {
				t.Errorf("%d methods", n)
			}
			dir := t.TempDir()
			set, _, err := emit.Go(t.Context(), api, emit.Options{Package: "api"})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := set.Overwrite(t.Context(), filepath.Join(dir, "api")); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.test/tables\n\ngo 1.26\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			testPackage(t, dir)
			t.Logf("%d response examples are tested", testedExamples(api))
		})
	}
}

// testPackage builds, vets and tests in one go. Optimising would take half of the time.
func testPackage(t *testing.T, dir string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "test", "-vet=all", "-gcflags=-N -l", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out[:min(len(out), 4000)])
	}
}

// testedExamples counts the response examples that do not contradict their page.
func testedExamples(api *model.API) int {
	n := 0
	for _, m := range api.Methods {
		for _, e := range m.Examples {
			if e.Kind == model.ExampleResponse && e.Conflict == "" {
				n++
			}
		}
	}
	return n
}
