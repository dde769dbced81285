package pull

import (
	"context"
	"slices"
)

// A Plan is what a pull would ask for first.
type Plan struct {
	Folder   string    // below which pages are taken
	URLs     []string  // of the pages that the indexes lead to, sorted
	Findings []Finding // sorted by URL
	Notes    []string
}

// DryRun reads the indexes of a site, stores nothing, and says what a pull would
// ask for. What the pages themselves lead to is not known before they are had.
func DryRun(ctx context.Context, o Options) (*Plan, error) {
	if err := o.Validate(); err != nil {
		return nil, err
	}
	o.useSystem()
	c, st, err := prepared(ctx, o)
	if err != nil {
		return nil, withCloneHint(err, o.URL)
	}
	level, err := c.begin(ctx, st)
	if err != nil {
		return nil, withCloneHint(err, o.URL)
	}
	level = c.within(level)
	p := &Plan{Folder: c.scope.String()}
	for _, o := range c.outcomes {
		if o.kind == gotPage {
			p.URLs = append(p.URLs, o.entry.URL)
		}
	}
	for _, it := range level {
		at := it.path
		if at == "" {
			at = c.scope.base + it.key
		}
		if !c.rules.Allowed(at) {
			c.findings[Finding{c.scope.url(at), Refused, "robots.txt asks not to"}] = true
			continue
		}
		p.URLs = append(p.URLs, c.scope.url(at))
	}
	slices.Sort(p.URLs)
	p.Findings, p.Notes = c.allFindings(), c.allNotes()
	return p, nil
}
