package parser

import (
	"context"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// A run is the state of one Parse.
type run struct {
	tree    *format.Tree
	limit   int64 // of the size of a page
	workers *format.Workers
	readers []*reader
	// claims are who wants each page, by its index in the tree.
	claims []*claim
	// guides says that requests and tables on pages that state no endpoint are more
	// likely to belong to guides than to a reference in another format.
	guides bool
	diags  diag.List
}

// A reader is a format at work.
type reader struct {
	format.Reader
	name string
	// pages are those that it reads.
	pages  []*format.Page
	result format.Result
}

func newRun(tree *format.Tree, o Options) *run {
	r := &run{tree: tree, limit: maxPage(o), workers: format.NewWorkers(tree, workers(o))}
	list := o.Formats
	if len(list) == 0 {
		list = formats
	}
	for _, f := range list {
		r.readers = append(r.readers, &reader{Reader: f.Open(tree), name: f.Name()})
	}
	tree.LeaveOut(r.skips)
	r.claims = make([]*claim, len(tree.Pages))
	return r
}

// skips reports whether a format leaves a page out by its path.
func (r *run) skips(p *format.Page) bool {
	for _, f := range r.readers {
		if s, ok := f.Reader.(format.Skipper); ok && s.Skip(p) {
			return true
		}
	}
	return false
}

// sortPages puts the pages of each format in the order of the tree.
func (r *run) sortPages() {
	for _, f := range r.readers {
		slices.SortFunc(f.pages, func(a, b *format.Page) int { return a.Index - b.Index })
	}
}

// read lets the formats read side by side.
func (r *run) read(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, f := range r.readers {
		g.Go(func() (err error) {
			f.result, err = f.Read(ctx, f.pages, r.workers)
			return err
		})
	}
	return g.Wait()
}
