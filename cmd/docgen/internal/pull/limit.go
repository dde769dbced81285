package pull

import (
	"fmt"
	"maps"
	"slices"
)

// within cuts a level so that no more pages are asked for than allowed.
func (c *crawler) within(level []item) []item {
	over := len(c.seen) - c.options.MaxPages
	if over <= 0 {
		return level
	}
	c.stop("more than %d pages are linked; the others were not asked for; allow more with --max-pages", c.options.MaxPages)
	kept := level[:max(0, len(level)-over)]
	for _, it := range level[len(kept):] {
		delete(c.seen, it.key)
	}
	return kept
}

// withinBytes leaves out the pages from which on there are more bytes than
// allowed. The order of the pages decides, not that of the answers.
func (c *crawler) withinBytes(outcomes []outcome) []outcome {
	for i, o := range outcomes {
		if !o.stored() {
			continue
		}
		if c.bytes+o.entry.Bytes > c.options.MaxBytes {
			c.full = true
			c.stop("the pages have more than %d bytes together; the others are left out; allow more with --max-bytes", c.options.MaxBytes)
			return outcomes[:i]
		}
		c.bytes += o.entry.Bytes
	}
	return outcomes
}

// stop ends the pull with what it has.
func (c *crawler) stop(format string, args ...any) {
	if c.stopped == "" {
		c.stopped = fmt.Sprintf(format, args...)
		c.findings[Finding{c.scope.String(), Refused, c.stopped}] = true
	}
}

// keepUnasked keeps the pages of the last snapshot that a limit left unasked: that
// they are gone is not known.
func (c *crawler) keepUnasked() error {
	if c.stopped == "" || c.store == nil {
		return nil
	}
	for _, key := range slices.Sorted(maps.Keys(c.store.last)) {
		last := c.store.lastPage(key)
		if _, asked := c.outcomes[key]; asked || last == nil {
			continue
		}
		if err := c.store.stage(*last); err != nil {
			return err
		}
		c.outcomes[key] = c.refuseCaseTwin(outcome{key: key, url: last.URL, kind: gotRefused, reason: c.stopped, kept: true, unasked: true, entry: last.Entry})
	}
	return nil
}

// countLeftOut counts how pages are had and what is left out of the scope.
func (c *crawler) countLeftOut(o outcome) {
	for _, path := range o.outside {
		c.outside[path] = true
	}
	c.others += o.others
	if o.kind == gotPage && o.negotiated {
		c.negotiates = true
	}
}

// elsewhere says what indexes list that is on other sites.
func (c *crawler) elsewhere() string {
	if c.others == 0 {
		return ""
	}
	return fmt.Sprintf(" (the index lists %d pages of other sites)", c.others)
}
