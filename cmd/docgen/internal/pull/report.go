package pull

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/release"
)

// manifest lists the pages that the snapshot has.
func (c *crawler) manifest() *Manifest {
	m := &Manifest{Schema: release.Pin(SchemaURL), Version: manifestVersion, URL: c.scope.String(), Incomplete: c.stopped, Pages: []Entry{}}
	for _, o := range c.outcomes {
		if o.stored() {
			m.Pages = append(m.Pages, o.entry)
		}
	}
	m.sort()
	return m
}

func (c *crawler) report(m *Manifest) *Report {
	r := &Report{Dir: c.store.show(c.store.target), Pages: len(m.Pages), Findings: c.allFindings(), Notes: c.allNotes()}
	have := map[string]bool{}
	for _, e := range m.Pages {
		have[e.File] = true
	}
	for _, e := range c.store.last {
		if !have[e.File] {
			r.Removed++
		}
	}
	for _, o := range c.outcomes {
		switch {
		case o.kept:
			r.Kept++
		case o.kind == gotPage && o.same:
			r.Unchanged++
		case o.kind == gotPage:
			r.Fetched++
		}
	}
	return r
}

// allNotes returns what the user should know of how the pull was understood.
func (c *crawler) allNotes() []string {
	if len(c.outside) == 0 {
		return c.notes
	}
	folders := map[string]int{}
	for at := range c.outside {
		folders[asFolder(path.Dir(at))]++
	}
	names := slices.SortedFunc(maps.Keys(folders), func(a, b string) int {
		return cmp.Or(cmp.Compare(folders[b], folders[a]), cmp.Compare(a, b))
	})
	const shown = 5
	if len(names) > shown {
		names = append(names[:shown], "…")
	}
	return append(slices.Clone(c.notes), fmt.Sprintf("left out: pages outside of %s that an index lists: %d in %s; choose another folder with --under",
		c.scope, len(c.outside), strings.Join(names, ", ")))
}

func (c *crawler) allFindings() []Finding {
	var out []Finding
	for f := range c.findings {
		out = append(out, f)
	}
	for _, o := range c.outcomes {
		if f, ok := c.finding(o); ok {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.URL, b.URL), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Reason, b.Reason))
	})
	return out
}

// finding says what is wrong with an outcome. Prose may mention what is no
// Markdown page; an index must not, and neither must a link to a .md file.
func (c *crawler) finding(o outcome) (Finding, bool) {
	f := Finding{o.url, Kind(o.kind), o.reason}
	switch {
	case o.kind == gotPage:
		return f, false
	case o.kind == gotMoved:
		return Finding{o.url, Refused, endless}, c.circles(o)
	case o.unasked:
		return f, false // the limit is a finding itself
	case o.kept:
		f.Reason += "; the page of before is kept"
		return f, true
	case c.listed[o.key] || c.named[o.key]:
		return f, true
	}
	return f, o.kind != gotMissing && !o.html
}

// circles reports whether redirects lead from page to page for ever.
func (c *crawler) circles(o outcome) bool {
	for passed := map[string]bool{}; o.kind == gotMoved; o = c.outcomes[o.links[0].key] {
		if passed[o.key] {
			return true
		}
		passed[o.key] = true
	}
	return false
}
