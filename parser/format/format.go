// Package format is what a reader of one kind of reference implements, and what
// it works with: the tree of pages, workers that open them side by side, and the
// account of their bytes.
//
// Each format is a directory below this one and a row of the list in package
// parser. Nothing here knows any of them.
//
// It is not part of the compatibility promise.
package format

import (
	"context"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/statement"
)

// A Format is one kind of reference.
type Format interface {
	// Name is what pages and evidence say that the format is called.
	Name() string
	// Describe says how pages of the format look, for messages about pages that
	// nobody read: a clause that follows "docgen reads".
	Describe() string
	// Open begins a run over the pages of a tree, of which none is read yet.
	Open(t *Tree) Reader
}

// A Reader reads those pages of a tree that are of its format. It serves one run
// and may keep what Claim saw until Read.
type Reader interface {
	// Claim says by one cheap look how sure it is that a page is of this format.
	// It is called once for every page that is text, for several at a time, and
	// is the only time that it has the page's text for nothing. Pages that another
	// format skips by their paths are shown once more before.
	Claim(p *Page) Confidence
	// Read reads the pages that it was given, which are sorted by path. It is
	// called once, after all calls of Claim, and also where there are none. What
	// it does not understand in a page is unread, with a place. The error is for
	// what stops a run.
	Read(ctx context.Context, pages []*Page, w *Workers) (Result, error)
}

// A Skipper is a Reader that leaves pages out by their paths alone, because nobody
// asked for them or it cannot read them. Its result says so. Where the caller chose
// no dialects, a page that another format claims stays.
type Skipper interface {
	Skip(p *Page) bool
}

// A Confidence is how sure a format is that a page is its own. The surest reads
// the page; where two are equally sure, the first in the list does.
type Confidence uint8

// The steps of confidence.
const (
	// None is a page that shows nothing of the format.
	None Confidence = iota
	// Linked is a page without a sign of its own, such as a structure or an enum:
	// it is of the format if pages of the format link to it.
	Linked
	// Hinted is a page that states endpoints, as a guide may that is about them:
	// any format that knows more of it reads it.
	Hinted
	// Possible is a page with something that only this format has a finding
	// about, and that may be documentation all the same.
	Possible
	// Likely is a page that reads well in the format, and might in another.
	Likely
	// Certain is a page with marks that no other format has.
	Certain
	// Entire is a page whose facts are all in forms that no other format reads, even
	// where it has a mark of another one.
	Entire
)

// A Result is what the pages of one format say.
type Result struct {
	// Input are the units that the pages were read into, for the linker to make
	// one API of, in the order that decides which of two equal occurrences comes
	// first. See assemble.Builder for how to make a unit of declarations.
	Input link.Input
	// API is for formats whose pages hold whole documents that say how their types
	// are linked: a model that is complete but for its pages. It stands beside
	// what Input gives, whose word counts where both have a method.
	API *model.API
	// Pages account for the pages that were given to Read, each with all of its
	// bytes. Their Format is filled in by the caller.
	Pages []*model.Page
	// Extents are the parts of pages that became methods and types, by the path of
	// the page. What lies outside of them is looked through for statements that
	// nobody read; a page that is not here counts as read by its format as a whole.
	Extents map[string]*Extent
	// Unasked are the endpoints of pages that were left out because nobody asked
	// for them.
	Unasked []statement.Operation
	// Named are the operations that pages document, and whose definitions another
	// format reads.
	Named []Named
	// Left are pages that were given and that nobody asked for, so that they are
	// not listed. Each page is either in Pages or in Left.
	Left []*Page
	// Profile is what the format concluded about the marks of the reference, by what
	// each is for. The caller puts the name of the format before it.
	Profile map[string]string
	// Diags are the findings, those about pages that were skipped or left out, too.
	Diags diag.List
}

// A Named operation is one that a page names and documents without defining it.
type Named struct {
	statement.Operation
	Span source.Span
	// Title and Doc are what the page says of it.
	Title, Doc string
	// Missing is the file that the page takes the definition from, if it is not among
	// the docs.
	Missing string
}
