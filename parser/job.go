package parser

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/fuse"
	"github.com/docgen-go/docgen/parser/link"
)

// A job is the pages of one address in all dialects, the spine's first: what
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
	for i, b := range r.books {
		for p, s := range b.pages {
			address := joinID(s.address.names)
			if b.byAddress[address] != p {
				address = s.path // a second page of the address stands alone
			}
			j := byAddress[address]
			if j == nil {
				j = &job{address: address, pages: slices.Repeat([]int{-1}, len(r.books))}
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

// read is the second round.
func (r *run) read(ctx context.Context) (link.Input, error) {
	facts, err := r.readBooks(ctx)
	if err != nil {
		return link.Input{}, fmt.Errorf("reading the docs: %w", err)
	}
	return r.collect(facts), nil
}

// readBooks returns what the pages say, by book and page.
func (r *run) readBooks(ctx context.Context) ([][]*pageFacts, error) {
	jobs := r.jobs()
	facts := make([][]*pageFacts, len(r.books))
	for i, b := range r.books {
		facts[i] = make([]*pageFacts, len(b.pages))
	}
	err := r.each(ctx, len(jobs), func(w *pageReader, i int) error {
		return r.work(w, jobs[i], facts)
	})
	return facts, err
}

// work reads the pages of one job. Other dialects are read before the spine,
// whose units then are fused with them one by one, in the order of the books.
func (r *run) work(w *pageReader, j job, facts [][]*pageFacts) error {
	wanted := r.wanted(j)
	readings := map[string][]fuse.Reading{}
	for i := 1; i < len(r.books); i++ {
		if p := j.pages[i]; p >= 0 {
			f, err := r.readOther(w, r.books[i], p, wanted, readings)
			if err != nil {
				return err
			}
			facts[i][p] = f
		}
	}
	p := j.pages[0]
	if p < 0 || len(r.books[0].owners[p]) == 0 {
		return nil
	}
	o, err := w.open(r, r.books[0], p)
	if err != nil {
		return err
	}
	facts[0][p] = o.spine(readings)
	return nil
}

// wanted are the keys of the units that the spine reads from its page of a job.
func (r *run) wanted(j job) map[string]bool {
	out := map[string]bool{}
	if p := j.pages[0]; p >= 0 {
		for _, u := range r.books[0].owners[p] {
			if key := r.books[0].key(place{p, u}); key != "" {
				out[key] = true
			}
		}
	}
	return out
}

// readOther reads a page of a dialect that is not the spine: the units that
// the spine wants, and those that are read nowhere else.
func (r *run) readOther(w *pageReader, b *book, p int, wanted map[string]bool, into map[string][]fuse.Reading) (*pageFacts, error) {
	units := slices.Clone(b.owners[p])
	for u := range b.pages[p].units {
		if wanted[b.key(place{p, u})] && !slices.Contains(units, u) {
			units = append(units, u)
		}
	}
	if len(units) == 0 {
		return nil, nil
	}
	o, err := w.open(r, b, p)
	if err != nil {
		return nil, err
	}
	for _, u := range units {
		reading := fuse.Reading{Dialect: b.dialect, At: o.at}
		switch un := &o.page.units[u]; un.kind {
		case methodUnit:
			reading.Op = o.operation(un)
		case typeUnit:
			reading.Items = o.reader.TypeDecl(un.headings[0]).Items
		case groupUnit:
			o.group(un)
		}
		o.account(u)
		if key := b.key(place{p, u}); wanted[key] {
			into[key] = append(into[key], reading)
		}
	}
	return o.finish(nil), nil
}

func (o *openPage) at(it *dialect.Item) string { return o.file.Span(it.Start, it.End).String() }
