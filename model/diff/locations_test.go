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
