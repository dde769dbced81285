package source_test

import (
	"testing"

	"github.com/docgen-go/docgen/model/source"
)

func TestRebuilt(t *testing.T) {
	original := source.NewFile("parcels.md", []byte("menu\nGET/parcels\n\nid: näme\n"))
	text := "**get** `/parcels`\n\n- `id: näme`\n"
	f := original.Rebuilt([]byte(text), []int32{2, 0, 4})
	if got, want := f.Span(0, 18).String(), "parcels.md:2:1"; got != want {
		t.Errorf("the verb is at %s, want %s", got, want)
	}
	item := f.Span(23, 31)
	if item.Start.Line != 4 || item.Start.Offset != 18 || item.End.Line != 4 || item.End.Column != 9 {
		t.Errorf("the item is at %+v", item)
	}
	if at := f.Pos(19); at.Line != 2 {
		t.Errorf("an added line is at line %d, want that of the line before it", at.Line)
	}
	for offset, want := range map[int][2]int{0: {2, 12}, 19: {0, 0}, 20: {4, 10}, 99: {0, 0}} {
		if line, size := f.OriginLine(offset); line != want[0] || size != want[1] {
			t.Errorf("offset %d was made from line %d of %d bytes, want %v", offset, line, size, want)
		}
	}
	if line, size := original.OriginLine(6); line != 2 || size != 12 {
		t.Errorf("the original has line %d of %d bytes there", line, size)
	}
}
