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

// TestRefusedFolders reads pages as deep as folders may be, with headings that nest
// below them, and demands an error for a page that is deeper.
func TestRefusedFolders(t *testing.T) {
	method := "**post** `/v1/docks`\n\n### Body Parameters\n\n- `name: string`\n"
	for name, page := range map[string]string{
		"method":     "## Make a dock\n\n" + method,
		"nested":     "# Docks\n\n## Make a dock\n\n" + method,
		"breadcrumb": "# " + strings.Repeat("Docks › ", 60) + "Piers\n\n## Make a dock\n\n" + method,
	} {
		for _, folders := range []int{100, 101, 300} {
			file := strings.Repeat("d/", folders) + "docks.md"
			api, found, err := parser.Parse(t.Context(), fstest.MapFS{file: {Data: []byte(page)}}, parser.Options{})
			if err != nil {
				t.Fatalf("%s, %d: %v", name, folders, err)
			}
			if err := api.Validate(); err != nil {
				t.Errorf("%s, %d: %v", name, folders, err)
			}
			refused := len(found) == 1 && found[0].Code == "page-too-deep" && found[0].Severity == diag.Error && found[0].Span.String() == file+":1:1"
			if api.Pages[0].Kind == model.PageRejected != refused || refused != (folders > 100) {
				t.Errorf("%s, %d: %v, and the page is %s", name, folders, found, api.Pages[0].Kind)
			}
		}
	}
}
