package parser

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// A faultyFS stands for code that panics in the first or second round, on the
// page that it was opened for.
type faultyFS struct {
	fs.FS
	page string
	// opens is how often the page can be opened before it panics.
	opens int
}

func (f *faultyFS) Open(name string) (fs.File, error) {
	if name == f.page {
		if f.opens == 0 {
			panic("torn page")
		}
		f.opens--
	}
	return f.FS.Open(name)
}

// A round that panics ends in an error that names the page.
func TestRoundsThatPanic(t *testing.T) {
	docs := fstest.MapFS{
		"files/list.md": {Data: []byte("## List\n\n**get** `/files`\n")},
		"files/get.md":  {Data: []byte("## Get\n\n**get** `/files/{id}`\n")},
	}
	for round, doing := range []string{"looking at a page", "reading a page"} {
		_, _, err := Parse(t.Context(), &faultyFS{docs, "files/list.md", round}, Options{})
		var fault *diag.Fault
		if !errors.As(err, &fault) || fault.Doing != doing || fault.Span != (source.Span{File: "files/list.md"}) {
			t.Errorf("%v, want a fault while %s that names files/list.md", err, doing)
		}
	}
}
