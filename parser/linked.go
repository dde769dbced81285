package parser

import (
	"context"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// follow gives pages without a sign of their own to the format of the pages that
// link to them, page by page: a structure may be linked by nothing but another
// one. Where pages of several formats do, most links count.
func (r *run) follow(ctx context.Context) error {
	open := r.linkedOnly()
	if len(open) == 0 {
		return nil
	}
	links, err := r.links(ctx)
	if err != nil {
		return err
	}
	owner := map[*format.Page]int{}
	for f, reader := range r.readers {
		for _, p := range reader.pages {
			owner[p] = f
		}
	}
	for found := true; found; {
		found = false
		votes := r.votes(links, owner)
		for _, p := range open {
			if counts, ok := votes[p]; ok {
				owner[p], found = r.elect(p, counts), true
				r.give(p.Index, owner[p])
			}
		}
	}
	for _, p := range open {
		if _, ok := owner[p]; !ok && r.mayMiss(p) {
			r.reportUnlinked(p)
		}
	}
	r.sortPages()
	return nil
}

// linkedOnly are the pages that some format takes if its pages link to them.
func (r *run) linkedOnly() []*format.Page {
	var out []*format.Page
	for i, c := range r.claims {
		if _, sure := c.best(); sure == format.Linked {
			out = append(out, r.tree.Pages[i])
		}
	}
	return out
}

// links are the pages that each page links to.
func (r *run) links(ctx context.Context) ([][]*format.Page, error) {
	links := make([][]*format.Page, len(r.tree.Pages))
	err := r.workers.Each(ctx, len(links), func(w *format.Worker, i int) error {
		p := r.tree.Pages[i]
		if r.claims[i].by == nil {
			return nil
		}
		text, err := w.Open(p.Path)
		if err != nil {
			return err
		}
		links[i] = r.tree.Links(p, text.Bytes)
		return nil
	})
	return links, err
}

// votes counts the links from pages with an owner to pages without one, by the
// owner; a format that the page shows nothing of has no vote.
func (r *run) votes(links [][]*format.Page, owner map[*format.Page]int) map[*format.Page]map[int]int {
	out := map[*format.Page]map[int]int{}
	for i, targets := range links {
		f, ok := owner[r.tree.Pages[i]]
		if !ok {
			continue
		}
		for _, to := range targets {
			c := r.claims[to.Index]
			if _, taken := owner[to]; taken || c.by == nil || c.by[f] != format.Linked {
				continue
			}
			if _, sure := c.best(); sure > format.Linked {
				continue
			}
			if out[to] == nil {
				out[to] = map[int]int{}
			}
			out[to][f]++
		}
	}
	return out
}

// elect returns the format with most votes for a page, the first of equals.
func (r *run) elect(p *format.Page, counts map[int]int) int {
	best := -1
	for f := range r.readers {
		if counts[f] > 0 && (best < 0 || counts[f] > counts[best]) {
			best = f
		}
	}
	for f := best + 1; f < len(r.readers); f++ {
		if counts[f] == counts[best] {
			r.ambiguous(p.Index, best, f, "as many pages of both link to it")
			break
		}
	}
	return best
}

// mayMiss reports whether a page that nothing links to may belong to the reference:
// in docs that are all in other formats, tables of guides do not.
func (r *run) mayMiss(p *format.Page) bool {
	best, _ := r.claims[p.Index].best()
	others := false
	for f, reader := range r.readers {
		for _, q := range reader.pages {
			if r.claims[q.Index].by[f] > format.Hinted {
				if f == best {
					return true
				}
				others = true
			}
		}
	}
	return !others
}

// reportUnlinked says that a page is kept as documentation which a format could
// have read.
func (r *run) reportUnlinked(p *format.Page) {
	best, _ := r.claims[p.Index].best()
	r.diags.Add("unclaimed-page", diag.Info, firstLine(p.Path), "the page may declare something in the format %s, but no page of that format links to it; it was kept as documentation", r.readers[best].name).
		Help = "link to it from the page of a method that needs it"
}
