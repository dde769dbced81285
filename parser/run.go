package parser

import (
	"context"
	"errors"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/statement"
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
	return r
}

// leaveOut takes the pages out of the tree that a format skips by their path. A path
// alone says little of a page: where the caller chose no dialects, one that another
// format knows stays.
func (r *run) leaveOut() error {
	w := format.NewWorker(r.tree)
	var failed error
	r.tree.LeaveOut(func(p *format.Page) bool {
		by := r.skippedBy(p)
		if by < 0 || failed != nil {
			return false
		}
		if len(r.tree.Dialects) > 0 {
			return true
		}
		known, err := r.knownElsewhere(w, p, by)
		failed = err
		return !known
	})
	r.claims = make([]*claim, len(r.tree.Pages))
	return failed
}

// skippedBy returns the first format that leaves a page out by its path, or -1.
func (r *run) skippedBy(p *format.Page) int {
	return slices.IndexFunc(r.readers, func(f *reader) bool {
		s, ok := f.Reader.(format.Skipper)
		return ok && s.Skip(p)
	})
}

// knownElsewhere reports whether a format other than the one that skips a page reads
// it.
func (r *run) knownElsewhere(w *format.Worker, p *format.Page, by int) (known bool, err error) {
	text, err := w.Open(p.Path)
	if err != nil || text.Bytes == nil {
		return false, ignoreTooLarge(err)
	}
	err = diag.Guard("looking at a page", source.Span{File: p.Path}, func() error {
		p.Lend(text)
		defer p.TakeBack()
		p.Stated = statement.Find(text.Bytes, p.Front.End)
		for i, f := range r.readers {
			known = known || i != by && f.Claim(p) > format.Linked
		}
		return nil
	})
	return known, err
}

func ignoreTooLarge(err error) error {
	if errors.Is(err, format.ErrTooLarge) {
		return nil
	}
	return err
}

// sortPages puts the pages of each format in the order of the tree.
func (r *run) sortPages() {
	for _, f := range r.readers {
		slices.SortFunc(f.pages, func(a, b *format.Page) int { return a.Index - b.Index })
	}
}

// read lets the formats read side by side.
func (r *run) read(ctx context.Context, report func(done, total int)) error {
	r.workers.Report(report)
	defer r.workers.Report(nil)
	g, ctx := errgroup.WithContext(ctx)
	for _, f := range r.readers {
		g.Go(func() (err error) {
			f.result, err = f.Read(ctx, f.pages, r.workers)
			return err
		})
	}
	return g.Wait()
}
