package parser_test

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser"
)

// The sections of a case. Everything below pages/ is a page; facts are written
// by hand, the other expectations by DOCGEN_UPDATE=1.
const (
	pagesDir    = "pages/"
	factsFile   = "want/facts.txt"
	modelFile   = "want/model.json"
	diagsFile   = "want/diagnostics.txt"
	bytesPrefix = "bytes: "
)

func TestCases(t *testing.T) {
	testutil.Cases(t, "../testdata/parser/*.txtar", func(t *testing.T, c *testutil.Case) {
		t.Parallel()
		api, diags, err := parser.Parse(context.Background(), pagesOf(t, c.Archive), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkFacts(t, c.Text(factsFile), factsOf(api, diags))
		c.Want(t, modelFile, modelText(t, api))
		c.Want(t, diagsFile, diagsText(diags))
	})
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
