package parser

import (
	"context"
	"fmt"
	"hash/maphash"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/page"
)

// A run is the state of one Parse.
type run struct {
	docs    fs.FS
	options Options
	files   []string
	layout  layout
	// pages are all pages, sorted by path; books the same pages by dialect, the
	// spine first.
	pages []*scanned
	books []*book
	// mender rebuilds the pages that are rendered copies.
	mender *mender
	diags  diag.List
}

func newRun(docs fs.FS, o Options) *run {
	return &run{docs: docs, options: o, mender: newMender(docs, o.maxPage())}
}

// list finds the pages, sorted by path, and leaves out the dialects that
// nobody asked for or that docgen cannot read.
func (r *run) list() error {
	err := fs.WalkDir(r.docs, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("reading the docs: %w", err)
		}
		if e.IsDir() {
			if name != "." && strings.HasPrefix(e.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		}
		if ext := path.Ext(name); ext == ".md" || ext == ".markdown" || ext == ".mdx" {
			r.files = append(r.files, name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.Sort(r.files)
	r.layout = layoutOf(r.files)
	r.leaveOut()
	return nil
}

// leaveOut takes out the pages in folders of dialects that are not read.
func (r *run) leaveOut() {
	skipped := map[string]int{}
	r.files = slices.DeleteFunc(r.files, func(f string) bool {
		name := r.hint(r.layout.address(f))
		if name == "" || r.options.reads(name) {
			return false
		}
		skipped[f[:strings.Index("/"+f, "/"+name)+len(name)]]++
		return true
	})
	for folder, n := range skipped {
		r.diags.Add("other-dialect", diag.Info, source.Span{File: folder}, "%s of the dialect %s not read", countPages(n), path.Base(folder))
	}
}

// leaveOutUnasked takes out the pages whose text shows a dialect that nobody
// asked for, wherever they lie.
func (r *run) leaveOutUnasked() {
	left := map[string][]string{}
	r.pages = slices.DeleteFunc(r.pages, func(s *scanned) bool {
		if len(r.options.Dialects) == 0 || s.foreign || s.kind != model.PageReference || r.options.reads(s.dialect) {
			return false
		}
		left[s.dialect] = append(left[s.dialect], s.path)
		return true
	})
	for name, paths := range left {
		r.diags.Add("other-dialect", diag.Info, source.Span{File: paths[0]}, "%s of the dialect %s not read, from this one on", countPages(len(paths)), name)
	}
}

func countPages(n int) string {
	if n == 1 {
		return "1 page"
	}
	return fmt.Sprintf("%d pages", n)
}

// hint is the dialect that the place of a page promises, or "".
func (r *run) hint(a address) string {
	if a.dialect == "" && len(a.names) == 1 && dialects[a.names[0]] && r.isFolder(a.names[0]) {
		return a.names[0] // the root page of a dialect, beside its folder
	}
	return a.dialect
}

func (r *run) isFolder(name string) bool {
	info, err := fs.Stat(r.docs, name)
	return err == nil && info.IsDir()
}

// each calls work for every job with one of a few workers, in any order.
func (r *run) each(ctx context.Context, jobs int, work func(w *pageReader, job int) error) error {
	g, ctx := errgroup.WithContext(ctx)
	next := make(chan int)
	g.Go(func() error {
		defer close(next)
		for i := range jobs {
			select {
			case next <- i:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	for range r.options.workers() {
		g.Go(func() error {
			w := &pageReader{md: page.NewReader()}
			for i := range next {
				if err := work(w, i); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return g.Wait()
}

// scan is the first round.
func (r *run) scan(ctx context.Context) error {
	addresses := make([]address, len(r.files))
	for i, f := range r.files {
		addresses[i] = r.layout.address(f)
		if name := r.hint(addresses[i]); name != addresses[i].dialect {
			addresses[i] = address{dialect: name}
		}
		if name := addresses[i].dialect; name == "" || name == "http" {
			r.mender.pages = append(r.mender.pages, f)
		}
	}
	r.pages = make([]*scanned, len(r.files))
	s := &scanner{seed: maphash.MakeSeed(), mender: r.mender}
	progress := r.progress()
	err := r.each(ctx, len(r.files), func(w *pageReader, i int) error {
		p, buf, err := s.scan(r.docs, addresses[i], r.files[i], w.buf, r.options.maxPage())
		r.pages[i], w.buf = p, buf
		progress()
		return err
	})
	if err != nil {
		return fmt.Errorf("reading the docs: %w", err)
	}
	trimSite(r.pages)
	for _, p := range r.pages {
		r.diags = append(r.diags, p.diags...)
	}
	return nil
}

// progress returns a function to call once per page.
func (r *run) progress() func() {
	if r.options.Progress == nil {
		return func() {}
	}
	var mu sync.Mutex
	done := 0
	return func() {
		mu.Lock()
		defer mu.Unlock()
		done++
		r.options.Progress(done, len(r.files))
	}
}

// pageList accounts for every page.
func (r *run) pageList() []*model.Page {
	out := make([]*model.Page, len(r.pages))
	for i, s := range r.pages {
		p := &model.Page{Path: s.path, Title: s.title, URL: s.front.URL, Kind: s.kind, Bytes: s.bytes}
		if s.kind == model.PageReference {
			p.Dialect = s.dialect
		}
		for _, b := range s.used {
			p.Bytes.Add(b)
		}
		out[i] = p
	}
	return out
}
