package laws_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model/corpustest"
)

// TestLawsOfDocuments holds OpenAPI documents as DOCS against the laws.
func TestLawsOfDocuments(t *testing.T) {
	paths, err := filepath.Glob("../../../../testdata/openapi/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			checkLaws(t, fstest.MapFS{"spec.yaml": {Data: archive.Files[0].Data}})
		})
	}
}

// maxLawBytes is the size of the largest document of others that is held against the
// laws: type checks of large packages take minutes.
const maxLawBytes = 100 << 10

// TestCorpusLawsOfDocuments holds documents of others against the laws, each for itself.
func TestCorpusLawsOfDocuments(t *testing.T) {
	root := filepath.Join(corpustest.Dir(t, ""), "..", "formats", "openapi")
	var held int
	err := filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) == ".md" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil || len(data) > maxLawBytes {
			return err
		}
		held++
		t.Run(e.Name(), func(t *testing.T) {
			checkLaws(t, fstest.MapFS{e.Name(): {Data: data}})
		})
		return nil
	})
	if err != nil || held == 0 {
		t.Fatalf("%d documents: %v", held, err)
	}
}
