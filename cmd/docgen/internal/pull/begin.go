package pull

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
)

// begin asks for the pages where the index may be and for the indexes outside of
// the scope, and returns the pages that they lead to.
func (c *crawler) begin(ctx context.Context, st start) ([]item, error) {
	var level []item
	for _, at := range st.pages {
		c.seen[at.key] = true
		level = append(level, item{address: at})
	}
	outcomes, err := c.visitAll(ctx, level)
	if err != nil {
		return nil, err
	}
	all, err := c.readNamed(ctx, append(st.indexes, awayFrom(outcomes)...))
	if err != nil {
		return nil, err
	}
	if len(all) == 0 && !c.hasIndex(outcomes) {
		if all, err = c.readAbove(ctx, c.firstAbove(st)); err != nil {
			return nil, err
		}
	}
	if len(all) == 0 && !c.leads(outcomes) {
		if all, err = c.readSiteMaps(ctx); err != nil {
			return nil, err
		}
	}
	indexed := c.scope.resolveAll(all)
	if named := len(st.pages) == 1; named || len(indexed.links) == 0 {
		if err := c.checkStart(outcomes, indexed.others); err != nil {
			return nil, err
		}
	}
	return c.merge(append(outcomes, indexed)), nil
}

// awayFrom returns where indexes are to which those of the folder redirect, as
// sites do that have one for all folders. They are not refused then.
func awayFrom(outcomes []outcome) []string {
	var out []string
	for i, o := range outcomes {
		if path.Base(o.away) == llmsFile || path.Base(o.away) == indexFile {
			out = append(out, o.away)
			outcomes[i] = o.missing(fmt.Errorf("redirects to %s, which is read for its links only", o.away))
		}
	}
	return out
}

// firstAbove is the folder where the search for an llms.txt begins: above the
// pages, or beside a page that was named and turned out to be no index.
func (c *crawler) firstAbove(st start) string {
	for _, at := range st.pages {
		if at.key == llmsFile {
			return above(c.scope.base)
		}
	}
	return c.scope.base
}

// hasIndex reports whether there is an llms.txt in the folder of the pages, or a
// page that was named and leads to others.
func (c *crawler) hasIndex(outcomes []outcome) bool {
	for _, o := range outcomes {
		if o.stored() && path.Base(o.entry.File) == llmsFile {
			return true
		}
	}
	return len(outcomes) == 1 && c.leads(outcomes)
}

// leads reports whether a page leads to one that was not asked for yet.
func (c *crawler) leads(outcomes []outcome) bool {
	for _, o := range outcomes {
		for _, l := range o.links {
			if !c.seen[l.key] {
				return true
			}
		}
	}
	return false
}

// checkStart fails where there is no index to start from. Pages of before do
// not count: without an index, all would seem to be in order.
func (c *crawler) checkStart(outcomes []outcome, elsewhere int) error {
	var why []string
	for _, o := range outcomes {
		if o.kind == gotPage || o.kind == gotMoved {
			return nil
		}
		why = append(why, o.url+": "+o.reason)
	}
	for f := range c.findings {
		why = append(why, f.URL+": "+f.Reason)
	}
	why = append(why, c.notes...)
	slices.Sort(why[len(outcomes):])
	if len(why) == 0 {
		why = []string{"nothing in it leads below " + c.scope.String()}
	}
	if elsewhere > 0 {
		why = append(why, fmt.Sprintf("the index lists %d pages of other sites", elsewhere))
	}
	return fmt.Errorf("no index page: %s; name a page, the folder of the pages, an index page (.md), an llms.txt or a sitemap (.xml)", strings.Join(why, "; "))
}
