package diff_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/parser"
)

const stated = `openapi: 3.0.0
info: {title: Cranes, version: '1'}
paths:
  /cranes:
    post:
      operationId: createCrane
      requestBody:
        content:
          application/json: # body
            schema: {type: object, properties: {name: {type: string}}}
      responses:
        '201': # result
          description: Made.
          content:
            application/json:
              schema: {type: object, properties: {id: {type: string}}}
`

// TestLocationsOfParts holds that what changes about a body or a result stands where the
// document states that, and not at the operation.
func TestLocationsOfParts(t *testing.T) {
	read := func(text string) *model.API {
		api, _, err := parser.Parse(t.Context(), fstest.MapFS{"cranes.yaml": {Data: []byte(text)}}, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return api
	}
	lineOf := func(text, mark string) int {
		before, _, _ := strings.Cut(text, mark)
		return strings.Count(before, "\n") + 1
	}
	after := "# moved\n" + strings.NewReplacer("application/json: # body", "text/json: # body", "'201'", "'202'").Replace(stated)
	want := map[diff.Kind]string{diff.MediaChanged: "# body", diff.StatusChanged: "# result"}
	for _, c := range diff.Compare(read(stated), read(after)).Changes {
		mark := want[c.Kind]
		if mark == "" {
			t.Errorf("%s at %s", c.Kind, c.At)
			continue
		}
		delete(want, c.Kind)
		for _, side := range []struct{ got, line int }{{int(c.OldSpan.Start.Line), lineOf(stated, mark)}, {int(c.NewSpan.Start.Line), lineOf(after, mark)}} {
			if side.got != side.line {
				t.Errorf("%s is at line %d, want %d", c.Kind, side.got, side.line)
			}
		}
	}
	for kind := range want {
		t.Errorf("no %s", kind)
	}
}

const sharing = `openapi: 3.0.0
info: {title: Cranes, version: '1'}
paths:
  /cranes:
    get:
      operationId: listCranes
      parameters:
        - $ref: '#/components/parameters/Limit'
        - $ref: '#/components/parameters/Cursor' # listed
      responses: {'204': {description: None.}}
components:
  parameters:
    Limit: {name: limit, in: query, schema: {type: integer, maximum: 50}} # shared
    Cursor: {name: cursor, in: query, schema: {type: string}}
`

// TestLocationsOfSharedParameters holds that a parameter that several methods may share
// goes and comes where the method lists it, and changes where it is described.
func TestLocationsOfSharedParameters(t *testing.T) {
	read := func(text string) *model.API {
		api, _, err := parser.Parse(t.Context(), fstest.MapFS{"cranes.yaml": {Data: []byte(text)}}, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return api
	}
	lineOf := func(text, mark string) int {
		before, _, _ := strings.Cut(text, mark)
		return strings.Count(before, "\n") + 1
	}
	without := strings.NewReplacer("        - $ref: '#/components/parameters/Cursor' # listed\n", "", "maximum: 50", "maximum: 40").Replace(sharing)
	for _, c := range diff.Compare(read(sharing), read(without)).Changes {
		want := map[diff.Kind]int{diff.ParamRemovedOptional: lineOf(sharing, "# listed"), diff.LimitTightened: lineOf(sharing, "# shared")}[c.Kind]
		if got := int(c.OldSpan.Start.Line); got != want {
			t.Errorf("%s went from line %d, want %d", c.Kind, got, want)
		}
	}
	changes := diff.Compare(read(without), read(sharing)).Changes
	if len(changes) != 2 {
		t.Fatalf("%d changes", len(changes))
	}
	for _, c := range changes {
		if got, want := int(c.NewSpan.Start.Line), lineOf(sharing, "# listed"); c.Kind == diff.ParamAddedOptional && got != want {
			t.Errorf("%s came at line %d, want %d", c.Kind, got, want)
		}
	}
}
