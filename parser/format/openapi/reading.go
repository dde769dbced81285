package openapi

import (
	"context"
	"errors"
	"fmt"
	"path"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/merge"
	"github.com/docgen-go/docgen/parser/openapi"
)

// A reading is the documents of one tree while they are read.
type reading struct {
	tree *format.Tree
	// files are those that were opened, by their paths; a file with a fault is kept
	// with its error.
	files map[string]*file
	diags diag.List
}

// A file is a document or a part of one.
type file struct {
	doc  *openapi.Document
	text []byte
	err  error
	// part says that a $ref leads into it.
	part bool
}

func newReading(t *format.Tree) *reading { return &reading{tree: t, files: map[string]*file{}} }

// read reads the documents that have operations, then those of the others into which
// no $ref leads, and lays them over each other.
func (r *reading) read(ctx context.Context, pages []*format.Page) (format.Result, error) {
	var out format.Result
	var sources []merge.Source
	for _, whole := range []bool{true, false} {
		for _, p := range pages {
			f := r.open(p.Path)
			if f.err == nil && openapi.HasOperations(f.doc) == whole && (whole || !f.part) {
				api, err := r.convert(ctx, f)
				if err != nil {
					return out, err
				}
				if api != nil {
					sources = append(sources, merge.Source{Format: "openapi", API: api})
				}
			}
		}
	}
	if len(sources) > 0 {
		r.tellSeveral(sources)
		api, diags := merge.APIs(sources)
		out.API, r.diags = api, append(r.diags, diags...)
	}
	for _, p := range pages {
		out.Pages = append(out.Pages, r.account(p))
	}
	out.Diags = r.diags
	return out, nil
}

// convert makes an API of one document, or none where it is no OpenAPI 3.
func (r *reading) convert(ctx context.Context, f *file) (*model.API, error) {
	api, found, err := openapi.Convert(ctx, f.doc)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		r.refuse(f, err)
		return nil, nil
	}
	more, err := link.Complete(api)
	r.diags = append(append(r.diags, found...), more...)
	return api, err
}

// refuse reports a file that cannot be read.
func (r *reading) refuse(f *file, err error) {
	f.err = err
	var refused *openapi.RefusedError
	if !errors.As(err, &refused) {
		refused = &openapi.RefusedError{Reason: err.Error()}
	}
	r.diags.Add("unread-document", diag.Error, refused.At, "%s", refused.Reason).Help = refused.Help
}

// tellSeveral says that the docs have several documents, which become one API.
func (r *reading) tellSeveral(sources []merge.Source) {
	if len(sources) < 2 {
		return
	}
	titles := make([]string, len(sources))
	for i, s := range sources {
		titles[i] = fmt.Sprintf("%q", s.API.Title)
	}
	first := source.Span{}
	for _, m := range sources[1].API.Methods {
		first = source.Span{File: m.Span.File, Start: source.Pos{Line: 1, Column: 1}, End: source.Pos{Line: 1, Column: 1}}
		break
	}
	r.diags.Add("several-documents", diag.Info, first, "the docs have %d OpenAPI documents (%v), which are read as one API", len(sources), titles).
		Help = "name one of them as DOCS if they describe several"
}

// open reads a file of the docs, once.
func (r *reading) open(name string) *file {
	if have := r.files[name]; have != nil {
		return have
	}
	f := &file{}
	r.files[name] = f
	text, err := r.tree.ReadFile(name)
	if err != nil {
		f.err = err
		return f
	}
	f.text = text.Bytes
	doc, found, err := openapi.Parse(name, text.Bytes)
	r.diags = append(r.diags, found...)
	if err != nil {
		r.refuse(f, err)
		return f
	}
	doc.Open = func(ref string) (*openapi.Document, error) { return r.part(path.Join(path.Dir(name), ref)) }
	f.doc = doc
	return f
}

// part returns the document that a $ref leads into.
func (r *reading) part(name string) (*openapi.Document, error) {
	if path.IsAbs(name) || name == ".." || len(name) > 2 && name[:3] == "../" {
		return nil, errors.New("it lies outside of the docs; name the folder that holds all files as DOCS")
	}
	f := r.open(name)
	f.part = true
	return f.doc, f.err
}

// account says what became of a file. All of it is model but for blank lines.
func (r *reading) account(p *format.Page) *model.Page {
	f := r.open(p.Path)
	bytes := format.ProseBytes(f.text)
	out := &model.Page{Path: p.Path, Kind: model.PageReference, Bytes: model.Bytes{Total: bytes.Total, Model: bytes.Docs, Layout: bytes.Layout}}
	if f.err != nil {
		out.Kind = model.PageRejected
		out.Bytes = model.Bytes{Total: bytes.Total, Unread: bytes.Total}
	} else {
		out.Title = openapi.Title(f.doc)
	}
	return out
}
