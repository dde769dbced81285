package link_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/parser/format/formattest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs"
	"github.com/docgen-go/docgen/parser/link"
)

// TestPasses holds every pass to what must hold after it and after all that came
// before, over all cases and the whole made-up reference.
func TestPasses(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/parser/*.txtar")
	if err != nil || len(paths) < 50 {
		t.Fatalf("%d cases, error %v", len(paths), err)
	}
	for _, name := range paths {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			pages := fstest.MapFS{}
			for _, f := range archive.Files {
				if page, ok := strings.CutPrefix(f.Name, "pages/"); ok {
					pages[page] = &fstest.MapFile{Data: f.Data}
				}
			}
			checkPasses(t, pages)
		})
	}
	for _, folder := range []string{"harbor", "harbor-next", "harbor-old", "harbor-tree"} {
		t.Run(folder, func(t *testing.T) { checkPasses(t, os.DirFS("../../testdata/"+folder)) })
	}
}

func checkPasses(t *testing.T, docs fs.FS) {
	t.Helper()
	in := formattest.Read(t, docs, sdkdocs.Format{}).Input
	_, _, err := link.LinkChecked(in, func(pass string, fault error) { t.Errorf("after %s: %v", pass, fault) })
	if err != nil {
		t.Error(err)
	}
}

// What is checked is checked after passes that there are.
func TestInvariantsNamePasses(t *testing.T) {
	for _, name := range link.InvariantNames() {
		if !slices.Contains(link.PassNames(), name) {
			t.Errorf("%s is no pass", name)
		}
	}
}
