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
	"runtime"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/link"
)

// Options are what a caller may choose about a run. The zero Options read
// everything with all cores.
type Options struct {
	// Workers is how many pages are read at the same time; 0 means GOMAXPROCS.
	Workers int
	// Progress, when set, is called after each page with the number of pages
	// done and the number of pages there are. Calls do not overlap.
	Progress func(done, total int)
	// Dialects restricts reading to the named dialects; none means all.
	Dialects []string
	// MaxPageBytes rejects larger pages with a diagnostic; 0 means 32 MiB.
	MaxPageBytes int64
}

const defaultMaxPage = 32 << 20

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

func (o Options) maxPage() int64 {
	if o.MaxPageBytes > 0 {
		return o.MaxPageBytes
	}
	return defaultMaxPage
}

// Parse reads every page below the root of docs and links them to one API.
// Findings about pages come back as diagnostics, sorted by place; the error is
// for what stops a run: a folder that cannot be read, or ctx being done.
func Parse(ctx context.Context, docs fs.FS, o Options) (*model.API, diag.List, error) {
	r := newRun(docs, o)
	if err := r.list(); err != nil {
		return nil, nil, err
	}
	if err := r.scan(ctx); err != nil {
		return nil, nil, err
	}
	r.bind()
	if err := r.judgeStatements(); err != nil {
		return nil, nil, err
	}
	in, err := r.read(ctx)
	if err != nil {
		return nil, nil, err
	}
	api, diags := link.Link(in)
	diags = append(diags, r.diags...)
	api.Pages = r.pageList()
	diags.Sort()
	return api, diags, ctx.Err()
}
