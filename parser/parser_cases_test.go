package parser_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/parser"
)

// The sections of a case. Everything below pages/ is a page; facts are written
// by hand, the other expectations by DOCGEN_UPDATE=1.
const (
	pagesDir    = "pages/"
	factsFile   = "want/facts.txt"
	modelFile   = "want/model.json"
	diagsFile   = "want/diagnostics.txt"
	updateHint  = "run DOCGEN_UPDATE=1 go test ./parser and read the difference"
	bytesPrefix = "bytes: "
)

func TestCases(t *testing.T) {
	paths, err := filepath.Glob("../testdata/parser/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases in testdata/parser: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			runCase(t, path)
		})
	}
}

func runCase(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	api, diags, err := parser.Parse(context.Background(), pagesOf(t, archive), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkFacts(t, section(archive, factsFile), factsOf(api, diags))
	got := map[string]string{modelFile: modelText(t, api), diagsFile: diagsText(diags)}
	if os.Getenv("DOCGEN_UPDATE") != "" {
		rewrite(t, path, archive, got)
		return
	}
	for _, name := range []string{modelFile, diagsFile} {
		if diff := cmp.Diff(section(archive, name), got[name]); diff != "" {
			t.Errorf("%s (-want +got):\n%s%s", name, diff, updateHint)
		}
	}
}

// rewrite stores what the parser says today and fails, so that no run can pass
// by rewriting what it is compared with.
func rewrite(t *testing.T, path string, archive *txtar.Archive, got map[string]string) {
	changed := false
	for _, name := range []string{modelFile, diagsFile} {
		changed = setSection(archive, name, got[name]) || changed
	}
	if !changed {
		return
	}
	if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Errorf("%s was rewritten", path)
}

func section(a *txtar.Archive, name string) string {
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		return ""
	}
	return string(a.Files[i].Data)
}

func setSection(a *txtar.Archive, name, data string) (changed bool) {
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(data)})
		return true
	}
	changed = string(a.Files[i].Data) != data
	a.Files[i].Data = []byte(data)
	return changed
}

// pagesOf builds the docs folder of a case. Lines "bytes: NAME" in the comment
// of the archive name what is done to the bytes of all pages, and lines "bytes: NAME PAGE" to
// those of one, because carriage
// returns and broken UTF-8 would not survive in a text file.
func pagesOf(t *testing.T, a *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		name, ok := strings.CutPrefix(f.Name, pagesDir)
		if !ok {
			continue
		}
		data := f.Data
		for line := range strings.Lines(string(a.Comment)) {
			if what, ok := strings.CutPrefix(line, bytesPrefix); ok {
				what, page, _ := strings.Cut(strings.TrimSpace(what), " ")
				if page == "" || page == name {
					data = transform(t, what, data)
				}
			}
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return fsys
}

func transform(t *testing.T, what string, data []byte) []byte {
	switch what {
	case "crlf":
		return bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	case "bom":
		return append([]byte("\xef\xbb\xbf"), data...)
	case "no-final-newline":
		return bytes.TrimRight(data, "\n")
	case "unescape":
		return unescape(t, data)
	}
	t.Fatalf("unknown transformation %q", what)
	return nil
}

// unescape turns each \xHH of a page into that byte.
func unescape(t *testing.T, data []byte) []byte {
	parts := strings.Split(string(data), `\x`)
	out := []byte(parts[0])
	for _, p := range parts[1:] {
		b, err := strconv.ParseUint(p[:2], 16, 8)
		if err != nil {
			t.Fatalf(`\x%.2s: %v`, p, err)
		}
		out = append(append(out, byte(b)), p[2:]...)
	}
	return out
}
