package page_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/page"
)

// FuzzPage reads any text: blocks stay inside of it and in order.
func FuzzPage(f *testing.F) {
	for _, seed := range []string{
		"# A\n\n- `a: string`\n\n  - `\"x\"`\n",
		"---\ntitle: x\n---\n## B\n```json\n{}\n",
		"- - - ``\n\t1. *\n> q\n~~~\n", "\xff\x00", "- a\n\n\n      code\n***\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		clean, fault, _ := page.Clean(data)
		if fault == page.FaultBinary || fault == page.FaultHTML || page.TooDeep(clean) >= 0 {
			return
		}
		text := &page.Text{Bytes: clean, String: string(clean)}
		at := page.ReadFront(clean).End
		for _, h := range page.Outline(clean, at) {
			if h.Start != at || h.Body < h.Start || h.End < h.Body {
				t.Fatalf("heading %+v leaves a gap after %d", h, at)
			}
			at = h.End
			inside(t, page.NewReader().Blocks(text, h.Body, h.End), h.Body, h.End)
		}
		if at != len(clean) {
			t.Fatalf("the outline ends at %d of %d", at, len(clean))
		}
	})
}

// inside fails where a block leaves the stretch that holds it.
func inside(t *testing.T, blocks []page.Block, start, end int) {
	for _, b := range blocks {
		if b.Start < start || b.End > end || b.End < b.Start || b.InnerEnd < b.InnerStart || b.InnerEnd > end {
			t.Fatalf("block %d-%d (inner %d-%d) leaves %d-%d", b.Start, b.End, b.InnerStart, b.InnerEnd, start, end)
		}
		for _, it := range b.Items {
			if it.Start < b.Start || it.End > end {
				t.Fatalf("item %d-%d leaves its list %d-%d", it.Start, it.End, b.Start, end)
			}
			inside(t, it.Blocks, it.Start, end)
		}
	}
}
