package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/history"
	"github.com/docgen-go/docgen/parser"
)

// TestCorpusHistory makes revisions of two published ones, thirty in a full run, in steps
// of pages that come with the newer one, with a revision that lacks pages and a page that
// flaps. What it says of 200 facts drawn at random is held against the text of the pages,
// and reading all again reads nothing.
func TestCorpusHistory(t *testing.T) {
	before, after := httpPages(t, "anthropic/2026-04-24"), httpPages(t, "anthropic/2026-06-11")
	t.Setenv(cache.Env, t.TempDir())
	t.Setenv("CI", "")
	n := 8
	if isFullRun() {
		n = 30
	}
	revisions, lackingStep := steps(before, after, n), lackingStep(n)
	dir := t.TempDir()
	for i, pages := range revisions {
		for name, text := range pages {
			write(t, filepath.Join(dir, fmt.Sprintf("2026-05-%02d", i+1), filepath.FromSlash(name)), string(text))
		}
	}
	s := &session{ctx: t.Context(), stdout: io.Discard, stderr: io.Discard, progress: newProgress(io.Discard), dialects: []string{"http"}}
	defer s.close()
	first, h, err := s.history([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	if first.reads != len(revisions) {
		t.Errorf("%d revisions took %d readings", len(revisions), first.reads)
	}
	second, _, err := s.history([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	if second.reads != 0 {
		t.Errorf("the second run took %d readings", second.reads)
	}
	if len(h.Revisions[lackingStep].Incomplete) == 0 {
		t.Error("the revision that lacks pages is not marked")
	}
	for _, i := range []int{lackingStep, lackingStep + 1} {
		for _, c := range h.Revisions[i].Changes {
			if slices.Contains([]diff.Kind{diff.MethodAdded, diff.MethodRemoved, diff.ResourceAdded, diff.ResourceRemoved}, c.Kind) && hasPages(revisions[lackingStep-1], c.Resource+c.Method) {
				t.Errorf("revision %s: %s %s: %s", h.Revisions[i].Name, c.Method, c.Resource, c.Message)
			}
		}
	}
	checkSince(t, h, revisions)
}

// hasPages reports whether a revision has pages of a method or a resource, by its ID.
func hasPages(pages map[string][]byte, id string) bool {
	folder := strings.ReplaceAll(id, ".", "/")
	for name := range pages {
		if name == folder+".md" || strings.HasPrefix(name, folder+"/") {
			return true
		}
	}
	return false
}

// isFullRun reports whether tests are to take what time they need.
func isFullRun() bool { return os.Getenv("DOCGEN_FULL") != "" }

// lackingStep is which of n revisions lacks pages, and flappingStep which has an old one.
func lackingStep(n int) int  { return 2 * n / 3 }
func flappingStep(n int) int { return n - 2 }

// httpPages are the pages of a published revision that are in no dialect's folder.
func httpPages(t *testing.T, name string) map[string][]byte {
	t.Helper()
	docs, out := os.DirFS(corpustest.Dir(t, name)), map[string][]byte{}
	err := fs.WalkDir(docs, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && slices.Contains(parser.Dialects(), e.Name()):
			return fs.SkipDir
		case e.IsDir() || path.Ext(name) != ".md":
			return nil
		}
		out[name], err = fs.ReadFile(docs, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// steps are n revisions from one set of pages to another, page by page in the order of
// their names. One revision lacks every ninth page, and one page of the first revision
// is back for one revision after it was replaced.
func steps(before, after map[string][]byte, n int) []map[string][]byte {
	all := maps.Clone(before)
	maps.Copy(all, after)
	names := slices.Sorted(maps.Keys(all))
	out := make([]map[string][]byte, n)
	for i := range out {
		pages := map[string][]byte{}
		for j, name := range names {
			from := before
			if j*(n-1) < i*len(names) {
				from = after
			}
			if i == flappingStep(n) && name == "messages/create.md" {
				from = before
			}
			if text, ok := from[name]; ok && (i != lackingStep(n) || j%9 != 0) {
				pages[name] = text
			}
		}
		out[i] = pages
	}
	return out
}

// checkSince holds the age of items that are drawn at random against how often their
// names stand on the pages of each revision as those of a member, a parameter or a
// value: they came with a revision that has more of them, and not before the first.
func checkSince(t *testing.T, h *history.History, revisions []map[string][]byte) {
	t.Helper()
	var old, later []*history.Item
	for _, item := range h.Items {
		switch {
		case len(item.Path) == 0 || item.Inferred || mixedType.MatchString(item.Root.Type):
		case item.Since == 0:
			old = append(old, item)
		default:
			later = append(later, item)
		}
	}
	random, faults := rand.New(rand.NewPCG(1, 2)), 0
	for _, items := range [][]*history.Item{old, later} {
		random.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		checked, unseen := 0, 0
		for _, item := range items {
			if checked == 100 {
				break
			}
			counts, counted := make([]int, len(revisions)), map[*byte]int{}
			for i, pages := range revisions {
				counts[i] = occurrences(pages, item, counted)
			}
			if slices.Max(counts) == 0 {
				unseen++ // only examples have it
				continue
			}
			if slices.Max(counts) > 100 {
				continue // pages that are replaced at the same step bring and take others of the name
			}
			checked++
			switch since := item.Since; {
			case since == 0 && counts[0] == 0:
				faults++
				t.Logf("%s should be in the first revision, whose pages do not have it", item.ID)
			case since > 0 && counts[since] <= counts[since-1]:
				faults++
				t.Logf("%s came with revision %d, whose pages have it %d times, and those before %d times", item.ID, since, counts[since], counts[since-1])
			}
		}
		if checked < 100 || unseen > 10 {
			t.Errorf("%d items were checked, %d are on no page by name", checked, unseen)
		}
	}
	if faults > 2 { // what a page gains can be hidden by what another one of the step loses
		t.Errorf("%d of 200 items are not as the pages say", faults)
	}
}

// mixedType is a type that shares its name with another one, because pages of two revisions
// stand side by side here.
var mixedType = regexp.MustCompile(`\.[0-9a-f]{4}$`)

// occurrences counts how often the last name of an item stands on pages as what it is.
// The texts are those of two revisions, each of which is counted once.
func occurrences(pages map[string][]byte, item *history.Item, counted map[*byte]int) int {
	last := item.Path[len(item.Path)-1].Name
	pattern := regexp.MustCompile("`\"?" + regexp.QuoteMeta(last) + "\"?:")
	if item.Kind == history.Value {
		pattern = regexp.MustCompile(regexp.QuoteMeta(last) + "[`, ]")
	}
	n := 0
	for _, text := range pages {
		if len(text) == 0 {
			continue
		}
		found, ok := counted[&text[0]]
		if !ok {
			if bytes.Contains(text, []byte(last)) {
				found = len(pattern.FindAll(text, -1))
			}
			counted[&text[0]] = found
		}
		n += found
	}
	return n
}
