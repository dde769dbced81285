package format_test

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
)

// TestUnreadText demands a finding about each stretch that no reader marked.
func TestUnreadText(t *testing.T) {
	const text = "read\n\npassed over\nand on\n\nread\n"
	var w format.Worker
	w.Clear(len(text))
	w.Mark(0, 5, format.Model)
	w.Mark(len(text)-5, len(text), format.Docs)
	var found diag.List
	got := w.Account(source.NewFile("docks.md", []byte(text)), 0, len(text), int64(len(text)), &found)
	if want := (model.Bytes{Total: 31, Model: 5, Docs: 5, Layout: 2, Unread: 19}); got != want {
		t.Errorf("bytes %+v, want %+v", got, want)
	}
	if len(found) != 1 || found[0].Code != "unread-text" || found[0].Span.String() != "docks.md:3:1" {
		t.Errorf("findings %v", found)
	}
}
