package openapi

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/testutil/validate"
)

// around are documents with one object of each kind, which has a member more where
// they have @@.
var around = map[object]string{
	objectRoot:           `{@@"info":{"title":"Harbor"},"paths":{"/a":{"get":{"tags":["t"],"responses":{"204":{}}}}},"components":{"securitySchemes":{"k":{"type":"http","scheme":"bearer"}}}}`,
	objectInfo:           `{"openapi":"3.1.0","info":{@@},"paths":{}}`,
	objectContact:        `{"openapi":"3.1.0","info":{"title":"a","contact":{@@}},"paths":{}}`,
	objectLicense:        `{"openapi":"3.1.0","info":{"title":"a","license":{@@}},"paths":{}}`,
	objectServer:         `{"openapi":"3.1.0","servers":[{@@}],"paths":{}}`,
	objectServerVariable: `{"openapi":"3.1.0","servers":[{"url":"https://{h}.test","variables":{"h":{@@}}}],"paths":{}}`,
	objectComponents: `{"openapi":"3.1.0","components":{@@},"paths":{"/a":{"post":{"parameters":[{"$ref":"#/components/parameters/P"}],"requestBody":{"$ref":"#/components/requestBodies/B"},
		"callbacks":{"c":{"$ref":"#/components/callbacks/C"}},"responses":{"200":{"$ref":"#/components/responses/R"},
		"404":{"description":"e","content":{"application/json":{"$ref":"#/components/mediaTypes/M"}}},
		"201":{"content":{"application/json":{"examples":{"x":{"$ref":"#/components/examples/X"}}}}}}}},"/i":{"$ref":"#/components/pathItems/I"}}}`,
	objectPathItem:     `{"openapi":"3.1.0","paths":{"/a":{@@"get":{"responses":{"204":{}}}}},"components":{"pathItems":{"I":{"put":{"responses":{"204":{}}}}}}}`,
	objectOperation:    `{"openapi":"3.1.0","paths":{"/a":{"post":{@@}}},"components":{"securitySchemes":{"k":{"type":"http","scheme":"bearer"}}}}`,
	objectExternalDocs: `{"openapi":"3.1.0","paths":{"/a":{"post":{"externalDocs":{"url":"https://harbor.test",@@}}}}}`,
	objectParameter:    `{"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":[{"name":"p","in":"query",@@"schema":{"type":"array","items":{"type":"string"}}}]}}}}`,
	objectRequestBody:  `{"openapi":"3.1.0","paths":{"/a":{"post":{"requestBody":{@@"content":{"application/json":{"schema":{"type":"string"}}}}}}}}`,
	objectMediaType:    `{"openapi":"3.1.0","paths":{"/a":{"post":{"requestBody":{"content":{"application/json":{@@}}},"responses":{"200":{"content":{"text/event-stream":{@@}}}}}}}}`,
	objectResponses:    `{"openapi":"3.1.0","paths":{"/a":{"post":{"responses":{@@"204":{}}}}}}`,
	objectResponse:     `{"openapi":"3.1.0","paths":{"/a":{"post":{"responses":{"404":{@@}}}}}}`,
	objectExample:      `{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{"content":{"application/json":{"examples":{"x":{@@}}}}}}}}}}`,
	objectTag:          `{"openapi":"3.1.0","tags":[{@@"name":"t"}],"paths":{"/a":{"get":{"tags":["t"],"responses":{"204":{}}}}}}`,
	objectReference:    `{"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":[{@@"$ref":"#/components/parameters/P"}]}}},"components":{"parameters":{"P":{"name":"p","in":"query"}}}}`,
	objectDiscriminator: `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"k":{"type":"string"}}},"B":{"type":"object","properties":{"k":{"type":"string"}}},
		"U":{"oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}],"discriminator":{"propertyName":"k",@@}}}}}`,
	objectSecurityScheme: `{"openapi":"3.1.0","paths":{},"components":{"securitySchemes":{"k":{"type":"apiKey","in":"header","name":"X-Key",@@}}}}`,
	objectSchema:         `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"a":{@@}}},"B":{"type":"string"}}}}`,
}

