package parser

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/link"
)

// collect brings the facts of all pages into the order in which the linker
// takes them: pages deepest in the tree first, then by path. It also credits
// every page with the bytes of the units that were read elsewhere.
func (r *run) collect(res *resolution, owners [][]int, facts []*pageFacts) link.Input {
	var in link.Input
	ids := map[uint64][]string{}
	used := map[uint64]model.Bytes{}
	for p, s := range r.pages {
		for u := range s.units {
			if id := res.ids[place{p, u}]; id != "" && !slices.Contains(ids[s.units[u].hash], id) {
				ids[s.units[u].hash] = append(ids[s.units[u].hash], id)
			}
		}
	}
	for _, p := range deepestFirst(r.pages) {
		f := facts[p]
		if f == nil {
			continue
		}
		r.diags = append(r.diags, f.diags...)
		group := 0
		for i, u := range owners[p] {
			un := &r.pages[p].units[u]
			used[un.hash] = f.used[u]
			facts := f.units[i]
			facts.Resource = res.resources[place{p, u}]
			facts.IDs = ids[un.hash]
			if un.kind == groupUnit {
				resource := f.resources[group]
				resource.ID = facts.Resource
				in.Resources = append(in.Resources, resource)
				group++
			}
			in.Units = append(in.Units, facts)
		}
	}
	for _, s := range r.pages {
		for u := range s.units {
			b := used[s.units[u].hash]
			total := int64(s.units[u].end - s.units[u].start)
			b.Layout += total - b.Total // equal units may end in more or fewer line ends
			b.Total = total
			s.used[u] = b
		}
	}
	return in
}
