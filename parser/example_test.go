package parser_test

import (
	"context"
	"fmt"
	"log"
	"testing/fstest"

	"github.com/docgen-go/docgen/parser"
)

// Two pages of a made-up reference become methods and types; the table that nobody
// can read as parameters is an error, which says where it is.
func Example() {
	docs := fstest.MapFS{
		"docks/retrieve.md": {Data: []byte("## Get a Dock\n\n**get** `/v1/docks/{dock_id}`\n\n### Path Parameters\n\n- `dock_id: string`\n\n" +
			"### Returns\n\n- `Dock object { id, depth }`\n\n  - `id: string`\n\n  - `depth: optional number`\n")},
		"docks/close.md": {Data: []byte("## Close a Dock\n\n**post** `/v1/docks/{dock_id}/close`\n\n### Path Parameters\n\n- `dock_id: string`\n\n" +
			"### Body Parameters\n\n| Name | Type |\n|---|---|\n| `reason` | string |\n")},
	}
	api, found, err := parser.Parse(context.Background(), docs, parser.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range api.Methods {
		fmt.Println(m.ID, m.Verb, m.Path)
	}
	for _, t := range api.Types {
		fmt.Println(t.Name, t.Type.Kind, "with", len(t.Type.Fields), "fields")
	}
	for _, d := range found {
		fmt.Printf("%s: %s [%s]\n", d.Span, d.Severity, d.Code)
	}
	// Output:
	// docks.close POST /v1/docks/{dock_id}/close
	// docks.retrieve GET /v1/docks/{dock_id}
	// Dock object with 2 fields
	// docks/close.md:11:1: error [unread-facts]
}
