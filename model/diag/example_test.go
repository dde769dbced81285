package diag_test

import (
	"fmt"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// A reader of pages explains its code once, and adds a finding wherever it applies.
func Example() {
	tide := diag.Register(diag.Entry{
		Code: "unknown-tide", Severity: diag.Warning,
		Title: "a tide is neither high nor low", Why: "Its value is kept as text.", Help: "Correct the page.",
		Example: "- `tide: \"up\"`\n",
	})
	page := source.NewFile("tides.md", []byte("# Tides\n\n- `tide: \"up\"`\n"))
	var found diag.List
	found.Add(tide, diag.Warning, page.Span(11, 23), "the tide %q is neither high nor low", "up").
		See(page.Span(0, 7), "the page of tides")
	for _, d := range found {
		fmt.Println(d)
		if e, ok := diag.Lookup(d.Code); ok {
			fmt.Println(e.Why, e.Help)
		}
	}
	// Output:
	// tides.md:3:3: warning: the tide "up" is neither high nor low [unknown-tide]
	// 	tides.md:1:1: the page of tides
	// Its value is kept as text. Correct the page.
}
