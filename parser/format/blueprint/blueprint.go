// Package blueprint reads API Blueprint 1A, the form of references that Apiary made:
// Markdown whose headings name resources and actions, and whose lists describe
// parameters, messages and structures, these in MSON. It goes by the specification, and
// forgives what tools for it forgive: how far items are indented, and words of older
// versions.
//
// A blueprint says what a document in OpenAPI says. That document is made, of nodes that
// stand where the page has what they hold, and parser/openapi reads it: so that all that
// it knows of bodies, schemas and names holds here too. What only examples show of bodies
// is inferred by parser/link, as of pages of other formats.
//
// It is not part of the compatibility promise.
package blueprint

import (
	"context"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// Format is the format.
type Format struct{}

// Name returns "blueprint".
func (Format) Name() string { return "blueprint" }

// Describe returns how the pages look.
func (Format) Describe() string {
	return "API Blueprint (FORMAT: 1A, headings such as ## List cranes [GET /cranes], items + Request and + Response 200)"
}

// Open begins a run.
func (Format) Open(*format.Tree) format.Reader { return reader{} }

type reader struct{}

// Claim is sure of pages that say what they are, and of those with headings and items that
// no other format has.
func (reader) Claim(p *format.Page) format.Confidence {
	if p.IsDocument() {
		return format.None
	}
	sure := detect(p.Path, p.Text.Bytes[p.Front.End:])
	if sure == format.Likely && len(p.Stated) > 0 {
		return format.None // nothing but structures, beside endpoints in another form
	}
	return sure
}

// Read reads the pages side by side, and then makes one document of them.
func (reader) Read(ctx context.Context, pages []*format.Page, ws *format.Workers) (format.Result, error) {
	read := make([]*pageText, len(pages))
	files := make(tree.Files, len(pages))
	err := ws.Each(ctx, len(pages), func(w *format.Worker, i int) error {
		return diag.Guard("reading a page", source.Span{File: pages[i].Path}, func() error {
			text, err := w.OpenKept(pages[i].Path)
			if err != nil {
				return err
			}
			s := &pageText{page: pages[i], text: string(text.Bytes), number: i, file: text.File()}
			files[i] = s.file
			s.read(w)
			read[i] = s
			return nil
		})
	})
	if err != nil {
		return format.Result{}, err
	}
	out := format.Result{Extents: map[string]*format.Extent{}}
	b := newBuilder(read, files)
	out.API, err = b.api(ctx)
	for _, s := range read {
		out.Pages = append(out.Pages, s.account)
		out.Extents[s.page.Path] = &format.Extent{Parts: []format.Part{{End: len(s.text), Examples: s.headed, Checked: true}}}
		out.Diags = append(out.Diags, s.diags...)
	}
	out.Diags = append(out.Diags, b.diags...)
	return out, err
}
