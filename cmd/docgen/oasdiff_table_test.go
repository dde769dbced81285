package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// A comparison is what two programs say of the same two revisions.
type comparison struct {
	ours, theirs []wireFact
	entries      int // of oasdiff's changelog
	findings     []diff.Finding
	unstated     map[model.Fact]int
	apart        map[what]map[string]bool // names that unstated explains
	streams      map[string]bool          // methods that stream
	before       map[string]string        // how methods with another name were called
}

// same reports whether their fact is our fact. What we say of a declared type
// as such has no member, and an alternative without a name no value.
func (c *comparison) same(theirs, ours wireFact) bool {
	named := theirs.name == ours.name || (theirs.name == "" || ours.name == "") && ours.value != ""
	return c.sameMethod(theirs, ours) && theirs.in == ours.in && theirs.what == ours.what && named &&
		(theirs.value == ours.value || ours.value == "")
}

func (c *comparison) sameMethod(theirs, ours wireFact) bool {
	return theirs.operation == ours.operation || theirs.operation == c.before[ours.operation]
}

// weSay reports whether we say one of these of the method of their fact.
func (c *comparison) weSay(theirs wireFact, whats ...what) bool {
	return slices.ContainsFunc(c.ours, func(f wireFact) bool {
		return slices.Contains(whats, f.what) && c.sameMethod(theirs, f) && f.in == theirs.in
	})
}

// weSayThere is weSay of the same member.
func (c *comparison) weSayThere(theirs wireFact, whats ...what) bool {
	return slices.ContainsFunc(c.ours, func(f wireFact) bool {
		return slices.Contains(whats, f.what) && c.sameMethod(theirs, f) && f.in == theirs.in && (f.name == theirs.name || f.name == "")
	})
}

// theySayThere reports whether oasdiff says one of these of the member of our fact.
func (c *comparison) theySayThere(ours wireFact, whats ...what) bool {
	return slices.ContainsFunc(c.theirs, func(f wireFact) bool {
		return slices.Contains(whats, f.what) && c.sameMethod(f, ours) && f.in == ours.in && (f.name == ours.name || ours.name == "")
	})
}

// table is how the programs agree, as Markdown. What has no cause fails the test.
func (c *comparison) table(t *testing.T) string {
	t.Helper()
	theirs, ours := distinct(c.theirs), distinct(c.ours)
	var both int
	only, severities := map[string]int{}, map[string]int{}
	for _, f := range theirs {
		i := slices.IndexFunc(ours, func(g wireFact) bool { return c.same(f, g) })
		if i >= 0 {
			both++
			if f.severity != ours[i].severity {
				severities[fmt.Sprintf("%s | %s | %s", f.says, f.severity, ours[i].severity)]++
			}
			continue
		}
		only["only oasdiff: "+c.explain(t, "oasdiff", onlyOasdiff, f)]++
	}
	for _, f := range ours {
		if !slices.ContainsFunc(theirs, func(g wireFact) bool { return c.same(g, f) }) {
			only["only docgen: "+c.explain(t, "docgen", onlyDocgen, f)]++
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "| | count |\n|---|---|\n")
	fmt.Fprintf(&b, "| entries of oasdiff / findings of docgen | %d / %d |\n", c.entries, len(c.findings))
	fmt.Fprintf(&b, "| the same facts, one for each method and position | %d / %d |\n", len(theirs), len(ours))
	fmt.Fprintf(&b, "| both say | %d |\n", both)
	for _, cause := range slices.Sorted(maps.Keys(only)) {
		fmt.Fprintf(&b, "| %s | %d |\n", cause, only[cause])
	}
	fmt.Fprintf(&b, "\n| judged differently | oasdiff | docgen | count |\n|---|---|---|---|\n")
	for _, s := range slices.Sorted(maps.Keys(severities)) {
		fmt.Fprintf(&b, "| %s | %d |\n", s, severities[s])
	}
	return b.String()
}

// distinct drops repeats: both programs meet a shared type in several places.
func distinct(facts []wireFact) []wireFact {
	seen := map[wireFact]bool{}
	return slices.DeleteFunc(slices.Clone(facts), func(f wireFact) bool {
		f.severity, f.says = "", ""
		was := seen[f]
		seen[f] = true
		return was
	})
}

func (c *comparison) explain(t *testing.T, who string, causes []cause, f wireFact) string {
	t.Helper()
	for _, cause := range causes {
		if cause.fits(c, f) {
			return cause.name
		}
	}
	t.Errorf("only %s says: %s %s: %s %q %q (%s)", who, f.operation, f.in, f.what, f.name, f.value, f.says)
	return "unknown"
}
