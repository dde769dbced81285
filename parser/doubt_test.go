package parser

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// Where most methods differ on the pages of resources, the reference is like
// that, and one note says so.
func TestTwoWordingsEverywhere(t *testing.T) {
	for _, c := range []struct{ methods, differing, doubts, notes int }{{3, 3, 3, 0}, {12, 4, 4, 0}, {12, 12, 0, 1}, {12, 0, 0, 0}} {
		docs, resource := fstest.MapFS{}, "# Docks\n\n"
		for i := range c.methods {
			method := fmt.Sprintf("## Get %d\n\n**get** `/v1/docks/%d`\n\n### Returns\n\n- `id: string`\n\n", i, i)
			docs[fmt.Sprintf("docks/get%d.md", i)] = &fstest.MapFile{Data: []byte(method)}
			if i < c.differing {
				method += "- `depth: number`\n\n"
			}
			resource += method
		}
		docs["docks.md"] = &fstest.MapFile{Data: []byte(resource)}
		api, found, err := Parse(t.Context(), docs, Options{})
		if err != nil {
			t.Fatal(err)
		}
		notes := 0
		for _, d := range found {
			if d.Code == "two-wordings" && d.Severity == diag.Info {
				notes++
			}
		}
		if len(api.Doubts) != c.doubts || notes != c.notes {
			t.Errorf("%+v: %d doubts and %d notes", c, len(api.Doubts), notes)
		}
		for _, d := range api.Doubts {
			if d.Kind != model.DoubtWording || len(d.Methods) != 1 || d.Span.Start.Line == 0 {
				t.Errorf("%+v names no method or no place", d)
			}
		}
	}
}
