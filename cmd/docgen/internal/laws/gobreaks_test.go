package laws_test

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/cmd/docgen/internal/laws"
	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser"
)

// TestGoBreaksAreTold mixes up lines of pages and demands an entry for all by which code may
// no longer compile. Where no fact of the pages is behind it, which is where other structures
// are one Go type now or types have other names, it is one about Go alone; these are few.
func TestGoBreaksAreTold(t *testing.T) {
	testutil.Slow(t, "compares many pairs of revisions")
	sets := archivedDocs(t)
	for _, name := range []string{"harbor", "bakery", "ferry", "orchard", "radio"} {
		sets[name] = os.DirFS("../../../../testdata/" + name)
	}
	pairs, alone := 0, 0
	for name, docs := range sets {
		for mix := uint64(100); mix <= 200; mix += 100 {
			before, after := readMixed(t, docs, 0), readMixed(t, docs, mix)
			if before == nil || after == nil {
				continue
			}
			pairs++
			explained := explainPair(t, before, after)
			alone += len(explained.Entries())
			for _, c := range explained.Unexplained {
				if c.Breaks() {
					t.Errorf("%s, mixed by %d: no entry tells of %+v", name, mix, c)
				}
			}
		}
	}
	t.Logf("%d entries about Go alone in %d pairs of revisions", alone, pairs)
	if pairs < 500 || alone > pairs/30 {
		t.Errorf("%d entries about Go alone in %d pairs of revisions", alone, pairs)
	}
}

// readMixed reads pages of which every other one was mixed up, or all as they are; nil where
// that gives no API.
func readMixed(t *testing.T, docs fs.FS, mix uint64) *model.API {
	t.Helper()
	mixed := fstest.MapFS{}
	err := fs.WalkDir(docs, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(docs, name)
		if mix > 0 {
			if mix++; mix%2 == 0 {
				text = laws.Mixed(text, mix)
			}
		}
		mixed[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	api, _, err := parser.Parse(t.Context(), mixed, parser.Options{})
	if err != nil {
		return nil
	}
	return api
}

// explainPair compares two revisions, with the names of the first kept in the second.
func explainPair(t *testing.T, before, after *model.API) *goapi.Explanation {
	t.Helper()
	found := diff.Compare(before, after)
	old, kept, err := sideOf(before)
	if err != nil {
		t.Fatal(err)
	}
	now, _, err := sideOf(after, kept)
	if err != nil {
		t.Fatal(err)
	}
	return goapi.Explain(old, now, rules.Default().Classify(found.Changes), found.Unstated)
}
