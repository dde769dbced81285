package parser_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

// TestRefusedPages demands an error for pages that no reader could take in bounded
// time and memory, and that all of their bytes count as unread.
func TestRefusedPages(t *testing.T) {
	for code, page := range map[diag.Code]string{
		"page-too-large": "# Docks\n" + strings.Repeat("a dock\n", 200),
		"page-too-deep":  strings.Repeat("- ", 300) + "deep\n",
	} {
		docs := fstest.MapFS{"docks.md": {Data: []byte(page)}}
		api, found, err := parser.Parse(t.Context(), docs, parser.Options{MaxPageBytes: 1000})
		if err != nil {
			t.Fatal(err)
		}
		if len(found) != 1 || found[0].Code != code || found[0].Severity != diag.Error || found[0].Span.String() != "docks.md:1:1" {
			t.Errorf("%s: %v", code, found)
		}
		if p := api.Pages[0]; p.Kind != model.PageRejected || p.Bytes.Unread != int64(len(page)) || p.Bytes.Total != p.Bytes.Unread {
			t.Errorf("%s: %+v", code, p)
		}
	}
}
