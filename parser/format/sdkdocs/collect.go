package sdkdocs

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/link"
)

// collect brings the facts of all pages into the order in which the linker
// takes them: pages deepest in the tree first, then by path.
func (r *run) collect(facts [][]*pageFacts) link.Input {
	for i, b := range r.dialects {
		for _, f := range facts[i] {
			if f != nil {
				r.diags = append(r.diags, f.diags...)
			}
		}
		b.credit(facts[i])
	}
	var in link.Input
	for i, b := range r.dialects {
		b.input(facts[i], &in)
	}
	r.doubts(facts, &in)
	return in
}

// input adds what the pages say that the dialect leads.
func (b *dialectPages) input(facts []*pageFacts, in *link.Input) {
	ids := b.idsByHash()
	for _, p := range deepestFirst(b.pages) {
		f := facts[p]
		if f == nil {
			continue
		}
		group := 0
		for i, unit := range f.units {
			at := unitRef{p, f.at[i]}
			un := &b.pages[p].units[at.unit]
			unit.Resource = b.res.resources[at]
			unit.IDs = ids[un.hash]
			if un.kind == groupUnit {
				resource := f.resources[group]
				resource.ID = unit.Resource
				in.Resources = append(in.Resources, resource)
				group++
			}
			in.Units = append(in.Units, unit)
		}
	}
}

// idsByHash are the methods of the dialect that one text describes.
func (b *dialectPages) idsByHash() map[uint64][]string {
	out := map[uint64][]string{}
	for p, s := range b.pages {
		for u := range s.units {
			h := s.units[u].hash
			if id := b.res.ids[unitRef{p, u}]; b.leading[id] && !slices.Contains(out[h], id) {
				out[h] = append(out[h], id)
			}
		}
	}
	return out
}

// credit counts for every page the bytes of its units, wherever an equal unit
// was read.
func (b *dialectPages) credit(facts []*pageFacts) {
	used := map[uint64]model.Bytes{}
	for p, f := range facts {
		if f != nil {
			for u, n := range f.used {
				used[b.pages[p].units[u].hash] = n
			}
		}
	}
	for _, s := range b.pages {
		for u := range s.units {
			n := used[s.units[u].hash]
			total := s.units[u].bytes()
			n.Layout += total - n.Total // equal units may end in more or fewer line ends
			n.Total = total
			s.used[u] = n
		}
	}
}
