package pull

import (
	"context"
	"fmt"
	"slices"
)

// A visit asks for one page.
type visit struct {
	*crawler
	item
	last *storedPage // nil if the last snapshot does not have it
}

// visit asks for the forms of a page until there is one. The error is one that
// ends the pull.
func (c *crawler) visit(ctx context.Context, it item) (outcome, error) {
	v := visit{c, it, c.store.lastPage(it.key)}
	if p := c.store.gatheredPage(it.key); p != nil {
		return v.take(outcome{key: it.key, url: p.URL}, *p)
	}
	var best outcome
	for i, at := range v.candidates() {
		o, err := v.ask(ctx, at)
		if err != nil {
			return outcome{}, err
		}
		// What is refused is there, which says more than that it is not.
		if i == 0 || o.final() || best.kind == gotMissing && o.kind == gotRefused {
			best = o
		}
		if o.final() {
			break
		}
	}
	return v.keepLast(best)
}

// candidates are the forms in which a page may be published: as the link says,
// as it was last time, and as is usual.
func (v visit) candidates() []address {
	var out []address
	add := func(at address) {
		if at.path != "" && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	add(v.address)
	if v.last != nil {
		if at, err := v.scope.resolve(v.scope.String(), v.last.URL); err == nil && at.key == v.key {
			add(at)
		}
	}
	for _, at := range v.scope.forms(v.key) {
		add(at)
	}
	return out
}

// keepLast holds on to the page of the last snapshot where the site has trouble
// with it. Its links count, so that a faulty index does not remove what it lists.
func (v visit) keepLast(o outcome) (outcome, error) {
	if o.kind != gotFailed && o.kind != gotRefused || v.last == nil {
		return o, nil
	}
	o.kept, o.entry = true, v.last.Entry
	o.links, o.findings = v.linksOf(v.last.URL, v.last.body)
	return o, v.store.stage(*v.last)
}

// take keeps a page and looks where it leads.
func (v visit) take(o outcome, p storedPage) (outcome, error) {
	if v.bytes.Add(p.Bytes) > v.options.MaxBytes {
		return o, fmt.Errorf("the pages have more than %d bytes together; allow more with --max-bytes", v.options.MaxBytes)
	}
	o.kind, o.entry = gotPage, p.Entry
	o.same = v.last != nil && v.last.File == p.File && v.last.SHA256 == p.SHA256
	o.links, o.findings = v.linksOf(p.URL, p.body)
	return o, v.store.save(p)
}
