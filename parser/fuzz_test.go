package parser_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser"
)

// FuzzParse reads any page of any path: no panic, every byte accounted for, and
// a model that its own JSON form accepts.
func FuzzParse(f *testing.F) {
	cases, err := filepath.Glob("../testdata/parser/*.txtar")
	if err != nil || len(cases) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range cases {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			if ext := filepath.Ext(file.Name); ext == ".md" || ext == ".apib" {
				f.Add(file.Name, file.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if len(data) > 1<<16 || !filepath.IsLocal(name) {
			return
		}
		docs := fstest.MapFS{"page.md": {Data: data}, "r/get.md": {Data: data}}
		api, _, err := parser.Parse(context.Background(), docs, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range api.Pages {
			if b := p.Bytes; b.Total != b.Model+b.Docs+b.Examples+b.Layout+b.Unread {
				t.Fatalf("%s: %+v does not add up", p.Path, b)
			}
		}
		var form bytes.Buffer
		if err := model.Encode(&form, api); err != nil {
			t.Fatal(err)
		}
		if _, err := model.Decode(&form); err != nil {
			t.Fatal(err)
		}
	})
}
