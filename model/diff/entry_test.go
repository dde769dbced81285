package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/parser"
)

// manyAlternatives is a page of a method that returns a union of n alternatives, each
// with members of its own and those that all have. declared gives each a name.
func manyAlternatives(n int, declared bool, members ...string) fstest.MapFS {
	var b strings.Builder
	b.WriteString("## List\n\n**get** `/v1/activities`\n\n### Returns\n\n- `data: array of Activity`\n\n")
	for i := range n {
		title := ""
		if declared {
			title = fmt.Sprintf("Activity%dHappened = ", i)
		}
		fmt.Fprintf(&b, "  - `%sobject { type, own_%d }`\n\n", title, i)
		fmt.Fprintf(&b, "    - `type: \"activity_%d\"`\n\n      - `\"activity_%d\"`\n\n    - `own_%d: string`\n\n      What only activity %d has.\n\n", i, i, i, i)
		for _, m := range members {
			fmt.Fprintf(&b, "    - `%s: string`\n\n      The %s of activity %d.\n\n", m, m, i)
		}
	}
	return fstest.MapFS{"activities/list.md": &fstest.MapFile{Data: []byte(b.String())}}
}

func read(t *testing.T, docs fstest.MapFS) *model.API {
	t.Helper()
	api, _, err := parser.Parse(t.Context(), docs, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return api
}

// TestManyAlternatives demands one entry for each of the members that all alternatives
// of a union get, whatever is said of it in each, with all alternatives by name.
func TestManyAlternatives(t *testing.T) {
	const n = 120
	members := []string{"actor", "actor_ip", "org", "org_name", "region", "request", "session", "version"}
	for _, declared := range []bool{false, true} {
		before, after := read(t, manyAlternatives(n, declared)), read(t, manyAlternatives(n, declared, members...))
		found := diff.Compare(before, after)
		if len(found.Changes) != len(members) {
			t.Fatalf("%d entries, want %d", len(found.Changes), len(members))
		}
		for i, c := range found.Changes {
			var at []string
			for _, l := range c.Locations {
				at = append(at, l.Type+" "+l.At)
				if !strings.HasSuffix(l.At, members[i]) || l.NewSpan.IsZero() {
					t.Errorf("%s is at %s, %s", members[i], l.At, l.NewSpan)
				}
			}
			slices.Sort(at)
			if len(slices.Compact(at)) != n {
				t.Errorf("%s: %d locations, want %d that differ", members[i], len(slices.Compact(at)), n)
			}
			if !slices.Equal(c.Reach, []string{"activities.list"}) {
				t.Errorf("%s reaches %v", members[i], c.Reach)
			}
		}
		checkBackwards(t, before, after)
	}
}

// TestNarrow demands that a change with some of its locations tells of those alone.
func TestNarrow(t *testing.T) {
	found := diff.Compare(read(t, manyAlternatives(3, false)), read(t, manyAlternatives(3, false, "org")))
	c := found.Changes[0]
	left, ok := c.Narrow(func(l diff.Location) bool { return strings.Contains(l.At, "activity_1") })
	if !ok || len(left.Locations) != 1 || left.At != c.Locations[1].At || len(left.Subjects) != 1 {
		t.Errorf("%v, want the second alternative of %v", left, c)
	}
	if same, ok := c.Narrow(func(diff.Location) bool { return true }); !ok || len(same.Locations) != 3 {
		t.Errorf("%v, want all of %v", same, c)
	}
	if _, ok := c.Narrow(func(diff.Location) bool { return false }); ok {
		t.Error("a change without locations is left")
	}
}

// TestEqualStructuresHaveTheirOwnPositions demands that what changes in a type or in a body
// stands on the page of that, though an equal structure of another page is the same one.
func TestEqualStructuresHaveTheirOwnPositions(t *testing.T) {
	for name, pages := range map[string]map[string]string{
		"structures": {"AnchorSetup": "anchors/create.md", "WinchSetup": "winches/create.md"},
		"bodies":     {"lifts.create": "lifts/create.md", "lifts.batches.create": "lifts/batches/create.md"},
	} {
		a, err := txtar.ParseFile("../../testdata/diff/place-of-equal-" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		found := diff.Compare(parse(t, a, "old/"), parse(t, a, "new/"))
		if len(found.Changes) != 1 || len(found.Changes[0].Locations) != 2 {
			t.Fatalf("%v, want one change at two places", found.Changes)
		}
		for _, l := range found.Changes[0].Locations {
			if page := pages[l.Type+l.Method]; l.OldSpan.File != page || l.NewSpan.File != page {
				t.Errorf("%s stands at %s and %s, want %s", l.Type+l.Method, l.OldSpan, l.NewSpan, page)
			}
		}
	}
}

// TestMembersOfEqualBodies demands that a member of a body stands where its own method lists
// it, though the body of another method is the same structure.
func TestMembersOfEqualBodies(t *testing.T) {
	a, err := txtar.ParseFile("../../testdata/diff/place-of-members-of-equal-bodies.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range diff.Compare(parse(t, a, "old/"), parse(t, a, "new/")).Changes {
		for _, l := range c.Locations {
			got = append(got, fmt.Sprintf("%s %s:%d %s:%d", l.At, l.OldSpan.File, l.OldSpan.Start.Line, l.NewSpan.File, l.NewSpan.Start.Line))
		}
	}
	want := []string{
		"body.name cranes/list.md:7 cranes/list.md:7", "body.name tugs/list.md:7 tugs/list.md:9",
		"body.pull cranes/list.md:1 cranes/list.md:11", "body.pull tugs/list.md:1 tugs/list.md:13",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q, want\n%q", got, want)
	}
}
