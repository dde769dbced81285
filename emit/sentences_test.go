package emit_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser"
)

// TestSentences demands a sentence of its own for each type, constant, function and
// method that a package exports.
func TestSentences(t *testing.T) {
	for _, docs := range []string{"harbor", "harbor-next", "orchard", "ferry", "talk"} {
		t.Run(docs, func(t *testing.T) { checkSentences(t, "../testdata/"+docs) })
	}
}

// TestCorpusSentences demands the same of published pages, of whose dialects http is
// enough.
func TestCorpusSentences(t *testing.T) {
	testutil.Slow(t, "renders large packages")
	formats := []string{"tables/bybit", "tables/discord", "tables/gitlab-14.10", "tables/gitlab-9-2017", "embedded/kalshi"}
	for _, docs := range append([]string{"openai-rendered/2026-06-27"}, corpustest.HTTP...) {
		t.Run(docs, func(t *testing.T) { checkSentences(t, corpustest.Dir(t, docs)) })
	}
	for _, docs := range formats {
		t.Run(docs, func(t *testing.T) {
			dir := filepath.Join(corpustest.Dir(t, ""), "..", "formats", docs)
			if _, err := os.Stat(dir); err != nil && os.Getenv("DOCGEN_CORPUS_REQUIRED") == "" {
				t.Skip("no such pages: ", err)
			}
			checkSentences(t, dir)
		})
	}
}

func checkSentences(t *testing.T, docs string) {
	t.Helper()
	api, _, err := parser.Parse(t.Context(), os.DirFS(docs), parser.Options{Dialects: []string{"http"}})
	if err != nil {
		t.Fatal(err)
	}
	set, _, err := emit.Go(t.Context(), api, emit.Options{Package: "api"})
	if err != nil {
		t.Fatal(err)
	}
	without, err := testutil.Undocumented(set)
	if err != nil {
		t.Fatal(err)
	}
	for _, what := range without[:min(len(without), 20)] {
		t.Errorf("%s has no sentence of its own", what)
	}
}

func TestUndocumentedBites(t *testing.T) {
	got, err := testutil.Undocumented(map[string][]byte{"a_test.go": []byte("package x\n\ntype T int"), "a.go": []byte(`package x

// A is a JSON object.
type A struct{}

// B is the b of A.
type B struct{}

func (B) MarshalJSON() {}

func (b *B) Do() {}

func Make() {}

func (hidden) Do() {}

const (
	C = 1
	D = 2 // a d
)
`)})
	if want := []string{"a.go: .Make", "a.go: A", "a.go: B.Do", "a.go: C"}; err != nil || len(got) != 4 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] || got[3] != want[3] {
		t.Errorf("found %q, %v", got, err)
	}
}
