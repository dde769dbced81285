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
	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/page"
)

// A run is the state of one Parse.
type run struct {
	docs    fs.FS
	options Options
	dialect dialect.Dialect
	layout  layout
	files   []string
	pages   []*scanned
	diags   diag.List
}

// list finds the pages, sorted by path, and leaves out those of other dialects.
func (r *run) list() error {
	skipped := map[string]int{}
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
	r.files = r.otherDialects(skipped)
	return nil
}

// otherDialects takes the pages in folders of other dialects out.
func (r *run) otherDialects(skipped map[string]int) []string {
	kept := r.files[:0:0]
	r.layout = layoutOf(r.files)
	for _, f := range r.files {
		a := r.layout.address(f)
		name := a.dialect
		if name == "" && len(a.names) == 1 && dialects[a.names[0]] && r.isFolder(a.names[0]) {
			name = a.names[0] // the root page of a dialect, beside its folder
		}
		if name != "" && name != r.dialect.Name() {
			skipped[name]++
			continue
		}
		kept = append(kept, f)
	}
	for name, n := range skipped {
		pages := "pages"
		if n == 1 {
			pages = "page"
		}
		r.diags.Add("other-dialect", diag.Info, source.Span{File: name}, "%d %s of the dialect %s not read; the http pages are", n, pages, name)
	}
	return kept
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
	}
	trimSite(addresses)
	r.pages = make([]*scanned, len(r.files))
	s := &scanner{seed: maphash.MakeSeed()}
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
	for _, p := range r.pages {
		r.diags = append(r.diags, p.diags...)
	}
	return nil
}

// progress counts both rounds as one job per page.
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

// read is the second round.
func (r *run) read(ctx context.Context) (link.Input, error) {
	res := resolve(r.pages)
	owners := r.owners()
	order := r.bySize(owners)
	facts := make([]*pageFacts, len(r.pages))
	err := r.each(ctx, len(order), func(w *pageReader, job int) error {
		i := order[job]
		buf, err := readInto(w.buf, r.docs, r.files[i], r.options.maxPage())
		w.buf = buf
		if err == nil {
			facts[i] = w.read(r.dialect, r.pages[i], buf, owners[i])
		}
		return err
	})
	if err != nil {
		return link.Input{}, fmt.Errorf("reading the docs: %w", err)
	}
	return r.collect(res, owners, facts), nil
}

// owners picks for each distinct unit the page that it is read from: the one
// deepest in the tree. It returns the units to read by page.
func (r *run) owners() [][]int {
	best := map[uint64]place{}
	for _, p := range deepestFirst(r.pages) {
		for u := range r.pages[p].units {
			h := r.pages[p].units[u].hash
			if _, ok := best[h]; !ok {
				best[h] = place{p, u}
			}
		}
	}
	out := make([][]int, len(r.pages))
	for p, s := range r.pages {
		for u := range s.units {
			if best[s.units[u].hash] == (place{p, u}) {
				out[p] = append(out[p], u)
			}
		}
	}
	return out
}

// bySize lists the pages with something to read, the longest first, so that no
// worker is left with a long page at the end.
func (r *run) bySize(owners [][]int) []int {
	size := make([]int, len(r.pages))
	var order []int
	for p, units := range owners {
		for _, u := range units {
			size[p] += r.pages[p].units[u].end - r.pages[p].units[u].start
		}
		if len(units) > 0 {
			order = append(order, p)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return size[b] - size[a] })
	return order
}

// pageList accounts for every page.
func (r *run) pageList() []*model.Page {
	out := make([]*model.Page, len(r.pages))
	for i, s := range r.pages {
		p := &model.Page{Path: s.path, Title: s.title, URL: s.front.URL, Kind: s.kind, Bytes: s.bytes}
		if s.kind == model.PageReference {
			p.Dialect = r.dialect.Name()
		}
		for _, b := range s.used {
			p.Bytes.Add(b)
		}
		out[i] = p
	}
	return out
}
