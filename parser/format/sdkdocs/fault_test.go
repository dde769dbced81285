package sdkdocs

import (
	"errors"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// A unit that panics is named with the line of its heading.
func TestUnitsThatPanic(t *testing.T) {
	docs := fstest.MapFS{"files/list.md": {Data: []byte("---\nurl: x\n---\n\n## List\n\n**get** `/files`\n")}}
	tree, err := format.NewTree(docs, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	r := newRun(tree)
	text, err := format.NewWorker(tree).Open("files/list.md")
	if err != nil {
		t.Fatal(err)
	}
	p := tree.Pages[0]
	p.Lend(text)
	r.Claim(p)
	p.TakeBack()
	r.take(tree.Pages)
	r.bind()
	r.dialects[0].dialect = nil // whoever asks it panics
	r.pages[0].dialect = "http"
	_, err = r.readDialects(t.Context(), format.NewWorkers(tree, 1))
	var fault *diag.Fault
	if !errors.As(err, &fault) {
		t.Fatalf("%v, want a fault", err)
	}
	if fault.Span.File != "files/list.md" {
		t.Errorf("%v, want it to name the page", fault)
	}
}
