package captured_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"testing"
	"unicode/utf8"

	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format/captured"
	"github.com/docgen-go/docgen/parser/format/sdkdocs"
)

const example = "../../../testdata/captured/harbor.txt"

// TestDetect demands that pages are not taken for captures, lists that number
// their items included.
func TestDetect(t *testing.T) {
	text, err := os.ReadFile(example)
	if err != nil {
		t.Fatal(err)
	}
	if !captured.Detect(text) {
		t.Error("a capture was not detected")
	}
	list := bytes.Repeat([]byte("1. one\n2. two\n\n3. three\n4\n5\n"), 9)
	if captured.Detect(list) {
		t.Error("a list was taken for a capture")
	}
	docs := os.DirFS("../../../testdata")
	pages := 0
	err = fs.WalkDir(docs, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".md" {
			return err
		}
		pages++
		text, err := fs.ReadFile(docs, name)
		if captured.Detect(text) {
			t.Errorf("%s was taken for a capture", name)
		}
		return err
	})
	if err != nil || pages == 0 {
		t.Fatalf("%d pages: %v", pages, err)
	}
}

// FuzzRead takes any text apart into pages: no path occurs twice on a side, and
// each line of a page knows its place in the text.
func FuzzRead(f *testing.F) {
	seed, err := os.ReadFile(example)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed[:4000])
	f.Add([]byte("1# A\n2 \n3- `b: object { c, d }`3- `b: object { c }`\n4 - `d: string`\n5### Returns4### Returns\n"))
	f.Add([]byte("9## A9## B\n10**get** `/a`10**put** `/b`\n11- `x: string`11- `y: string`\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !utf8.Valid(data) {
			return
		}
		total := int32(bytes.Count(data, []byte{'\n'}) + 1)
		c, _ := captured.Read(source.NewFile("x", data), sdkdocs.Readers())
		for _, pages := range [][]captured.Page{c.Whole, c.Old, c.New} {
			seen := map[string]bool{}
			for _, p := range pages {
				if seen[p.Path] || !fs.ValidPath(p.Path) {
					t.Fatalf("the path %q is no path or not the only one", p.Path)
				}
				seen[p.Path] = true
				if n := bytes.Count(p.Text, []byte{'\n'}); n != len(p.Lines) {
					t.Fatalf("%s has %d lines and the places of %d", p.Path, n, len(p.Lines))
				}
				for _, at := range p.Lines {
					if at < 0 || at > total {
						t.Fatalf("%s has a line of line %d of %d", p.Path, at, total)
					}
				}
			}
		}
	})
}
