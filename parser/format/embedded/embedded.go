// Package embedded reads pages that carry the OpenAPI of an operation in a fence,
// as hosts of documentation publish them and as some write them by hand. The
// fragments of one specification are merged into one document, which
// parser/openapi reads.
//
// It is not part of the compatibility promise.
package embedded

import (
	"context"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/openapi/tree"
	"github.com/docgen-go/docgen/parser/page"
	"github.com/docgen-go/docgen/parser/statement"
)

// Format is the format.
type Format struct{}

// Name returns "embedded".
func (Format) Name() string { return "embedded" }

// Describe returns how the pages look.
func (Format) Describe() string {
	return "pages that hold an OpenAPI document, or a fragment of one, in a fence"
}

// Open begins a run.
func (Format) Open(t *format.Tree) format.Reader { return &reader{tree: t} }

type reader struct{ tree *format.Tree }

// Claim is certain of pages with a definition in a fence, and of those of which
// the front matter names an operation of a specification.
func (r *reader) Claim(p *format.Page) format.Confidence {
	if _, ok := pointerOf(p.Front); ok {
		return format.Certain
	}
	for _, f := range page.Fences(p.Text.Bytes, p.Front.End) {
		if form, _, _ := statement.Definition(f.Info, p.Text.Bytes[f.Inner:f.InnerEnd]); form == statement.OpenAPI || form == statement.AsyncAPI {
			return format.Certain
		}
	}
	return format.None
}

// Read reads the pages side by side, and then merges what they hold.
func (r *reader) Read(ctx context.Context, pages []*format.Page, ws *format.Workers) (format.Result, error) {
	found := make([]*onPage, len(pages))
	files := make(tree.Files, len(pages))
	parts := newStore()
	err := ws.Each(ctx, len(pages), func(w *format.Worker, i int) error {
		return diag.Guard("reading a page", source.Span{File: pages[i].Path}, func() error {
			text, err := w.OpenKept(pages[i].Path)
			if err != nil {
				return err
			}
			files[i] = text.File()
			found[i] = readPage(w, r.tree, pages[i], i, text, files, parts)
			return nil
		})
	})
	if err != nil {
		return format.Result{}, err
	}
	out := format.Result{Extents: map[string]*format.Extent{}}
	var fragments []*fragment
	for i, p := range pages {
		out.Pages = append(out.Pages, found[i].account)
		out.Diags = append(out.Diags, found[i].diags...)
		out.Extents[p.Path] = found[i].extent
		out.Named = append(out.Named, found[i].named...)
		fragments = append(fragments, found[i].fragments...)
	}
	out.API, err = build(ctx, fragments, files, parts, &out.Diags)
	return out, err
}

// build makes one API of the fragments of all pages, or nil where there is nothing of
// one.
func build(ctx context.Context, fragments []*fragment, files tree.Files, parts *store, diags *diag.List) (*model.API, error) {
	var apis []specAPI
	specs, guessed := group(fragments)
	for _, g := range guessed {
		for _, f := range g.fragments {
			diags.Add("unnamed-fragment", diag.Warning, files.Position(f.root), "the fence names neither a file nor a title nor a server: it is taken for a part of %q, the largest of the specifications on the pages", g.of.name).
				Help = "put the pages of each specification into a folder of its own"
		}
	}
	for _, s := range specs {
		m := merger{spec: s, files: files, parts: parts, diags: diags}
		api, err := m.convert(ctx, m.merge())
		if err != nil {
			return nil, err
		}
		if api != nil && (len(api.Resources) > 0 || len(api.Types) > 0) {
			apis = append(apis, specAPI{s, api})
		}
	}
	return combine(apis, files, diags), nil
}