// instead are documents for members that show only with others.
var instead = map[string]string{
	"reference.$ref":               `{"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":[{@@}]}}},"components":{"parameters":{"P":{"name":"p","in":"query"}}}}`,
	"example.summary":              `{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{"content":{"application/json":{"examples":{"x":{@@"value":1}}}}}}}}}}`,
	"server.variables":             `{"openapi":"3.1.0","servers":[{@@"url":"https://{a}.test"}],"paths":{}}`,
	"discriminator.propertyName":   `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"k":{"type":"string"}}},"B":{"type":"object","properties":{"k":{"type":"string"}}},"U":{"oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}],"discriminator":{@@}}}}}`,
	"security scheme.scheme":       `{"openapi":"3.1.0","paths":{},"components":{"securitySchemes":{"k":{"type":"http",@@}}}}`,
	"security scheme.type":         `{"openapi":"3.1.0","paths":{},"components":{"securitySchemes":{"k":{@@}}}}`,
	"security scheme.in":           `{"openapi":"3.1.0","paths":{},"components":{"securitySchemes":{"k":{"type":"apiKey","name":"a",@@}}}}`,
	"security scheme.name":         `{"openapi":"3.1.0","paths":{},"components":{"securitySchemes":{"k":{"type":"apiKey","in":"query",@@}}}}`,
	"parameter.name":               `{"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":[{"in":"query",@@}]}}}}`,
	"parameter.in":                 `{"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":[{"name":"p",@@}]}}}}`,
	"parameter.schema":             `{"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":[{"name":"p","in":"query",@@}]}}}}`,
	"parameter.content":            `{"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":[{"name":"p","in":"query",@@}]}}}}`,
	"request body.content":         `{"openapi":"3.1.0","paths":{"/a":{"post":{"requestBody":{@@}}}}}`,
	"tag.name":                     `{"openapi":"3.1.0","tags":[{@@"description":"of t"}],"paths":{"/a":{"get":{"tags":["t"],"responses":{"204":{}}}}}}`,
	"externalDocs.url":             `{"openapi":"3.1.0","paths":{"/a":{"post":{"externalDocs":{@@}}}}}`,
	"path item.$ref":               `{"openapi":"3.1.0","paths":{"/a":{@@}},"components":{"pathItems":{"I":{"put":{"responses":{"204":{}}}}}}}`,
	"schema.format":                `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"a":{"type":"string",@@}}}}}}`,
	"schema.contentEncoding":       `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"a":{"type":"string",@@}}}}}}`,
	"schema.required":              `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"b":{"type":"string"}},@@}}}}`,
	"schema.discriminator":         `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"k":{"type":"string"}}},"U":{"oneOf":[{"$ref":"#/components/schemas/A"},{"type":"string"}],@@}}}}`,
	"schema.$defs":                 `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/A/$defs/D"}},@@}}}}`,
	"schema.definitions":           `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/A/definitions/D"}},@@}}}}`,
	"schema.$anchor":               `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"a":{"$ref":"#here"}}},"B":{"type":"string",@@}}}}`,
	"schema.unevaluatedProperties": `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object",@@}}}}`,
	"media type.schema":            `{"openapi":"3.1.0","paths":{"/a":{"post":{"requestBody":{"content":{"application/json":{@@}}}}}}}`,
}

const scalarSchema = `{"type":"integer"}`

