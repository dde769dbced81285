package openapi_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/openapi"
)

// schemas is a document with nothing but these schemas.
func schemas(members string) string {
	return `{"openapi":"3.1.0","info":{"title":"Harbor","version":"1"},"paths":{},"components":{"schemas":{` + members + `}}}`
}

func TestReadRefusesWhatItCannotRead(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"empty":        {"", "it is empty"},
		"HTML":         {"<html><body>404</body></html>", "not a readable OpenAPI document"},
		"cut off":      {`{"openapi": "3.1.0", "paths": {`, "not a readable OpenAPI document"},
		"a list":       {"[1, 2]", "not a readable OpenAPI document"},
		"version 2":    {`{"swagger": "2.0", "paths": {}}`, "swagger2openapi"},
		"version 4":    {`{"openapi": "4.0.0", "paths": {}}`, "want a version 3 document"},
		"AsyncAPI":     {"asyncapi: 2.6.0\nchannels: {}\n", "this is AsyncAPI"},
		"far too deep": {strings.Repeat("[", 200_000), "1000 deep"},
		"alias bomb":   {bomb(), "aliases make"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, _, err := openapi.Read(context.Background(), "spec.yaml", []byte(c.text))
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "spec.yaml") {
				t.Errorf("got error %v, want one of spec.yaml about %q", err, c.want)
			}
		})
	}
}

// bomb is a short YAML text of ten billion nodes.
func bomb() string {
	var b strings.Builder
	b.WriteString("a: &a [x,x,x,x,x,x,x,x,x,x]\n")
	for c := 'b'; c < 'k'; c++ {
		fmt.Fprintf(&b, "%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat("*"+string(c-1)+",", 10), ","))
	}
	return b.String() + "openapi: 3.1.0\ninfo: {title: Harbor, version: '1'}\npaths: {}\n"
}

func TestReadEndsOnCircles(t *testing.T) {
	for name, text := range map[string]string{
		"of one ref":  `"A":{"$ref":"#/components/schemas/A"}`,
		"of two refs": `"A":{"$ref":"#/components/schemas/B"},"B":{"$ref":"#/components/schemas/A"}`,
		"of allOf":    `"A":{"allOf":[{"$ref":"#/components/schemas/B"}]},"B":{"allOf":[{"$ref":"#/components/schemas/A"}]}`,
		"of anyOf":    `"A":{"anyOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/A"}]}`,
		"of objects":  `"A":{"type":"object","properties":{"b":{"type":"array","items":{"$ref":"#/components/schemas/A"}}}}`,
		"of products": products(12),
		"of unions":   unions(40),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			api, _, err := openapi.Read(ctx, "spec.yaml", []byte(schemas(text)))
			if err != nil {
				t.Fatal(err)
			}
			if a := api.Lookup("A"); a == nil || a.Type == nil {
				t.Errorf("type A is missing")
			}
		})
	}
}

// unions is so many unions, A the first, each of all of them.
func unions(n int) string {
	var all, members []string
	for i := range n {
		all = append(all, fmt.Sprintf(`{"$ref":"#/components/schemas/%s"}`, strings.Repeat("A", i+1)))
	}
	for i := range n {
		members = append(members, fmt.Sprintf(`"%s":{"anyOf":[%s]}`, strings.Repeat("A", i+1), strings.Join(all, ",")))
	}
	return strings.Join(members, ",")
}

// products is an allOf of so many unions of three that their product has no end.
func products(n int) string {
	union := `{"anyOf":[{"type":"object","properties":{"a%[1]d":{}}},{"type":"object","properties":{"b%[1]d":{}}},{"type":"object","properties":{"c%[1]d":{}}}]}`
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf(union, i))
	}
	return `"A":{"allOf":[` + strings.Join(all, ",") + `]}`
}

