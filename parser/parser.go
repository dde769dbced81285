// Package parser reads the Markdown pages of an API reference into the model.
//
// [Parse] takes any file system, os.DirFS for a folder:
//
//	api, found, err := parser.Parse(ctx, os.DirFS("docs"), parser.Options{})
//
// The error is for what stops a run. What is wrong with the pages, or was concluded
// where they say nothing, is in the findings; where one of them is an error, the API
// lacks something that a page states.
//
// The package knows no format of pages. It lists them, asks each format which of them are
// its own, lets the formats read side by side, has the linker make one API of
// what each says, and lays these over each other. All of it happens in an order
// that depends on the paths of the pages only.
package parser

import (
	"context"
	"io/fs"
	"runtime"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// Options are what a caller may choose about a run. The zero Options read
// everything with all cores.
type Options struct {
	// Workers is how many pages are read at the same time; 0 means GOMAXPROCS.
	Workers int
	// Progress, when set, is called after each page with the number of pages
	// done and the number of pages there are. Calls do not overlap.
	Progress func(done, total int)
	// Phase, when set, is called while a phase of the run goes on, with how many of its steps
	// are done, and how many there are so far. Each phase ends with all of them. Calls do not
	// overlap. The phases are "looking at pages", "reading pages" and "linking".
	Phase func(phase string, done, total int)
	// Formats are the formats that pages may be of, in the order of their word; none
	// means all that docgen knows. Their type is not part of the compatibility promise.
	Formats []format.Format
	// Dialects restricts reading to the named dialects; none means all.
	Dialects []string
	// Tables is by which words and marks tables of attributes tell their facts, where it
	// is not concluded; nil concludes all. Its type is not part of the compatibility promise.
	Tables *format.Marks
	// MaxPageBytes rejects larger pages with a diagnostic; 0 means 32 MiB.
	MaxPageBytes int64
}

// Rebuilt is a page (an [fs.File] of the docs) that was made from lines of another
// file. It is not part of the compatibility promise.
type Rebuilt = format.Rebuilt

const defaultMaxPage = 32 << 20

// Parse reads every page below the root of docs and links them to one API.
// Findings about pages come back as diagnostics, sorted by place; the error is
// for what stops a run: a folder that cannot be read, or ctx being done.
func Parse(ctx context.Context, docs fs.FS, o Options) (*model.API, diag.List, error) {
	tree, err := format.NewTree(docs, maxPage(o))
	if err != nil {
		return nil, nil, err
	}
	tree.Dialects, tree.Marks = o.Dialects, o.Tables
	r := newRun(tree, o)
	alike(tree.Pages, &r.diags)
	if err := r.claim(ctx, o.lookedAt()); err != nil {
		return nil, nil, err
	}
	if err := r.read(ctx, o.phase("reading pages")); err != nil {
		return nil, nil, err
	}
	api, err := r.link(o.phase("linking"))
	if err != nil {
		return nil, nil, err
	}
	api.Pages, api.Profile = r.pageList(), r.profile()
	r.documentNamed(api)
	if err := r.classifyStatements(api); err != nil {
		return nil, nil, err
	}
	r.diags.Sort()
	r.reportEmpty(api)
	r.diags.Sort()
	return api, r.diags, ctx.Err()
}

func workers(o Options) int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

func maxPage(o Options) int64 {
	if o.MaxPageBytes > 0 {
		return o.MaxPageBytes
	}
	return defaultMaxPage
}
