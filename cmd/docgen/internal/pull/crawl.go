package pull

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/docgen-go/docgen/cmd/docgen/internal/pull/robots"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// A crawler follows the links of pages, level by level: all pages that the
// pages of one level link to are the next. So the order in which answers come
// in decides nothing.
type crawler struct {
	options Options
	scope   scope
	store   *store
	client  *client
	rules   *robots.Rules

	seen     map[string]bool    // keys that were asked for or are about to be
	listed   map[string]bool    // keys that an index lists
	named    map[string]bool    // keys that a link names as a Markdown file
	outcomes map[string]outcome // by key, what came of it
	files    map[string]string  // lower-case file to key
	findings map[Finding]bool   // about links; those about pages are in outcomes

	selection selection
	soft      softness
	notes     []string        // what the user should know of how the pull was understood
	stopped   string          // the limit that ended the pull, or ""
	full      bool            // no more bytes may be stored
	outside   map[string]bool // paths of listed pages that are not in the scope
	others    int             // listed pages of other sites
	// negotiates says that pages answered in Markdown only where people read them.
	negotiates bool

	bytes int64
	mu    sync.Mutex // guards done
	done  int
}

func newCrawler(o Options) *crawler {
	return &crawler{
		options: o, client: newClient(o),
		seen: map[string]bool{}, listed: map[string]bool{}, named: map[string]bool{},
		outcomes: map[string]outcome{}, files: map[string]string{}, findings: map[Finding]bool{}, outside: map[string]bool{},
	}
}

// An item is a page to ask for.
type item struct {
	address
	hops int // redirects that have led here
}

// crawl asks for the pages where the index may be, then for all that they lead
// to, until there is nothing left or a limit is reached.
func (c *crawler) crawl(ctx context.Context, st start) error {
	level, err := c.begin(ctx, st)
	for err == nil && len(level) > 0 {
		level = c.within(level)
		var outcomes []outcome
		outcomes, err = c.visitAll(ctx, level)
		level = c.merge(outcomes)
	}
	if err != nil {
		return err
	}
	if err := c.keepUnasked(); err != nil {
		return err
	}
	if !c.hasMarkdown(nil) {
		return fmt.Errorf("no page could be had%s; is the address right?", c.elsewhere())
	}
	return nil
}

// visitAll asks for the pages of a level side by side, a few at a time, so that
// limits are seen in time and stop it at the same page each time.
func (c *crawler) visitAll(ctx context.Context, level []item) ([]outcome, error) {
	outcomes := make([]outcome, 0, len(level))
	for some := range slices.Chunk(level, 8*c.options.Concurrency) {
		if c.full {
			break
		}
		got, err := c.visitSome(ctx, some)
		if err != nil {
			return nil, err
		}
		outcomes = append(outcomes, c.withinBytes(got)...)
		if len(outcomes) < len(level) && !c.full && !c.hasMarkdown(outcomes) {
			return nil, fmt.Errorf("none of the first %d pages below %s is published in Markdown, as NAME.md, NAME/index.md or to who accepts text/markdown", len(outcomes), c.scope)
		}
	}
	return outcomes, nil
}

// hasMarkdown reports whether any page was had.
func (c *crawler) hasMarkdown(outcomes []outcome) bool {
	for _, o := range c.outcomes {
		if o.stored() {
			return true
		}
	}
	return slices.ContainsFunc(outcomes, outcome.stored)
}

func (c *crawler) visitSome(ctx context.Context, some []item) ([]outcome, error) {
	outcomes := make([]outcome, len(some))
	g, each := errgroup.WithContext(ctx)
	g.SetLimit(c.options.Concurrency)
	for i, it := range some {
		if each.Err() != nil {
			break
		}
		g.Go(func() error {
			defer c.progress()
			return diag.Guard("pulling "+it.key, source.Span{}, func() (err error) {
				outcomes[i], err = c.visit(each, it)
				return err
			})
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return outcomes, ctx.Err()
}

func (c *crawler) progress() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done++
	c.options.Progress(c.done, len(c.seen))
}

// merge takes what came of a level and returns the next one.
func (c *crawler) merge(outcomes []outcome) []item {
	next := map[string]item{}
	for _, o := range outcomes {
		if o.kind != gotIndex {
			c.outcomes[o.key] = c.refuseCaseTwin(o)
		}
		c.countLeftOut(o)
		for _, l := range o.links {
			l.listed = l.listed || o.kind == gotMoved && c.listed[o.key]
			c.follow(next, l)
		}
		for _, f := range o.findings {
			c.findings[f] = true
		}
	}
	keys := slices.Sorted(maps.Keys(next))
	level := make([]item, 0, len(keys))
	for _, key := range keys {
		c.seen[key] = true
		level = append(level, next[key])
	}
	return level
}

// refuseCaseTwin refuses a second file whose name differs in case only, which is the
// same file on many systems.
func (c *crawler) refuseCaseTwin(o outcome) outcome {
	if !o.stored() {
		return o
	}
	name := strings.ToLower(o.entry.File)
	if other, taken := c.files[name]; taken {
		o.kind, o.kept = gotRefused, false
		o.reason = fmt.Sprintf("its name differs only in case from that of %s", c.outcomes[other].entry.URL)
		return o
	}
	c.files[name] = o.key
	return o
}

// follow puts a link on the next level if its page is new. Of several links to
// one page, the one that names a file says most.
func (c *crawler) follow(next map[string]item, l found) {
	c.listed[l.key] = c.listed[l.key] || l.listed
	c.named[l.key] = c.named[l.key] || l.path != ""
	if c.seen[l.key] || !c.selection.has(c.scope.base+l.key) {
		return
	}
	have, ok := next[l.key]
	switch {
	case !ok || have.path == "" || l.path != "" && l.path < have.path:
		next[l.key] = item{l.address, l.hops}
	}
}
