package source_test

import (
	"fmt"

	"github.com/docgen-go/docgen/model/source"
)

// Columns count letters as editors do, not bytes.
func Example() {
	page := source.NewFile("docks.md", []byte("# Docks\n\nGröße: 12 m\n"))
	span := page.Span(18, 20)
	fmt.Println(span, "to column", span.End.Column)
	// Output:
	// docks.md:3:8 to column 10
}
