// Package parser reads the Markdown pages of an API reference into the model.
//
// It reads in two rounds. The first looks at the lines of every page, cuts it
// into units (a method, a domain type, a resource's heading) and notes a hash
// of each. A reference prints most units several times, on the page of the
// method and on those of all resources above it; the second round reads each
// distinct unit once, where it stands deepest in the tree. The linker then
// makes one API of all units, in an order that depends on the paths of the
// pages only.
package parser

import (
	"context"
	"io/fs"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format/sdkdocs"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/link"
)

// Options are what a caller may choose about a run.
type Options = sdkdocs.Options

// Rebuilt is a page that was made from lines of another file.
type Rebuilt = sdkdocs.Rebuilt

// Dialects are the names of the dialects that docgen reads, sorted.
func Dialects() []string { return sdkdocs.Dialects() }

// Readers are the dialects that docgen reads.
func Readers() []dialect.Dialect { return sdkdocs.Readers() }

// Parse reads every page below the root of docs and links them to one API.
// Findings about pages come back as diagnostics, sorted by place; the error is
// for what stops a run: a folder that cannot be read, or ctx being done.
func Parse(ctx context.Context, docs fs.FS, o Options) (*model.API, diag.List, error) {
	in, pages, found, err := sdkdocs.Read(ctx, docs, o)
	if err != nil {
		return nil, nil, err
	}
	api, diags := link.Link(in)
	diags = append(diags, found...)
	api.Pages = pages()
	diags.Sort()
	return api, diags, ctx.Err()
}
