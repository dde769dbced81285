package main

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model/testutil"
)

// FuzzLaws holds what docgen makes of any pages against the laws. The pages are
// an archive; a second argument says how its lines are mixed up, because what
// flips bytes rarely makes another reference of one.
func FuzzLaws(f *testing.F) {
	testutil.Slow(f, "builds a package of each seed")
	// The first type check loads the standard library, for which a fuzzing
	// process has no time.
	checkLaws(f, os.DirFS("../../testdata/harbor"))
	for _, docs := range archivedDocs(f) {
		text := archiveOf(f, docs)
		for _, mix := range []uint64{0, 1, 2, 3} {
			f.Add(text, mix)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, mix uint64) {
		if len(text) > 1<<14 {
			return // what takes long in one run is the business of others
		}
		docs := fstest.MapFS{}
		for _, file := range txtar.Parse(mixed(text, mix)).Files {
			if name := strings.TrimSuffix(file.Name, ".md") + ".md"; fs.ValidPath(name) {
				docs[name] = &fstest.MapFile{Data: file.Data}
			}
		}
		if isTree(docs) {
			checkLaws(t, docs)
		}
	})
}

// isTree reports whether no page is a folder of others.
func isTree(docs fstest.MapFS) bool {
	for name := range docs {
		for i, c := range name {
			if c == '/' && docs[name[:i]] != nil {
				return false
			}
		}
	}
	return len(docs) > 0
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

// mixed deletes, doubles, swaps, moves and bends a few lines, as mix says; 0
// leaves them as they are.
func mixed(text []byte, mix uint64) []byte {
	if mix == 0 {
		return text
	}
	r := rand.New(rand.NewPCG(mix, mix))
	lines := strings.SplitAfter(string(text), "\n")
	for range 1 + r.IntN(6) {
		i, j := r.IntN(len(lines)), r.IntN(len(lines))
		switch r.IntN(12) {
		case 0: // a line is lost
			lines[i] = ""
		case 1: // lines are lost
			lines = slices.Delete(lines, i, min(i+1+r.IntN(8), len(lines)))
		case 2: // two lines change places
			lines[i], lines[j] = lines[j], lines[i]
		case 3: // lines are there twice
			end := min(i+1+r.IntN(12), len(lines))
			lines = slices.Insert(lines, j, slices.Clone(lines[i:end])...)
		case 4: // a line stands deeper
			lines[i] = "  " + lines[i]
		case 5: // a line stands less deep
			lines[i] = strings.TrimPrefix(lines[i], "  ")
		case 6: // a line is cut
			lines[i] = lines[i][:r.IntN(len(lines[i])+1)]
		case 7: // a word of a line is that of another
			from, to := strings.Fields(lines[j]), strings.Fields(lines[i])
			if len(from) > 0 && len(to) > 0 {
				lines[i] = strings.Replace(lines[i], to[r.IntN(len(to))], from[r.IntN(len(from))], 1)
			}
		case 8: // the page ends
			lines = lines[:i]
		case 9: // a member has another type
			lines[i] = retyped(lines[i], mutantTypes[r.IntN(len(mutantTypes))])
		case 10: // a member has another name
			lines[i] = renamed(lines[i], mutantNames[r.IntN(len(mutantNames))])
		case 11: // a member has a name and a type that the page has elsewhere
			if name, rest, ok := strings.Cut(lines[j], ": "); ok {
				lines[i] = retyped(renamed(lines[i], strings.TrimLeft(name, " -`")), strings.Trim(rest, "`\n"))
			}
		}
		if len(lines) == 0 {
			lines = []string{""}
		}
	}
	return []byte(strings.Join(lines, ""))
}

// mutantTypes and mutantNames are what pages could hold and no generator should stumble over.
var mutantTypes = []string{
	"string", "number", "boolean", "unknown", "file", "null", "map[unknown]", "map[map[string]]", "array of array of file", "array of string or string",
	`"a" or "b" or 3 more`, `"a" or 1 or true or null`, `string or "a" or "A" or "a-b" or "a_b"`, "object { }", "object { a, b, 2 more }", "object {  } or null",
	"Error or string", "Client", "Option", "Stream", "Type object { type }", "array of Type or map[Type]", `""`, `"type"`, "1.5 or 2 or -0", "optional optional string",
	"Page", "number or string or array of number or string", "Chunk or array of Chunk",
}

var mutantNames = []string{
	"type", "error", "Error", "String", "Extra", "context", "ctx", "params", "opts", "_", "1", "-1", "+1", "$x", "a.b", "a[b]", "a b", "stream", "page", "next",
	"has_more", "data", `"quoted.name"`, "Ünïcode", "id", "ID", "Id", "func", "nil", "fields", "MarshalJSON", "limit", "cursor", "body", "Authorization", "content-type",
}

// retyped puts a type in the place of that of a member.
func retyped(line, to string) string {
	if name, rest, ok := strings.Cut(line, ": "); ok && strings.HasSuffix(rest, "`\n") {
		return name + ": " + to + "`\n"
	}
	return line
}

// renamed puts a name in the place of that of a member.
func renamed(line, to string) string {
	if name, rest, ok := strings.Cut(line, ": "); ok && strings.Contains(name, "`") {
		return name[:strings.IndexByte(name, '`')+1] + to + ": " + rest
	}
	return line
}

// FuzzDocumentLaws holds what docgen makes of any OpenAPI document against the laws.
func FuzzDocumentLaws(f *testing.F) {
	checkLaws(f, os.DirFS("../../testdata/ferry")) // which loads the standard library
	for _, text := range documentCases(f) {
		for _, mix := range []uint64{0, 1, 2, 3} {
			f.Add(text, mix)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, mix uint64) {
		if len(text) <= 1<<14 { // what takes long in one run is the business of others
			checkLaws(t, fstest.MapFS{"openapi.yaml": {Data: mixed(text, mix)}})
		}
	})
}

// documentCases are the documents of the cases of the reader.
func documentCases(tb testing.TB) [][]byte {
	tb.Helper()
	paths, err := filepath.Glob("../../testdata/openapi/*.txtar")
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
