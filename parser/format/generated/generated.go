// Package generated reads the pages that OpenAPI Generator and Swagger Codegen write
// beside the client of an API, in whatever language that is: an index of methods with
// their verbs and paths, a section with tables for each of them, and a page for each
// structure. It knows them by their form, and no language by more than the words that
// it has for types (types.txt).
//
// Such pages print a document that is gone. The document is made again, of nodes that
// stand where the page says what they hold, and parser/openapi reads it: so that all
// that it knows of bodies, credentials and names holds here too. What the generator
// leaves out (where a parameter travels, how names are spelled on the wire) is
// inferred, carries evidence and is reported.
//
// It is not part of the compatibility promise.
package generated

import (
	"context"
	"slices"
	"sync"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/openapi/tree"
	"github.com/docgen-go/docgen/parser/statement"
)

// Format is the format.
type Format struct{}

// Name returns "generated".
func (Format) Name() string { return "generated" }

// Describe returns how the pages look.
func (Format) Describe() string {
	return "the docs folder that OpenAPI Generator writes for a client (a table `Method | HTTP request`, a section for each method, a page with `## Properties` for each structure)"
}

// Open begins a run.
func (Format) Open(t *format.Tree) format.Reader { return &reader{tree: t} }

type reader struct {
	tree *format.Tree

	mu sync.Mutex
	// defined says that the tree has definitions in OpenAPI, which say what the API has.
	defined bool
}

// Claim is sure of pages with the index of methods and sections that only the generator
// writes, and of structures with its marks. Other structures are pages that these link
// to.
func (r *reader) Claim(p *format.Page) format.Confidence {
	if isDefinition(p) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.defined = true
		return format.None
	}
	if p.IsDocument() || !mayBelong(p.Text.Bytes) {
		return format.None
	}
	s := cut(p, p.Text.Bytes)
	switch s.kind() {
	case methodsPage:
		return format.Entire
	case indexPage:
		return format.Likely
	case structurePage:
		if s.isMarked() {
			return format.Entire
		}
		return format.Linked
	}
	return format.None
}

// isDefinition reports whether a page defines operations in OpenAPI, which another format
// reads.
func isDefinition(p *format.Page) bool {
	if p.IsDocument() {
		return p.Surest >= format.Likely
	}
	return p.Surest >= format.Certain && slices.ContainsFunc(p.Stated, func(f statement.Finding) bool { return f.Form == statement.OpenAPI })
}

// Read reads the pages side by side, and then makes one document of them.
func (r *reader) Read(ctx context.Context, pages []*format.Page, ws *format.Workers) (format.Result, error) {
	read := make([]*pageText, len(pages))
	files := make(tree.Files, len(pages))
	err := ws.Each(ctx, len(pages), func(w *format.Worker, i int) error {
		return diag.Guard("reading a page", source.Span{File: pages[i].Path}, func() error {
			text, err := w.OpenKept(pages[i].Path)
			if err != nil {
				return err
			}
			s := cut(pages[i], text.Bytes)
			s.number, s.file = i, text.File()
			files[i] = s.file
			s.read(w)
			read[i] = s
			return nil
		})
	})
	if err != nil {
		return format.Result{}, err
	}
	if r.defined {
		return documentation(read), nil
	}
	out := format.Result{}
	for _, s := range read {
		out.Pages = append(out.Pages, s.account)
		out.Diags = append(out.Diags, s.diags...)
	}
	b := newBuilder(r.tree, read, files, &out.Diags)
	out.API, err = b.api(ctx)
	if out.API != nil {
		out.Profile = b.profile()
	}
	return out, err
}

// documentation accounts for pages beside definitions of the API: they tell of a client of
// some version, and what they list and nobody defines is a finding of the caller's.
func documentation(read []*pageText) format.Result {
	out := format.Result{Extents: map[string]*format.Extent{}}
	for i, s := range read {
		if i == 0 {
			out.Diags.Add("client-pages", diag.Info, s.file.Span(0, 0), "%d pages are about a client of the API, which definitions in OpenAPI describe: they are documentation", len(read)).
				Help = "name their folder alone as DOCS to read the API from them"
		}
		body := []byte(s.text)
		out.Pages = append(out.Pages, &model.Page{
			Path: s.page.Path, Title: s.account.Title, URL: s.page.Front.URL, Kind: format.ProseKind(body[s.page.Front.End:]), Bytes: format.ProseBytes(body),
		})
		out.Extents[s.page.Path] = &format.Extent{Parts: []format.Part{{Start: 0, End: len(body)}}}
	}
	return out
}
