package pull

import (
	"context"
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
		// A page for people is no Markdown page, and no word about one.
		if i == 0 || o.final() || best.kind == gotMissing && o.kind == gotRefused && !at.negotiated {
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
	forms := v.scope.forms(v.key)
	if v.last != nil {
		at, err := v.scope.resolve(v.scope.String(), v.last.URL)
		if err == nil && at.key == v.key && at.path == "" {
			if u, err := v.scope.onOrigin(v.scope.String(), v.last.URL); err == nil {
				at = address{key: v.key, path: u.Path, file: v.last.File, negotiated: true}
			}
		}
		if err == nil && at.key == v.key {
			add(at)
		}
	}
	if last := forms[len(forms)-1]; v.negotiates && last.negotiated {
		add(last)
	}
	for _, at := range forms {
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
	return v.linksOf(o, v.last.URL, v.last.body), v.store.stage(*v.last)
}

// take keeps a page and looks where it leads.
func (v visit) take(o outcome, p storedPage) (outcome, error) {
	o.kind, o.entry = gotPage, p.Entry
	o.same = v.last != nil && v.last.File == p.File && v.last.SHA256 == p.SHA256
	return v.linksOf(o, p.URL, p.body), v.store.save(p)
}
