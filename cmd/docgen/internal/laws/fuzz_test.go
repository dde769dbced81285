package laws_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/cmd/docgen/internal/laws"
	"github.com/docgen-go/docgen/model/testutil"
)

// FuzzLaws holds what docgen makes of any pages against the laws. The pages are
// an archive; a second argument says how its lines are mixed up, because what
// flips bytes rarely makes another reference of one.
func FuzzLaws(f *testing.F) {
	testutil.NoRace(f, "TestLaws does the same with fewer pages")
	testutil.Slow(f, "builds a package of each seed")
	// The first type check loads the standard library, for which a fuzzing
	// process has no time.
	checkLaws(f, os.DirFS("../../../../testdata/harbor"))
	for _, docs := range archivedDocs(f) {
		text := archiveOf(f, docs)
		for _, mix := range []uint64{0, 1, 2, 3} {
			f.Add(text, mix)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, mix uint64) {
		if len(text) <= longestMutant {
			checkMutant(t, laws.Mixed(text, mix), ".md")
		}
	})
}

// longestMutant is how many bytes of pages are mutated: what takes long in one run is the
// business of others.
const longestMutant = 1 << 14

// checkMutant holds the pages of an archive against the laws, under names with the ending
// ext. An archive that no folder can hold is none.
func checkMutant(t *testing.T, archive []byte, ext string) {
	docs := fstest.MapFS{}
	for _, file := range txtar.Parse(archive).Files {
		if name := strings.TrimSuffix(file.Name, ext) + ext; fs.ValidPath(name) {
			docs[name] = &fstest.MapFile{Data: file.Data}
		}
	}
	if laws.IsTree(docs) {
		checkLaws(t, docs)
	}
}

// archiveOf writes pages as an archive.
func archiveOf(tb testing.TB, docs fs.FS) []byte {
	tb.Helper()
	var archive txtar.Archive
	err := fs.WalkDir(docs, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(docs, name)
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: data})
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return txtar.Format(&archive)
}

// FuzzDocumentLaws holds what docgen makes of any OpenAPI document against the laws.
func FuzzDocumentLaws(f *testing.F) {
	testutil.NoRace(f, "TestLaws does the same with fewer pages")
	checkLaws(f, os.DirFS("../../../../testdata/ferry")) // which loads the standard library
	for _, text := range documentCases(f) {
		for _, mix := range []uint64{0, 1, 2, 3} {
			f.Add(text, mix)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, mix uint64) {
		if len(text) <= 1<<14 { // what takes long in one run is the business of others
			checkLaws(t, fstest.MapFS{"openapi.yaml": {Data: laws.Mixed(text, mix)}})
		}
	})
}

// documentCases are the documents of the cases of the reader.
func documentCases(tb testing.TB) [][]byte {
	tb.Helper()
	paths, err := filepath.Glob("../../../../testdata/openapi/*.txtar")
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no cases: %v", err)
	}
	var out [][]byte
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, archive.Files[0].Data)
	}
	return out
}
