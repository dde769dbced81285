package pull

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

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

	bytes atomic.Int64
	mu    sync.Mutex // guards done
	done  int
}

func newCrawler(o Options, sc scope, s *store) *crawler {
	return &crawler{
		options: o, scope: sc, store: s, client: newClient(o),
		seen: map[string]bool{}, listed: map[string]bool{}, named: map[string]bool{},
		outcomes: map[string]outcome{}, files: map[string]string{}, findings: map[Finding]bool{},
	}
}

// An item is a page to ask for.
type item struct {
	address
	hops int // redirects that have led here
}

// crawl asks for the pages where the index may be, then for all that they lead
// to.
func (c *crawler) crawl(ctx context.Context, start []address) error {
	var level []item
	for _, at := range start {
		c.seen[at.key] = true
		level = append(level, item{address: at})
	}
	for first := true; len(level) > 0; first = false {
		if len(c.seen) > c.options.MaxPages {
			return fmt.Errorf("more than %d pages are linked; allow more with --max-pages", c.options.MaxPages)
		}
		outcomes, err := c.visitAll(ctx, level)
		if err != nil {
			return err
		}
		if first {
			if err := checkStart(outcomes); err != nil {
				return err
			}
		}
		level = c.merge(outcomes)
	}
	for _, o := range c.outcomes {
		if o.stored() {
			return nil
		}
	}
	return errors.New("no page could be had; is the address right?")
}

// checkStart fails where there is no index to start from. Pages of before do
// not count: without an index, all would seem to be in order.
func checkStart(outcomes []outcome) error {
	var why []string
	for _, o := range outcomes {
		if o.kind == gotPage || o.kind == gotMoved {
			return nil
		}
		why = append(why, o.url+": "+o.reason)
	}
	return fmt.Errorf("no index page: %s; name the folder of the pages, an index page (.md) or an llms.txt", strings.Join(why, "; "))
}

// visitAll asks for the pages of a level side by side.
func (c *crawler) visitAll(ctx context.Context, level []item) ([]outcome, error) {
	outcomes := make([]outcome, len(level))
	g, each := errgroup.WithContext(ctx)
	g.SetLimit(c.options.Concurrency)
	for i, it := range level {
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
		c.outcomes[o.key] = c.refuseCaseTwin(o)
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
	if c.seen[l.key] {
		return
	}
	have, ok := next[l.key]
	switch {
	case !ok || have.path == "" || l.path != "" && l.path < have.path:
		next[l.key] = item{l.address, l.hops}
	}
}
