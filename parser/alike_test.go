package parser_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

const cranePage = "## List Cranes\n\n**get** `/v1/cranes`\n\n### Returns\n\n- `data: array of string`\n"

// TestPagesAlike reports pages of which Windows and macOS keep one.
func TestPagesAlike(t *testing.T) {
	dock := strings.NewReplacer("Cranes", "Docks", "cranes", "docks").Replace(cranePage)
	_, found, err := parser.Parse(t.Context(), fstest.MapFS{
		"docks/List.md": {Data: []byte(cranePage)}, "docks/list.md": {Data: []byte(dock)}, "cranes/list.md": {Data: []byte(cranePage)},
	}, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range found {
		if d.Code == "pages-alike" && d.Severity == diag.Warning {
			got = append(got, d.Span.String()+": "+d.Message)
		}
	}
	if want := "docks/list.md:1:1: the name of the page differs only in case from that of docks/List.md"; strings.Join(got, "\n") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestEndingsInCapitals reads a page whose ending is in capital letters, as some editors of
// Windows write it, and follows links to it.
func TestEndingsInCapitals(t *testing.T) {
	index := "# Reference\n\n- [Cranes](CRANES.MD)\n- [Docks](docks.md)\n- [Gone](gone.md)\n"
	dock := strings.NewReplacer("Cranes", "Docks", "cranes", "docks").Replace(cranePage)
	api, found, err := parser.Parse(t.Context(), fstest.MapFS{
		"README.md": {Data: []byte(index)}, "CRANES.MD": {Data: []byte(cranePage)}, "docks.Md": {Data: []byte(dock)},
	}, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range api.Methods {
		got = append(got, m.Verb+" "+m.Path)
	}
	if strings.Join(got, ", ") != "GET /v1/cranes, GET /v1/docks" && strings.Join(got, ", ") != "GET /v1/docks, GET /v1/cranes" {
		t.Errorf("the methods are %q: %v", got, found)
	}
	for _, d := range found {
		if d.Code == "gone-page" && !strings.Contains(d.Message, "gone") {
			t.Error(d)
		}
	}
}
