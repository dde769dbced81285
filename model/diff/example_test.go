package diff_test

import (
	"context"
	"fmt"
	"log"
	"testing/fstest"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
	"github.com/docgen-go/docgen/parser"
)

// Two revisions of one page differ in a field that is gone and in one that came.
func Example() {
	revision := func(field string) *model.API {
		page := "## Get a Dock\n\n**get** `/v1/docks/{dock_id}`\n\n### Path Parameters\n\n- `dock_id: string`\n\n### Returns\n\n- `id: string`\n\n- `" + field + "`\n"
		api, _, err := parser.Parse(context.Background(), fstest.MapFS{"docks/retrieve.md": {Data: []byte(page)}}, parser.Options{})
		if err != nil {
			log.Fatal(err)
		}
		return api
	}
	found := diff.Compare(revision("depth: number"), revision("ships: array of string"))
	findings := rules.Default().Classify(found.Changes)
	for _, f := range findings {
		fmt.Printf("%s: %s (%s %s) [%s]\n", f.Severity, f.Message, f.Method, f.At, f.Rules[0])
	}
	fmt.Println("the next version is a", diff.StepFor(findings, found.Texts), "one")
	// Output:
	// breaking: required field removed (docks.retrieve returns.depth) [response-field-removed-required]
	// info: required field added (docks.retrieve returns.ships) [response-field-added-required]
	// the next version is a major one
}
