package sdkdocs

import (
	"context"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/fuse"
)

// A job is the pages of one address in all dialects, the base's first: what
// has to be read side by side. A page is -1 where a dialect has none.
type job struct {
	address string
	pages   []int
	size    int
}

// jobs groups the pages by address, the largest groups first, so that no worker
// is left with a long one at the end.
func (r *run) jobs() []job {
	byAddress := map[string]*job{}
	for i, b := range r.dialects {
		for p, s := range b.pages {
			address := joinID(s.address.names)
			if b.byAddress[address] != p {
				address = s.path // a second page of the address stands alone
			}
			j := byAddress[address]
			if j == nil {
				j = &job{address: address, pages: slices.Repeat([]int{-1}, len(r.dialects))}
				byAddress[address] = j
			}
			j.pages[i] = p
			j.size += b.size(p)
		}
	}
	out := make([]job, 0, len(byAddress))
	for _, j := range byAddress {
		out = append(out, *j)
	}
	slices.SortFunc(out, func(a, b job) int {
		if a.size != b.size {
			return b.size - a.size
		}
		return strings.Compare(a.address, b.address)
	})
	return out
}

// readDialects returns what the pages say, by dialect and page.
func (r *run) readDialects(ctx context.Context, ws *format.Workers) ([][]*pageFacts, error) {
	jobs := r.jobs()
	facts := make([][]*pageFacts, len(r.dialects))
	for i, b := range r.dialects {
		facts[i] = make([]*pageFacts, len(b.pages))
	}
	err := ws.Each(ctx, len(jobs), func(w *format.Worker, i int) error {
		return r.work(w, jobs[i], facts)
	})
	return facts, err
}

// work reads the pages of one job, those of the base last: a unit is read in all
// dialects before the one that leads it is fused with the others.
func (r *run) work(w *format.Worker, j job, facts [][]*pageFacts) error {
	wanted := r.wanted(j)
	readings := map[string][]fuse.Reading{}
	for i, b := range slices.Backward(r.dialects) {
		p := j.pages[i]
		if p < 0 {
			continue
		}
		units := b.unitsOf(p, wanted)
		if len(units) == 0 {
			continue
		}
		err := diag.Guard("reading a page", source.Span{File: b.pages[p].path}, func() error {
			o, err := r.open(w, b, p)
			if err == nil {
				facts[i][p] = o.read(units, wanted, readings)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// wanted are the keys of the units of a job that a dialect leads, for which the
// others are asked.
func (r *run) wanted(j job) map[string]bool {
	out := map[string]bool{}
	for i, b := range r.dialects {
		if p := j.pages[i]; p >= 0 {
			for _, u := range b.owners[p] {
				if key := b.key(unitRef{p, u}); key != "" && b.leads(unitRef{p, u}) {
					out[key] = true
				}
			}
		}
	}
	return out
}

// unitsOf are the units to read of a page: those that are read nowhere else, and
// those of which another dialect wants to know.
func (b *dialectPages) unitsOf(p int, wanted map[string]bool) []int {
	units := slices.Clone(b.owners[p])
	for u := range b.pages[p].units {
		at := unitRef{p, u}
		if !b.leads(at) && wanted[b.key(at)] && !slices.Contains(units, u) {
			units = append(units, u)
		}
	}
	return units
}
