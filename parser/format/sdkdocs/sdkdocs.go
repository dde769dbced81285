// Package sdkdocs reads the pages of references that print each method once per
// client language, as lists of nested items.
package sdkdocs

import (
	"context"
	"io/fs"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/link"
)

// Read reads every page below the root of docs. The list of pages is ready when
// they are linked.
func Read(ctx context.Context, docs fs.FS, o Options) (link.Input, func() []*model.Page, diag.List, error) {
	r := newRun(docs, o)
	if err := r.list(); err != nil {
		return link.Input{}, nil, nil, err
	}
	if err := r.scan(ctx); err != nil {
		return link.Input{}, nil, nil, err
	}
	r.bind()
	in, err := r.read(ctx)
	return in, r.pageList, r.diags, err
}
