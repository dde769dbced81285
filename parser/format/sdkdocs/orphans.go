package sdkdocs

import (
	"maps"
	"slices"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// adopt gives each method that the base does not have to the dialect that loses
// least of it.
func (r *run) adopt() {
	taken, endpoints := map[string]bool{}, map[string]bool{}
	for i, b := range r.dialects {
		found := b.missing(taken, endpoints)
		b.leading = map[string]bool{}
		for id, at := range found {
			u := &b.pages[at.page].units[at.unit]
			b.leading[id], taken[id], endpoints[endpoint(u)] = true, true, true
			if i > 0 && !slices.Contains(b.owners[at.page], at.unit) {
				b.owners[at.page] = append(b.owners[at.page], at.unit) // its text stands for another method too
			}
		}
		if i > 0 {
			r.reportAdopted(b, found)
		}
	}
}

// missing finds the methods of a dialect that none before it has. A method on the
// page of a resource may go by another name there, so its address must be new.
func (b *dialectPages) missing(taken, endpoints map[string]bool) map[string]unitRef {
	found := map[string]unitRef{}
	for p, s := range b.pages {
		for u := range s.units {
			at := unitRef{p, u}
			own := s.methodPage() == u
			id := b.res.ids[at]
			if id == "" || taken[id] || !own && endpoints[endpoint(&s.units[u])] {
				continue
			}
			if _, ok := found[id]; !ok || own {
				found[id] = at
			}
		}
	}
	return found
}

// reportAdopted names the methods that are read from a dialect other than the
// base.
func (r *run) reportAdopted(b *dialectPages, found map[string]unitRef) {
	for _, id := range slices.Sorted(maps.Keys(found)) {
		s := b.pages[found[id].page]
		r.diags.Add("orphan-method", diag.Info, source.Span{File: s.path},
			"%s pages do not have the method %s; it is read from those of %s", r.dialects[0].dialect.Name(), id, b.dialect.Name()).
			Help = "what the pages of a client leave open, such as places of parameters, is inferred"
	}
}

// leads reports whether a unit is one that the dialect is the first to tell of.
func (b *dialectPages) leads(at unitRef) bool {
	if b.base {
		return true
	}
	return b.pages[at.page].units[at.unit].kind == methodUnit && b.leading[b.res.ids[at]]
}
