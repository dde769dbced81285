package parser

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/statement"
)

// A claim is who wants a page.
type claim struct {
	// by is how sure each format is, in their order. It is nil where none was
	// asked, because nothing can be read of the page.
	by []format.Confidence
	// account is that of the page in case that nobody reads it.
	account *model.Page
	// size is that of the text, in bytes. rebuilt says that the text was made from
	// lines of another file, whose bytes are what its account counts.
	size    int64
	rebuilt bool
	diags   diag.List
	// stated is what the page states of endpoints, whatever its format.
	stated []statement.Finding
	// mentioned is what the page but mentions of endpoints.
	mentioned []statement.Mention
	// paths are those that the page states without verbs, if no format knows it.
	paths []statement.Path
	// requests are what its commands request, if no format knows it and it states nothing.
	requests []requested
}

// claim asks the formats whose each page is, and gives it to the surest.
func (r *run) claim(ctx context.Context, report func(done, total int)) error {
	if err := r.leaveOut(); err != nil {
		return fmt.Errorf("reading the docs: %w", err)
	}
	progress := r.progress(report)
	err := r.workers.Each(ctx, len(r.tree.Pages), func(w *format.Worker, i int) error {
		defer progress()
		return diag.Guard("looking at a page", source.Span{File: r.tree.Pages[i].Path}, func() (err error) {
			r.claims[i], err = r.ask(w, r.tree.Pages[i])
			return err
		})
	})
	if err != nil {
		return fmt.Errorf("reading the docs: %w", err)
	}
	for i, c := range r.claims {
		r.diags = append(r.diags, c.diags...)
		if best, sure := c.best(); sure > format.Linked {
			r.give(i, best)
			r.reportTie(i, best)
		}
	}
	return r.follow(ctx)
}

// ask opens a page and asks the formats about it.
func (r *run) ask(w *format.Worker, p *format.Page) (*claim, error) {
	c := &claim{account: &model.Page{Path: p.Path}}
	text, err := w.Open(p.Path)
	if errors.Is(err, format.ErrTooLarge) {
		c.reject(text, "page-too-large", "the page is larger than the limit of %d bytes", r.limit)
		return c, nil
	}
	if err != nil || !c.readable(text, p.IsDocument()) {
		return c, err
	}
	c.size, c.rebuilt = int64(len(text.Bytes)), text.IsRebuilt()
	p.Lend(text)
	defer p.TakeBack()
	if !p.IsDocument() {
		c.stated, c.mentioned = statement.All(text.Bytes, p.Front.End)
		p.Stated, p.Mentions = c.stated, len(c.mentioned) > 0
	}
	c.by = make([]format.Confidence, len(r.readers))
	p.Surest = format.None
	for i, f := range r.readers {
		c.by[i] = f.Claim(p)
		p.Surest = max(p.Surest, c.by[i])
	}
	_, sure := c.best()
	if sure > format.Linked && !p.IsDocument() {
		c.checkFences(text.Bytes, p.Front.End, text.File())
	}
	if sure <= format.Hinted && len(c.stated) == 0 && !p.IsDocument() {
		c.requests = requestsOn(text.Bytes, p.Front.End, format.ProseTitle(p), p.Path)
	}
	if sure <= format.Linked {
		if len(c.stated) == 0 && !p.IsDocument() {
			c.paths = statement.Paths(text.Bytes, p.Front.End)
		}
		c.account.Title, c.account.URL = format.ProseTitle(p), p.Front.URL
		c.account.Kind, c.account.Bytes = format.Prose(p)
	}
	return c, nil
}

// best is the first of the formats that are surest of the page, and how sure it
// is.
func (c *claim) best() (reader int, sure format.Confidence) {
	for i, s := range c.by {
		if s > sure {
			reader, sure = i, s
		}
	}
	return reader, sure
}

// give lets a format read a page.
func (r *run) give(i, reader int) {
	f := r.readers[reader]
	f.pages = append(f.pages, r.tree.Pages[i])
	r.claims[i].account = nil
}

// reportTie names another format that is as sure of a page as the one that reads
// it.
func (r *run) reportTie(i, best int) {
	c := r.claims[i]
	if other := slices.Index(c.by[best+1:], c.by[best]); other >= 0 {
		r.ambiguous(i, best, best+1+other, "both know it equally well")
	}
}

func (r *run) ambiguous(i, best, other int, why string) {
	a, b := r.readers[best].name, r.readers[other].name
	r.diags.Add("ambiguous-format", diag.Warning, firstLine(r.tree.Pages[i].Path), "the page may be of the format %s or %s: %s; it is read as %s", a, b, why, a).
		Help = "the first in the list of formats reads such a page"
}

// progress returns a function to call once per page.
func (r *run) progress(report func(done, total int)) func() {
	if report == nil {
		return func() {}
	}
	var mu sync.Mutex
	done := 0
	return func() {
		mu.Lock()
		defer mu.Unlock()
		done++
		report(done, len(r.tree.Pages))
	}
}
