package parser_test

import (
	"context"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

const testdata = "../testdata/"

// TestHarbor holds the parser to what a person says of the whole made-up API.
func TestHarbor(t *testing.T) {
	want, err := os.ReadFile(testdata + "harbor-facts.txt")
	if err != nil {
		t.Fatal(err)
	}
	checkFacts(t, string(want), parseFolder(t, "harbor"))
}

// TestGenerations reads the same methods in three generations: but for what a
// generation cannot say, they mean the same.
func TestGenerations(t *testing.T) {
	for _, folder := range []string{"harbor-old", "harbor-next"} {
		t.Run(folder, func(t *testing.T) {
			want, got := sameMethods(t, folder)
			compareFacts(t, comparable(want), comparable(got))
		})
	}
}

// TestLayouts reads the same methods from folders that are laid out otherwise.
func TestLayouts(t *testing.T) {
	for _, folder := range []string{"harbor-tree", "harbor-flat"} {
		t.Run(folder, func(t *testing.T) {
			want, got := sameMethods(t, folder)
			compareFacts(t, want, got)
		})
	}
}

func parseFolder(t *testing.T, folder string) []string {
	t.Helper()
	_, facts := parsePages(t, folder, func(string) bool { return true })
	return facts
}

// sameMethods reads the method pages of a folder and those of the same methods
// in harbor, because resource pages of a subset declare fewer types.
func sameMethods(t *testing.T, folder string) (want, got []string) {
	t.Helper()
	api, got := parsePages(t, folder, func(path string) bool {
		return isMethodPage(folder, path)
	})
	pages := map[string]bool{}
	api.Methods(func(_ *model.Resource, m *model.Method) bool {
		pages[strings.ReplaceAll(m.ID, ".", "/")+".md"] = true
		return true
	})
	if len(pages) < 5 {
		t.Fatalf("%s: only %d methods", folder, len(pages))
	}
	_, want = parsePages(t, "harbor", func(path string) bool { return pages[path] })
	return want, got
}

// isMethodPage tells pages of methods from those of resources, which have a
// folder beside them, or stand outside of the folder of methods.
func isMethodPage(folder, path string) bool {
	if strings.HasPrefix(path, "resources/") {
		return strings.Contains(path, "/methods/")
	}
	_, err := os.Stat(testdata + folder + "/" + strings.TrimSuffix(path, ".md"))
	return os.IsNotExist(err)
}

func parsePages(t *testing.T, folder string, keep func(path string) bool) (*model.API, []string) {
	t.Helper()
	root, kept := os.DirFS(testdata+folder), fstest.MapFS{}
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !keep(path) {
			return err
		}
		data, err := fs.ReadFile(root, path)
		kept[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	api, diags, err := parser.Parse(context.Background(), kept, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doubts := slices.DeleteFunc(slices.Clone(diags), func(d diag.Diagnostic) bool { return d.Severity == diag.Info })
	if len(doubts) > 0 {
		t.Errorf("%s: the pages are in order, but:\n%s", folder, diagsText(doubts))
	}
	return api, factsOf(api, diags)
}

// compareFacts compares two file diffs but for what names pages and counts them.
func compareFacts(t *testing.T, want, got []string) {
	t.Helper()
	if diff := cmp.Diff(ofKinds(want), ofKinds(got)); diff != "" {
		t.Errorf("facts (-harbor +other):\n%s", diff)
	}
}

var factKinds = []string{"body", "deprecated", "doc", "field", "fields", "method", "param", "request", "returns", "type"}

func ofKinds(facts []string) []string {
	return slices.DeleteFunc(slices.Clone(facts), func(f string) bool {
		kind, _, _ := strings.Cut(f, " ")
		return !slices.Contains(factKinds, kind)
	})
}

// What only some generations can say: nulls, limits, defaults, formats, kinds
// of numbers and times, the status of the answer.
var unsayable = strings.NewReplacer(
	"integer", "number", "date-time", "string", "date", "string",
	" nullable", "",
)

var (
	formatOf   = regexp.MustCompile(`\([a-z0-9-]+\)`)
	limitOf    = regexp.MustCompile(` (default|min|max|minlen|maxlen|pattern)=\S+`)
	limitProse = regexp.MustCompile(`(\\n\\n)?(Defaults to .[^ ]+.\.)? ?(Ranges from .[^ ]+. to .[^ ]+.\.)?"$`)
	statusOf   = regexp.MustCompile(`^(returns \S+) \d+`)
)

// comparable strips facts to what every generation says.
func comparable(facts []string) []string {
	out := make([]string, 0, len(facts))
	for _, f := range facts {
		kind, _, _ := strings.Cut(f, " ")
		switch kind {
		case "doc":
			if f = limitProse.ReplaceAllString(f, `"`); strings.HasSuffix(f, ` ""`) {
				continue
			}
		case "field", "param", "returns", "type":
			f = limitOf.ReplaceAllString(formatOf.ReplaceAllString(f, ""), "")
			f = unsayable.Replace(statusOf.ReplaceAllString(f, "$1"))
		}
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}
