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

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/openapi/tree"
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

type reader struct{ tree *format.Tree }

// Claim is sure of pages with the index of methods and sections that only the generator
// writes, and of structures with its marks. Other structures are pages that these link
// to.
func (r *reader) Claim(p *format.Page) format.Confidence {
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
