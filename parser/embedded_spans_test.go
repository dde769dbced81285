package parser_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser"
)

// TestEmbeddedSpans holds that what is read of a fence stands where its span says, in
// the page's own lines and columns, also on one line and in a list item.
func TestEmbeddedSpans(t *testing.T) {
	names, err := filepath.Glob("../testdata/parser/embedded-*.txtar")
	if err != nil || len(names) < 5 {
		t.Fatalf("%d cases: %v", len(names), err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { checkSpans(t, pagesOf(t, archive)) })
	}
	t.Run("corpus", func(t *testing.T) {
		checkSpans(t, os.DirFS(filepath.Join(corpustest.Dir(t, ""), "..", "formats", "embedded", "kalshi")))
	})
}

func checkSpans(t *testing.T, docs fs.FS) {
	api, _, err := parser.Parse(context.Background(), docs, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	check := func(what string, at source.Span, want string) {
		checked++
		text, err := fs.ReadFile(docs, at.File)
		if err != nil {
			t.Fatalf("%s is at %s: %v", what, at, err)
		}
		lines := strings.Split(string(text), "\n")
		line := []rune(lines[at.Start.Line-1])
		here := strings.TrimLeft(string(line[at.Start.Column-1:]), `"'`)
		if offset := string(text[at.Start.Offset:]); !strings.HasPrefix(strings.TrimLeft(offset, `"'`), here) {
			t.Errorf("%s: line and column of %s are not at its offset", what, at)
		}
		// The older form names its components where it copies them.
		here = strings.TrimPrefix(here, "#/components/schemas/")
		if !strings.HasPrefix(strings.ToLower(here), strings.ToLower(want)) {
			t.Errorf("%s is said to stand at %s, where %.40q does", what, at, here)
		}
	}
	for _, m := range api.Methods {
		check(m.ID, m.Span, m.Verb)
	}
	for _, n := range api.Types {
		if n.Type.Kind != model.KindObject {
			continue
		}
		for _, f := range n.Type.Fields {
			check(n.ID+"."+f.Name, f.Span, f.Name)
		}
		if !n.Anonymous {
			check(n.ID, n.Span, n.Name)
		}
	}
	for _, s := range api.Servers {
		if strings.Contains(s.URL, "://") && s.Span.IsZero() {
			t.Errorf("the server %s stands nowhere", s.URL)
		}
	}
	if checked == 0 && len(api.Resources) > 0 {
		t.Error("nothing was looked at")
	}
}