// samples are values of members. Those that are not listed have one by their shape.
var samples = map[string]string{
	"document.openapi": `"3.0.3"`, "document.servers": `[{"url":"https://harbor.test"}]`, "document.security": `[{"k":[]}]`,
	"document.tags": `[{"name":"t","description":"of t"}]`, "document.paths": `{"/b":{"get":{"responses":{"204":{}}}}}`,
	"document.webhooks":   `{"w":{"post":{"requestBody":{"content":{"application/json":{"schema":{"type":"object"}}}}}}}`,
	"document.components": `{"schemas":{"Z":{"type":"string"}}}`, "document.info": `{"title":"Other"}`,
	"server.url": `"https://harbor.test"`, "server.variables": `{"a":{"default":"b"}}`, "server variable.default": `"eu"`,
	"components.schemas": `{"A":{"type":"string"}}`, "components.responses": `{"R":{"content":{"application/json":{"schema":{"type":"string"}}}}}`,
	"components.parameters": `{"P":{"name":"p","in":"query","schema":{"type":"string"}}}`, "components.examples": `{"X":{"value":1}}`,
	"components.requestBodies":   `{"B":{"content":{"application/json":{"schema":{"type":"string"}}}}}`,
	"components.securitySchemes": `{"k":{"type":"http","scheme":"basic"}}`, "components.callbacks": `{"C":{"{$request.body#/url}":{"post":{"requestBody":{"content":{"application/json":{"schema":{"type":"string"}}}}}}}}`,
	"components.pathItems": `{"I":{"get":{"responses":{"204":{}}}}}`, "components.mediaTypes": `{"M":{"schema":{"type":"string"}}}`,
	"path item.$ref": `"#/components/pathItems/I"`, "path item.parameters": `[{"name":"p","in":"query","schema":{"type":"string"}}]`,
	"path item.additionalOperations": `{"COPY":{"responses":{"204":{}}}}`, "path item.get": `{"operationId":"other","responses":{"204":{}}}`,
	"operation.tags": `["x"]`, "operation.externalDocs": `{"url":"https://harbor.test"}`, "operation.parameters": `[{"name":"p","in":"query","schema":{"type":"string"}}]`,
	"operation.requestBody": `{"content":{"application/json":{"schema":{"type":"string"}}}}`, "operation.responses": `{"200":{"content":{"application/json":{"schema":{"type":"string"}}}}}`,
	"operation.callbacks": `{"c":{"{$request.body#/url}":{"post":{"requestBody":{"content":{"application/json":{"schema":{"type":"string"}}}}}}}}`,
	"operation.security":  `[{"k":[]}]`, "parameter.in": `"header"`, "parameter.style": `"pipeDelimited"`, "parameter.explode": "false",
	"parameter.content": `{"application/json":{"schema":{"type":"string"}}}`, "request body.content": `{"application/json":{"schema":{"type":"string"}}}`,
	"media type.examples": `{"x":{"value":1}}`, "responses.default": `{"description":"e"}`,
	"response.content": `{"application/json":{"schema":{"type":"string"}}}`,
	"tag.externalDocs": `{"url":"https://harbor.test"}`, "tag.name": `"t"`, "reference.$ref": `"#/components/parameters/P"`,
	"discriminator.propertyName": `"k"`, "discriminator.mapping": `{"one":"#/components/schemas/A","two":"B"}`,
	"security scheme.type": `"oauth2"`, "security scheme.in": `"query"`, "security scheme.scheme": `"basic"`, "security scheme.name": `"token"`,
	"schema.$ref": `"#/components/schemas/B"`, "schema.type": `["string","null"]`, "schema.format": `"date"`, "schema.required": `["b"]`,
	"schema.properties": `{"b":{"type":"string"}}`, "schema.items": scalarSchema, "schema.enum": `["a","b"]`, "schema.const": `"a"`, "schema.default": `"a"`,
	"schema.additionalProperties": scalarSchema, "schema.unevaluatedProperties": scalarSchema, "schema.patternProperties": `{"^a":{"type":"integer"}}`,
	"schema.allOf": `[{"type":"string"}]`, "schema.oneOf": `[{"type":"string"},{"type":"integer"}]`, "schema.anyOf": `[{"type":"string"},{"type":"integer"}]`,
	"schema.discriminator": `{"propertyName":"k"}`, "schema.externalDocs": `{"url":"https://harbor.test"}`, "schema.prefixItems": `[{"type":"string"}]`,
	"schema.$defs": `{"D":{"type":"string"}}`, "schema.definitions": `{"D":{"type":"string"}}`, "schema.$anchor": `"here"`, "schema.pattern": `"^a"`,
	"schema.contentEncoding": `"base64"`,
}

func sample(o object, k keyword) string {
	if s, ok := samples[string(o)+"."+k.name]; ok {
		return s
	}
	switch k.shape {
	case text:
		if number := "5"; slices.Contains(strings.Fields("minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains"), k.name) {
			return number
		}
		return `"word"`
	case flag:
		return "true"
	case mapping:
		return `{"get":{}}`
	case list:
		return `["word"]`
	case schemas:
		return scalarSchema
	}
	return "1"
}

