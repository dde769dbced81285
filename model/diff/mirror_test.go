package diff_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
	"github.com/docgen-go/docgen/parser"
)

// TestBackwards demands that comparing the other way round finds the opposite
// of each change and no other. TestCases demands it of its cases.
func TestBackwards(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.ID, func(t *testing.T) {
			checkBackwards(t, parse(t, pages(r.Before), ""), parse(t, pages(r.After), ""))
		})
	}
}

// pages are the files of a rule's example.
func pages(example string) *txtar.Archive {
	if !strings.HasPrefix(example, "-- ") {
		example = "-- parcels/create.md --\n## Create\n\n**post** `/v1/parcels`\n\n" + example
	}
	return txtar.Parse([]byte(example))
}

// TestCorpusBackwards demands the same of published revisions.
func TestCorpusBackwards(t *testing.T) {
	var sides []*model.API
	for _, name := range []string{"anthropic/2026-04-24", "anthropic/2026-06-11", "anthropic-next"} {
		api, _, err := parser.Parse(t.Context(), os.DirFS(corpustest.Dir(t, name)), parser.Options{Dialects: []string{"http"}})
		if err != nil {
			t.Fatal(err)
		}
		sides = append(sides, api)
	}
	t.Run("generation", func(t *testing.T) { checkBackwards(t, sides[0], sides[1]) })
	t.Run("other", func(t *testing.T) { checkBackwards(t, sides[1], sides[2]) })
}

func checkBackwards(t *testing.T, before, after *model.API) {
	t.Helper()
	there, back := diff.Compare(before, after), diff.Compare(after, before)
	want, got := map[string]int{}, map[string]int{}
	for _, c := range there.Changes {
		want[essence(opposite(t, c))]++
	}
	for _, c := range back.Changes {
		got[essence(c)]++
	}
	for _, k := range slices.Sorted(maps.Keys(want)) {
		if want[k] != got[k] {
			t.Errorf("the opposite of a change is there %d times, want %d: %s", got[k], want[k], k)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(got)) {
		if want[k] == 0 {
			t.Errorf("only backwards: %s", k)
		}
	}
	if len(there.Texts) != len(back.Texts) || !maps.Equal(there.Unstated, back.Unstated) {
		t.Errorf("%d and %d texts, %v and %v unstated", len(there.Texts), len(back.Texts), there.Unstated, back.Unstated)
	}
}

// opposite is what a change is called when it is read backwards.
func opposite(t *testing.T, c diff.Change) diff.Change {
	t.Helper()
	kind := c.Kind
	for _, r := range rules.All() {
		if r.Kind != kind {
			continue
		}
		mirror, ok := rules.Lookup(r.Mirror)
		if !ok {
			t.Errorf("%s has no mirror", r.ID)
		}
		c.Kind = mirror.Kind
	}
	c.Old, c.New = c.New, c.Old
	c.OldSpan, c.NewSpan = c.NewSpan, c.OldSpan
	c.Locations = slices.Clone(c.Locations)
	for i := range c.Locations {
		p := &c.Locations[i]
		p.Old, p.New, p.OldSpan, p.NewSpan = p.New, p.Old, p.NewSpan, p.OldSpan
	}
	return c
}

// essence is a change without what depends on the direction: names of methods,
// types and members are those of the new side, and which place is the first.
func essence(c diff.Change) string {
	var locations []string
	for _, p := range c.Locations {
		locations = append(locations, fmt.Sprintf("%s %s %q %q reach %d", p.OldSpan, p.NewSpan, p.Old, p.New, len(p.Reach)))
	}
	slices.Sort(locations)
	return fmt.Sprintf("%s %v reach %d inferred %t %v", c.Kind, c.In, len(c.Reach), c.Inferred, locations)
}
