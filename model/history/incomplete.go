package history

import (
	"fmt"
	"slices"
	"strings"
)

// An incompleteness is what is known of what a revision lacks.
type incompleteness struct {
	// reasons are why, each in one line; none of a whole revision.
	reasons []string
	// all says that anything may be missing, pages that some are, and methods and types
	// which by their IDs.
	all, pages     bool
	methods, types map[string]bool
}

// of reports whether what belongs to a root may be missing, not removed.
func (c *incompleteness) of(root Root) bool {
	if c.all || c.pages || c.methods[root.Method] || c.types[root.Type] {
		return true
	}
	for id := range c.methods { // a resource lacks a method that it had
		if root.Resource != "" && strings.HasPrefix(id, root.Resource+".") {
			return true
		}
	}
	return false
}

// incompletenesses returns what each revision lacks. A doubt that the revision before
// has too is no reason: a link of an index that nobody repairs is no news.
func incompletenesses(revisions []Revision) []incompleteness {
	out := make([]incompleteness, len(revisions))
	for i, r := range revisions {
		c := incompleteness{methods: map[string]bool{}, types: map[string]bool{}}
		for _, d := range r.Doubts {
			if i > 0 && slices.ContainsFunc(revisions[i-1].Doubts, func(other Doubt) bool { return other.Reason == d.Reason }) {
				continue
			}
			c.reasons = append(c.reasons, d.Reason)
			c.all = c.all || len(d.Methods)+len(d.Types) == 0
			for _, id := range d.Methods {
				c.methods[id] = true
			}
			for _, id := range d.Types {
				c.types[id] = true
			}
		}
		if i > 0 && i < len(revisions)-1 {
			if lacks := lacking(revisions[i-1].Pages, r.Pages, revisions[i+1].Pages); len(lacks) > 0 {
				c.pages = true
				c.reasons = append(c.reasons, fmt.Sprintf("it lacks %s that the revisions before and after have: %s", pages(len(lacks)), listed(lacks)))
			}
		}
		out[i] = c
	}
	return out
}

// lacking returns the pages that a revision lacks and both its neighbours have. All
// are sorted.
func lacking(before, pages, after []string) (out []string) {
	for _, p := range before {
		if _, here := slices.BinarySearch(pages, p); here {
			continue
		}
		if _, there := slices.BinarySearch(after, p); there {
			out = append(out, p)
		}
	}
	return out
}

func pages(n int) string {
	if n == 1 {
		return "a page"
	}
	return fmt.Sprintf("%d pages", n)
}

// listed is the first few of many names.
func listed(names []string) string {
	const most = 5
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}