var positions = regexp.MustCompile(`"(offset|line|column)": \d+`)

// said returns what a document says, without positions, and its findings.
func said(t *testing.T, text string) (string, diag.List) {
	t.Helper()
	api, found, err := Read(context.Background(), "spec.json", []byte(text))
	if err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	var b strings.Builder
	if err := model.Encode(&b, api); err != nil {
		t.Fatal(err)
	}
	return positions.ReplaceAllString(b.String(), ""), found
}

// TestKeywords holds every row of the table to its word: a member that is read or
// kept changes the model, and one that is not is a finding at its place.
func TestKeywords(t *testing.T) {
	for _, o := range slices.Sorted(maps.Keys(keywords)) {
		for _, k := range keywords[o] {
			t.Run(string(o)+"."+k.name, func(t *testing.T) { testKeyword(t, o, k) })
		}
	}
}

func testKeyword(t *testing.T, o object, k keyword) {
	text := around[o]
	if other := instead[string(o)+"."+k.name]; other != "" {
		text = other
	}
	if text == "" {
		t.Fatalf("no document has a %s", o)
	}
	member := fmt.Sprintf("%q:%s,", k.name, sample(o, k))
	with := regexp.MustCompile(`,(\s*[}\]])`).ReplaceAllString(strings.ReplaceAll(dropMember(text, k.name), "@@", member), "$1")
	without := regexp.MustCompile(`,(\s*[}\]])`).ReplaceAllString(strings.ReplaceAll(text, "@@", ""), "$1")
	after, found := said(t, with)
	before, _ := said(t, without)
	switch k.fate {
	case read, kept:
		if after == before && k.name != "openapi" {
			t.Errorf("it changes nothing in %s\n%v", with, found)
		}
	default:
		if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
			return strings.HasPrefix(d.Message, k.name+" "+k.how) && d.Span.Start.Line > 0
		}) {
			t.Errorf("no finding says %q: %v", k.name+" "+k.how, found)
		}
	}
}

// dropMember takes a member out of the document that is to have it with another value.
func dropMember(text, name string) string {
	var v map[string]any
	if i := strings.Index(text, "@@"); i < 0 || json.Unmarshal([]byte(strings.ReplaceAll(text, "@@", "")), &v) != nil {
		return text
	}
	return regexp.MustCompile(`(@@.*?)("`+regexp.QuoteMeta(name)+`":"[^"]*",?)`).ReplaceAllString(text, "$1")
}

// TestKeywordsAreComplete holds the table against the members that another reader of
// OpenAPI knows.
func TestKeywordsAreComplete(t *testing.T) {
	known := validate.Keywords(t)
	for o, of := range map[object]string{
		objectRoot: "T", objectInfo: "Info", objectContact: "Contact", objectLicense: "License", objectServer: "Server",
		objectServerVariable: "ServerVariable", objectComponents: "Components", objectPathItem: "PathItem", objectOperation: "Operation",
		objectExternalDocs: "ExternalDocs", objectParameter: "Parameter", objectRequestBody: "RequestBody", objectMediaType: "MediaType",
		objectResponse: "Response", objectExample: "Example", objectTag: "Tag", objectSchema: "Schema",
		objectDiscriminator: "Discriminator", objectSecurityScheme: "SecurityScheme",
	} {
		seen := 0
		for _, name := range known[of] {
			seen++
			if _, ok := keywordOf(o, name); !ok {
				t.Errorf("%s: the table does not say what becomes of %q", o, name)
			}
		}
		if seen == 0 {
			t.Errorf("%s has no members in %s", o, of)
		}
	}
}

const tablePath = "../../docs/openapi-keywords.md"

// TestKeywordTable holds the printed table to the one that the reader goes by.
// DOCGEN_UPDATE=1 rewrites it.
func TestKeywordTable(t *testing.T) {
	want := keywordTable()
	if os.Getenv("DOCGEN_UPDATE") != "" {
		if err := os.WriteFile(tablePath, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Fatal("rewritten: run again without DOCGEN_UPDATE")
	}
	have, err := os.ReadFile(tablePath)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != want {
		t.Error("docs/openapi-keywords.md is another table than keywords.go: DOCGEN_UPDATE=1 rewrites it")
	}
}
