package embedded_test

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/parser"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/embedded"
)

// FuzzPages reads any two pages: it never panics, gives an API that is valid,
// accounts for every byte, and its findings stand on the pages.
func FuzzPages(f *testing.F) {
	cases, err := filepath.Glob("../../../testdata/parser/embedded-*.txtar")
	if err != nil || len(cases) < 5 {
		f.Fatalf("%d cases: %v", len(cases), err)
	}
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		last := ""
		for _, file := range archive.Files {
			if strings.HasPrefix(file.Name, "pages/") {
				f.Add(string(file.Data), last)
				last = string(file.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		docs := fstest.MapFS{"a.md": {Data: []byte(a)}, "b.md": {Data: []byte(b)}}
		api, diags, err := parser.Parse(t.Context(), docs, parser.Options{Formats: []format.Format{embedded.Format{}}})
		if err != nil {
			t.Fatal(err)
		}
		if err := api.Validate(); err != nil {
			t.Fatal(err)
		}
		for _, p := range api.Pages {
			if b := p.Bytes; b.Total != b.Model+b.Docs+b.Examples+b.Layout+b.Unread {
				t.Fatalf("%s: %+v", p.Path, b)
			}
		}
		for _, d := range diags {
			if d.Code == "unread-page" || d.Message == "" || docs[d.Span.File] == nil {
				t.Fatal(d)
			}
		}
	})
}
