package sdkdocs_test

import (
	"encoding/json"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/parser"
	"github.com/docgen-go/docgen/parser/format/sdkdocs"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
)

// A copied dialect is another one under a name of its own.
type copied struct {
	dialect.Dialect
	name string
}

func (c copied) Name() string { return c.name }

// Traits are those of the copied dialect, but that a client has Go's names only once.
func (c copied) Traits() dialect.Traits {
	t := c.Dialect.Traits()
	t.AsGo = false
	return t
}

// TestAddingADialect follows the recipe of ARCHITECTURE.md: a dialect and its line
// in the list. A copy of a dialect, with a copy of its pages, says nothing new, so
// that the API is the same; were its folder not known as one of a dialect, it
// would be an API of its own.
func TestAddingADialect(t *testing.T) {
	paths, err := filepath.Glob("../../../testdata/parser/fuse-*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	tried := 0
	for _, name := range paths {
		pages := pagesOf(t, name)
		for _, d := range sdkdocs.Readers() {
			t.Run(filepath.Base(name)+"/"+d.Name(), func(t *testing.T) {
				with := fstest.MapFS{}
				for path, file := range pages {
					with[path] = file
					if below, ok := strings.CutPrefix(path, d.Name()+"/"); ok {
						with[d.Name()+"2/"+below] = file
					}
				}
				if len(with) == len(pages) {
					t.Skip("no page of the dialect")
				}
				tried++
				want := modelOf(t, pages)
				sdkdocs.AddDialect(t, copied{d, d.Name() + "2"})
				if diff := cmp.Diff(want, modelOf(t, with)); diff != "" {
					t.Errorf("the copied dialect changes the API (-without +with):\n%s", diff)
				}
			})
		}
	}
	if tried < 5 {
		t.Errorf("only %d dialects of cases were tried", tried)
	}
}

func pagesOf(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for _, f := range archive.Files {
		if path, ok := strings.CutPrefix(f.Name, "pages/"); ok {
			out[path] = &fstest.MapFile{Data: f.Data}
		}
	}
	return out
}

// modelOf is the API without its pages, as JSON.
func modelOf(t *testing.T, docs fs.FS) string {
	t.Helper()
	api, _, err := parser.Parse(t.Context(), docs, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	api.Pages = nil
	out, err := json.MarshalIndent(api, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
