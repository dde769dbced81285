package sdkdocs

import (
	"context"
	"fmt"
	"hash/maphash"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/fuse"
	"github.com/docgen-go/docgen/parser/statement"
)

// A run is the state of one reading.
type run struct {
	tree    *format.Tree
	layout  layout
	scanner *scanner
	// looked are what claiming saw of the pages, by their index in the tree.
	looked []*scanned
	// links are those of indexes, which need not be pages to read, by the index of
	// the page in the tree.
	links [][]pageLink
	// skipped are the pages that were left out by their paths.
	skipped []skippedPage
	// pages are the pages to read, sorted by path; dialects the same pages by
	// dialect, the base first.
	pages    []*scanned
	dialects []*dialectPages
	// watch is told what fusing counts of units of the base, for tests. It may be
	// nil; calls may overlap.
	watch func(dialect string, t fuse.Tally)
	// left are pages that nobody asked for, unasked the methods on them.
	left    []*format.Page
	unasked []statement.Operation
	diags   diag.List
}

// A skippedPage is a page that Skip left out, and the folder of its dialect.
type skippedPage struct{ path, folder string }

func newRun(t *format.Tree) *run {
	r := &run{
		tree: t, layout: layoutOf(t.Pages),
		looked: make([]*scanned, len(t.Pages)), links: make([][]pageLink, len(t.Pages)),
	}
	unflattener := newUnflattener(t, func(path string) string { return r.address(path).dialect })
	r.scanner = &scanner{seed: maphash.MakeSeed(), unflattener: unflattener}
	return r
}

// Skip leaves out the pages in folders of dialects that nobody asked for or that
// docgen cannot read.
func (r *run) Skip(p *format.Page) bool {
	name := r.address(p.Path).dialect
	if name == "" || r.reads(name) {
		return false
	}
	r.skipped = append(r.skipped, skippedPage{p.Path, p.Path[:strings.Index("/"+p.Path, "/"+name)+len(name)]})
	return true
}

// reads reports whether pages in the folder of a dialect are to be read.
func (r *run) reads(name string) bool {
	if len(r.tree.Dialects) > 0 {
		return slices.Contains(r.tree.Dialects, name)
	}
	return dialectNamed(name) != nil
}

// address is what the place of a page says. The root page of a dialect stands
// beside its folder.
func (r *run) address(file string) address {
	a := r.layout.address(file)
	stem := strings.TrimSuffix(file, path.Ext(file))
	if name := path.Base(stem); a.dialect == "" && isFolder(name) && !a.isMarked && r.tree.IsFolder(stem) {
		return address{dialect: name}
	}
	return a
}

// Claim is the first round. A page with a method is surely of this format; types
// alone read well in it. Copies of a site's pages and pages with a finding are
// claimed in case nobody else knows them.
func (r *run) Claim(p *format.Page) format.Confidence {
	s := &scanned{page: p, path: p.Path, address: r.address(p.Path), kind: model.PageRejected}
	r.scanner.look(s, p)
	r.links[p.Index] = s.links
	c := s.confidence()
	if c > format.None {
		r.looked[p.Index] = s
	}
	return c
}

func (s *scanned) confidence() format.Confidence {
	switch {
	case s.foreign || slices.ContainsFunc(s.units, func(u unit) bool { return u.kind == methodUnit }):
		return format.Certain
	case s.kind == model.PageReference:
		return format.Likely
	case s.copied || len(s.diags) > 0:
		return format.Possible
	}
	return format.None
}

// Read is the second round.
func (r *run) Read(ctx context.Context, pages []*format.Page, w *format.Workers) (format.Result, error) {
	r.take(pages)
	r.bind()
	facts, err := r.readDialects(ctx, w)
	if err != nil {
		return format.Result{}, fmt.Errorf("reading the docs: %w", err)
	}
	in := r.collect(facts)
	return format.Result{Input: in, Pages: r.pageList(), Extents: r.extents(), Left: r.left, Unasked: r.unasked, Diags: r.diags}, nil
}

// take keeps what claiming saw of the pages that are to be read.
func (r *run) take(pages []*format.Page) {
	skipped := map[string]int{}
	for _, s := range r.skipped {
		if r.tree.Page(s.path) == nil { // else another format knows it
			skipped[s.folder]++
		}
	}
	for folder, n := range skipped {
		r.diags.Add("other-dialect", diag.Info, source.Span{File: folder}, "%s of the dialect %s not read", countPages(n), path.Base(folder))
	}
	for _, p := range pages {
		s := r.looked[p.Index]
		r.pages = append(r.pages, s)
		r.diags = append(r.diags, s.diags...)
	}
	r.looked = nil
	trimSite(r.pages)
}

// leaveOut takes out the pages that nobody asked for.
func (r *run) leaveOut(unasked func(*scanned) bool) {
	r.pages = slices.DeleteFunc(r.pages, func(s *scanned) bool {
		if unasked(s) {
			r.left = append(r.left, s.page)
			return true
		}
		return false
	})
}

// leaveOutUnasked takes out the pages whose text shows a dialect that nobody
// asked for, wherever they lie.
func (r *run) leaveOutUnasked() {
	left := map[string][]string{}
	r.leaveOut(func(s *scanned) bool {
		if len(r.tree.Dialects) == 0 || s.foreign || s.kind != model.PageReference || r.reads(s.dialect) {
			return false
		}
		left[s.dialect] = append(left[s.dialect], s.path)
		r.unasked = append(r.unasked, s.operations()...)
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
