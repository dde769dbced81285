package diff_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser"
)

// TestCases compares the two revisions of each case: pages in, facts out.
func TestCases(t *testing.T) {
	testutil.Cases(t, "../../testdata/diff/*.txtar", func(t *testing.T, c *testutil.Case) {
		old, now := parse(t, c.Archive, "old/"), parse(t, c.Archive, "new/")
		c.Want(t, "want", facts(diff.Compare(old, now)))
		checkBackwards(t, old, now)
		for _, api := range []*model.API{old, now} {
			if same := facts(diff.Compare(api, api)); same != "" {
				t.Errorf("a side differs from itself:\n%s", same)
			}
		}
	})
}

func parse(t *testing.T, a *txtar.Archive, prefix string) *model.API {
	t.Helper()
	docs := fstest.MapFS{}
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, prefix); ok {
			docs[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	api, _, err := parser.Parse(t.Context(), docs, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return api
}

// facts is a comparison as lines.
func facts(c *diff.Comparison) string {
	var b strings.Builder
	for _, x := range c.Changes {
		fmt.Fprintf(&b, "%s %v %s%s%s %s %q %q reach %v", x.Kind, x.In, x.Resource, x.Method, x.Type, x.At, x.Old, x.New, x.Reach)
		if len(x.In) > 1 {
			fmt.Fprintf(&b, " requests %v responses %v", x.Requests, x.Responses)
		}
		if x.Inferred {
			b.WriteString(" inferred")
		}
		b.WriteString("\n")
		for _, l := range x.Locations[1:] {
			fmt.Fprintf(&b, "\talso %s%s%s %s %q %q\n", l.Resource, l.Method, l.Type, l.At, l.Old, l.New)
		}
	}
	for _, x := range c.Texts {
		fmt.Fprintf(&b, "%s %s%s%s %s\n", x.Kind, x.Resource, x.Method, x.Type, x.At)
	}
	for _, fact := range slices.Sorted(maps.Keys(c.Unstated)) {
		fmt.Fprintf(&b, "unstated %s %d\n", fact, c.Unstated[fact])
	}
	return b.String()
}
