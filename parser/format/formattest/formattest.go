// Package formattest reads pages in one format, for tests of it and of what is
// made of its results.
//
// It is not part of the compatibility promise.
package formattest

import (
	"io/fs"
	"testing"

	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/page"
)

// maxPage is the size of the largest page that is read, in bytes.
const maxPage = 32 << 20

// Read reads the pages that a format claims.
func Read(t testing.TB, docs fs.FS, f format.Format) format.Result {
	t.Helper()
	tree, err := format.NewTree(docs, maxPage)
	if err != nil {
		t.Fatal(err)
	}
	r := f.Open(tree)
	if s, ok := r.(format.Skipper); ok {
		tree.LeaveOut(s.Skip)
	}
	w := format.NewWorkers(tree, 2)
	result, err := r.Read(t.Context(), Claimed(t, tree, r, w), w)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// Claimed asks a format about all pages and returns those that it wants.
func Claimed(t testing.TB, tree *format.Tree, r format.Reader, w *format.Workers) []*format.Page {
	t.Helper()
	wanted := make([]bool, len(tree.Pages))
	err := w.Each(t.Context(), len(tree.Pages), func(w *format.Worker, i int) error {
		text, err := w.Open(tree.Pages[i].Path)
		if err == nil && text.Bytes != nil && page.TooDeep(text.Bytes) < 0 {
			tree.Pages[i].Lend(text)
			wanted[i] = r.Claim(tree.Pages[i]) > format.Linked
			tree.Pages[i].TakeBack()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var out []*format.Page
	for i, p := range tree.Pages {
		if wanted[i] {
			out = append(out, p)
		}
	}
	return out
}