// What is broken within a document is a finding at its place, and the rest is read.
func TestReadReportsWhatItCannotRead(t *testing.T) {
	nested := `"A":` + strings.Repeat(`{"type":"array","items":`, 300) + `{}` + strings.Repeat("}", 300)
	chain := func(n int) string {
		var members []string
		for i := range n {
			members = append(members, fmt.Sprintf(`"A%d":{"$ref":"#/components/schemas/A%d"}`, i, i+1))
		}
		return strings.Join(members, ",") + `,"A` + fmt.Sprint(n) + `":{},"A":{"$ref":"#/components/schemas/A0"}`
	}
	for name, c := range map[string]struct {
		text, want string
		code       diag.Code
		severity   diag.Severity
	}{
		"product":           {products(12), "more than 256 combinations", openapi.CodeUnsupported, diag.Warning},
		"ref to nothing":    {`"A":{"$ref":"#/components/schemas/Gone"}`, `there is no "Gone"`, openapi.CodeRef, diag.Error},
		"ref to a file":     {`"A":{"$ref":"other.yaml#/Parcel"}`, "stands alone", openapi.CodeRef, diag.Error},
		"ref to the disk":   {`"A":{"$ref":"/etc/passwd"}`, "stands alone", openapi.CodeRef, diag.Error},
		"ref to an address": {`"A":{"$ref":"https://harbor.test/a.json"}`, "nothing is fetched", openapi.CodeRef, diag.Error},
		"ref to a host":     {`"A":{"$ref":"//harbor.test/a.json"}`, "nothing is fetched", openapi.CodeRef, diag.Error},
		"ref to itself":     {`"A":{"$ref":"#/components/schemas/A"}`, "one of a circle", openapi.CodeRef, diag.Error},
		"refs in a circle":  {`"A":{"$ref":"#/components/schemas/B"},"B":{"$ref":"#/components/schemas/A"}`, "one of a circle", openapi.CodeRef, diag.Error},
		"chain of refs":     {chain(200), "more than 100", openapi.CodeRef, diag.Error},
		"too deep":          {nested, "more than 256 deep", openapi.CodeInvalid, diag.Error},
		"unknown type":      {`"A":{"type":"txt"}`, `no type "txt"`, openapi.CodeInvalid, diag.Warning},
		"unknown member":    {`"A":{"tpye":"string"}`, `no "tpye"`, openapi.CodeUnsupported, diag.Warning},
		"wrong shape":       {`"A":{"properties":["a"]}`, "has to be a mapping", openapi.CodeInvalid, diag.Warning},
		"no schema":         {`"A":{"properties":{"a":"string"}}`, "has to be a mapping", openapi.CodeInvalid, diag.Warning},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			api, diags, err := openapi.Read(context.Background(), "spec.yaml", []byte(schemas(c.text)))
			if err != nil {
				t.Fatal(err)
			}
			if a := api.Lookup("A"); a == nil || a.Type == nil {
				t.Error("type A is missing")
			}
			if !slices.ContainsFunc(diags, func(d diag.Diagnostic) bool {
				return d.Code == c.code && d.Severity == c.severity && strings.Contains(d.Message, c.want) && d.Span.Start.Line == 1 && d.Span.Start.Column > 1
			}) {
				t.Errorf("got findings %v, want one %s with %q and a place", diags, c.code, c.want)
			}
		})
	}
}

func TestReadStopsWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, _, err := openapi.Read(ctx, "spec.yaml", []byte(schemas(`"A":{}`)))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
}

func TestReadRefusesTooManyBytes(t *testing.T) {
	_, _, err := openapi.Read(context.Background(), "spec.yaml", make([]byte, openapi.MaxBytes+1))
	if err == nil || !strings.Contains(err.Error(), "limit") {
		t.Errorf("got error %v, want one about the limit", err)
	}
}

// Reading the same document twice gives the same model, whatever the order in
// which maps are walked.
func TestReadIsDeterministic(t *testing.T) {
	text := []byte(schemas(`"A":{"$ref":"#/components/schemas/B"},"B":{"type":"object","properties":{"x":{},"y":{},"z":{}}},"C":{"enum":["a","b"]}`))
	first := ""
	for range 20 {
		api, diags, err := openapi.Read(context.Background(), "spec.yaml", text)
		if err != nil {
			t.Fatal(err)
		}
		switch facts := factsOf(api, diags); first {
		case "":
			first = facts
		case facts:
		default:
			t.Fatalf("one run gives\n%s\nanother\n%s", first, facts)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(schemas(`"A":{"type":["object","null"],"required":["x"],"properties":{"x":{"$ref":"#/components/schemas/A"}}}`)))
	f.Add([]byte(schemas(`"A":{"oneOf":[{"const":1},{"enum":["a",null]}],"allOf":[{"type":"object"}]}`)))
	f.Add([]byte("openapi: 3.0.0\ninfo: {title: a, version: b}\npaths:\n  /a?b=c:\n    get: {responses: {}}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		api, _, err := openapi.Read(context.Background(), "spec.yaml", data)
		if err != nil {
			return
		}
		api.EachType(func(typ *model.Type) bool {
			if typ == nil {
				t.Error("a nil type")
			}
			return true
		})
	})
}
