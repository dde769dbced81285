package parser_test

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

// TestEachDialectAlone reads the pages of each dialect of the cases about
// fusing as if there were no others: each gives a model of its own, and pages
// of other dialects are in none, wherever they lie.
func TestEachDialectAlone(t *testing.T) {
	paths, err := filepath.Glob("../testdata/parser/fuse-*.txtar")
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d cases about fusing: %v", len(paths), err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		pages := pagesOf(t, archive)
		for _, name := range dialectsOf(t, pages) {
			t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar")+"/"+name, func(t *testing.T) {
				api, diags := parseDialect(t, pages, name)
				if methods, want := countMethods(api), methodPages(pages, name); methods < 1 || want > 0 && methods != want {
					t.Errorf("%d methods of %d pages", methods, want)
				}
				for _, p := range api.Pages {
					if p.Dialect != name || p.Bytes.Unread > 0 {
						t.Errorf("%s: dialect %s, %d bytes unread", p.Path, p.Dialect, p.Bytes.Unread)
					}
				}
				if n := diags.Count(diag.Error); n > 0 {
					t.Errorf("%d errors:\n%s", n, diagsText(diags))
				}
				modelText(t, api)
			})
		}
	}
}

func parseDialect(t *testing.T, pages fstest.MapFS, dialect string) (*model.API, diag.List) {
	t.Helper()
	api, diags, err := parser.Parse(context.Background(), pages, parser.Options{Dialects: []string{dialect}})
	if err != nil {
		t.Fatal(err)
	}
	return api, diags
}

// dialectsOf are the dialects that a folder holds by what its pages say.
func dialectsOf(t *testing.T, pages fstest.MapFS) []string {
	t.Helper()
	api, _, err := parser.Parse(context.Background(), pages, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, p := range api.Pages {
		folder, _, _ := strings.Cut(p.Path, "/")
		// A page in the folder of another dialect is left out unread.
		if p.Dialect == folder || p.Dialect == "http" {
			found[p.Dialect] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// methodPages counts the pages in the folder of a dialect, each with a method.
func methodPages(pages fstest.MapFS, dialect string) (n int) {
	for path := range pages {
		if strings.HasPrefix(path, dialect+"/") {
			n++
		}
	}
	return n
}

func countMethods(api *model.API) (n int) {
	api.Methods(func(*model.Resource, *model.Method) bool { n++; return true })
	return n
}
