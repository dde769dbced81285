// Package openapi is the format of files that are OpenAPI documents themselves.
//
// It is not part of the compatibility promise.
package openapi

import (
	"context"

	"github.com/docgen-go/docgen/parser/format"
)

// Format is the format.
type Format struct{}

// Name returns "openapi".
func (Format) Name() string { return "openapi" }

// Describe says how the files look.
func (Format) Describe() string { return "OpenAPI 3 documents (.yaml, .yml, .json)" }

// Open begins a run.
func (Format) Open(t *format.Tree) format.Reader { return reader{t} }

type reader struct{ tree *format.Tree }

// Claim is sure of every document that the tree lists: those that say which
// description of an API they are. Read says why it reads none of other versions.
func (reader) Claim(p *format.Page) format.Confidence {
	if p.IsDocument() {
		return format.Certain
	}
	return format.None
}

// Read reads each document that is no mere part of another one.
func (r reader) Read(ctx context.Context, pages []*format.Page, _ *format.Workers) (format.Result, error) {
	return newReading(r.tree).read(ctx, pages)
}
