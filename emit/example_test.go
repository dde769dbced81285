package emit_test

import (
	"context"
	"fmt"
	"log"
	"strings"
	"testing/fstest"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/parser"
)

// A page becomes a package: its own files, and the runtime that it carries.
func Example() {
	docs := fstest.MapFS{"docks/retrieve.md": {Data: []byte("## Get a Dock\n\n**get** `/v1/docks/{dock_id}`\n\n### Path Parameters\n\n- `dock_id: string`\n\n" +
		"### Returns\n\n- `Dock object { id, depth }`\n\n  - `id: string`\n\n  - `depth: optional number`\n")}}
	ctx := context.Background()
	api, _, err := parser.Parse(ctx, docs, parser.Options{})
	if err != nil {
		log.Fatal(err)
	}
	set, found, err := emit.Go(ctx, api, emit.Options{Package: "harbor"})
	if err != nil {
		log.Fatal(err)
	}
	for _, path := range set.Paths() {
		if !strings.HasPrefix(path, "runtime") {
			fmt.Println(path)
		}
	}
	fmt.Println(len(found), "findings")
	for line := range strings.Lines(string(set["types_docks.go"])) {
		if strings.HasPrefix(line, "type Dock struct") {
			fmt.Print(line)
		}
	}
	// Output:
	// README.md
	// api_docks.go
	// api_docks_test.go
	// client.go
	// example_test.go
	// types_docks.go
	// 0 findings
	// type Dock struct {
}
