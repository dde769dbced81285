package main

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/cmd/docgen/internal/laws"
)

// piers is a document in which each name in capitals is replaced by what an addition says,
// or by nothing.
const piers = `openapi: 3.1.0
info: {title: Piers, version: "1"}
servers: [{url: "https://api.piers.example"}]
paths:
  /piers:
    get:
      operationId: piers_list
      parameters: [QUERY]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pier"}}}}}}
  /piers/{id}:
    delete:
      operationId: piers_delete
      parameters: [PATHHEADER]
      BODY
      responses: RESPONSE
  /piers/{id}/close:
    post:
      operationId: piers_close
      parameters: [PATHCOOKIE]
      FORM
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pier"}}}}ERRORS}
  /piers/{id}/name:
    put:
      operationId: piers_rename
      parameters: [PATH]
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [REQUIRED], properties: {name: {type: string}MEMBER}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pier"}}}}}
components:
  schemas:
    Reason: {type: object, properties: {why: {type: string}}}
    Pier:
      type: object
      required: [id, state]
      properties: {id: {type: string}, state: {type: string, enum: [open, closedVALUE]}FIELD}
`

// pierCalls is what a program wrote for the document without additions.
const pierCalls = `package client

import "context"

func calls(ctx context.Context, c *Client, opts ...Option) error {
	if _, err := c.Piers.List(ctx); err != nil {
		return err
	}
	if _, err := c.Piers.Close(ctx, "p", opts...); err != nil {
		return err
	}
	p, err := c.Piers.Rename(ctx, "p", PierRenameParams{Name: "n"}, WithMaxRetries(0))
	if err != nil || p.State == PierStateOpen {
		return err
	}
	var closing func(context.Context, string, ...Option) (*Pier, error) = c.Piers.Close
	if _, err := closing(ctx, "p"); err != nil {
		return err
	}
	return c.Piers.Delete(ctx, "p", WithMaxRetries(0))
}
`

const pierPath = `{name: id, in: path, required: true, schema: {type: string}}`

// pierDocument is the document with additions, by the names in capitals.
func pierDocument(additions map[string]string) string {
	doc := piers
	put := func(name, usual string) {
		text, ok := additions[name]
		if !ok {
			text = usual
		}
		doc = strings.ReplaceAll(doc, name, text)
	}
	for _, name := range []string{"QUERY", "HEADER", "COOKIE", "BODY", "FORM", "MEMBER", "VALUE", "FIELD", "ERRORS"} {
		put(name, "")
	}
	put("REQUIRED", "name")
	put("RESPONSE", `{"204": {description: gone}}`)
	return strings.ReplaceAll(doc, "PATH", pierPath)
}

// TestAdditions makes each addition that the diff calls no break of the API to a document:
// code that was written before compiles, unless the diff says what changes in Go.
func TestAdditions(t *testing.T) {
	for name, c := range map[string]struct {
		additions map[string]string
		// goBreak is what the diff says of Go where code does not compile; "breaking " before it
		// says that the diff calls the addition a break of the API, too.
		goBreak string
	}{
		"nothing":              {},
		"first query":          {additions: map[string]string{"QUERY": `{name: deep, in: query, schema: {type: boolean}}`}},
		"first header":         {additions: map[string]string{"HEADER": `, {name: Pier-Trace, in: header, schema: {type: string}}`}},
		"first cookie":         {additions: map[string]string{"COOKIE": `, {name: seen, in: cookie, schema: {type: string}}`}},
		"first body of DELETE": {additions: map[string]string{"BODY": `requestBody: {content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}`}},
		"first body of POST":   {additions: map[string]string{"FORM": `requestBody: {content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}`}},
		"first body by name":   {additions: map[string]string{"FORM": `requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Reason"}}}}`}},
		"first form":           {additions: map[string]string{"FORM": `requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {photo: {type: string, format: binary}}}}}}`}},
		"member of a body":     {additions: map[string]string{"MEMBER": `, nick: {type: string}`}},
		"field":                {additions: map[string]string{"FIELD": `, depth: {type: number}`}},
		"value":                {additions: map[string]string{"VALUE": `, sunk`}},
		"first error":          {additions: map[string]string{"ERRORS": `, "404": {description: none, content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}}`}},
		"all at once": {additions: map[string]string{
			"QUERY": `{name: deep, in: query, schema: {type: boolean}}`, "HEADER": `, {name: Pier-Trace, in: header, schema: {type: string}}`,
			"BODY": `requestBody: {content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}`, "FIELD": `, depth: {type: number}`,
		}},
		"first response body": {
			additions: map[string]string{"RESPONSE": `{"200": {description: gone, content: {application/json: {schema: {$ref: "#/components/schemas/Pier"}}}}}`},
			goBreak:   "PierService.Delete",
		},
		"required no more": {additions: map[string]string{"REQUIRED": ""}, goBreak: "PierRenameParams.Name"},
		"first body that must be sent": {
			additions: map[string]string{"FORM": `requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Reason"}}}}`},
			goBreak:   "breaking PierService.Close",
		},
		"first list as a body": {
			additions: map[string]string{"FORM": `requestBody: {content: {application/json: {schema: {type: array, items: {type: string}}}}}`},
			goBreak:   "breaking PierService.Close",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			for file, additions := range map[string]map[string]string{"old.yaml": nil, "new.yaml": c.additions} {
				if err := os.WriteFile(file, []byte(pierDocument(additions)), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			set := packageOf(t, fstest.MapFS{"new.yaml": {Data: []byte(pierDocument(c.additions))}})
			set["calls.go"] = []byte(pierCalls)
			if err := laws.TypeCheck(set); (err != nil) != (c.goBreak != "") {
				t.Errorf("code from before: %v", err)
			}
			checkBreaksExplained(t, docgen(t, "diff", "old.yaml", "new.yaml").stdout)
			if strings.HasPrefix(c.goBreak, "breaking ") {
				docgen(t, "diff", "old.yaml", "new.yaml").expect(t, exitFindings, strings.TrimPrefix(c.goBreak, "breaking "), "")
				return
			}
			docgen(t, "diff", "old.yaml", "new.yaml", "--fail-on=breaking").expect(t, exitOK, "0 breaking", "")
			if c.goBreak == "" {
				docgen(t, "diff", "old.yaml", "new.yaml", "--fail-on=go").expect(t, exitOK, "0 breaking", "")
			} else {
				docgen(t, "diff", "old.yaml", "new.yaml", "--fail-on=go").expect(t, exitFindings, c.goBreak, "")
			}
		})
	}
}

// checkBreaksExplained holds that findings explain what breaks in Go.
func checkBreaksExplained(t *testing.T, report string) {
	t.Helper()
	_, unexplained, _ := strings.Cut(report, ": only the generated Go changes\n")
	for line := range strings.Lines(unexplained) {
		if strings.TrimSpace(line) == "" {
			break
		}
		if !strings.HasPrefix(line, "  +") {
			t.Errorf("nothing explains %s", line)
		}
	}
}
