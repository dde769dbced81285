package main

import (
	"cmp"
	"context"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/testutil/validate"
	"github.com/docgen-go/docgen/parser"
)

// embeddedPages returns the folder of real pages with OpenAPI in fences.
func embeddedPages(tb testing.TB) string {
	tb.Helper()
	dir := filepath.Join(corpustest.Dir(tb, ""), "..", "formats", "embedded", "kalshi")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("DOCGEN_CORPUS_REQUIRED") != "" {
			tb.Fatal(err)
		}
		tb.Skip("no pages with definitions: ", err)
	}
	return dir
}

// TestCorpusEmbedded counts what is read of pages of two generations.
func TestCorpusEmbedded(t *testing.T) {
	dir := embeddedPages(t)
	api, diags, err := parser.Parse(context.Background(), os.DirFS(dir), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	fences := 0
	for _, f := range fencesBelow(t, dir) {
		if f.doc["paths"] != nil {
			fences++
		}
	}
	operations, unread, events := 0, int64(0), 0
	for range api.Methods {
		operations++
	}
	for _, p := range api.Pages {
		unread += p.Bytes.Unread
	}
	for _, d := range diags {
		if d.Severity == diag.Error {
			t.Error(d)
		}
		if d.Code == "event-driven" {
			events++
		}
	}
	t.Logf("%d fences, %d operations, %d definitions of events, %d bytes unread, %d findings", fences, operations, events, unread, len(diags))
	if fences != 150 || operations != 121 || events != 16 || unread != 0 {
		t.Error("want 150 fences, 121 operations, 16 definitions of events and 0 bytes unread")
	}
}

// TestCorpusEmbeddedVerify merges the fences in a second way, which knows nothing
// but YAML, and compares the pages with the result.
func TestCorpusEmbeddedVerify(t *testing.T) {
	dir := embeddedPages(t)
	data, err := json.Marshal(mergeFences(t, fencesBelow(t, dir)))
	if err != nil {
		t.Fatal(err)
	}
	fault, operations := validate.OpenAPI(t, data, true)
	if fault != "" {
		t.Errorf("the second way makes no valid document: %s", fault)
	}
	file := filepath.Join(t.TempDir(), "merged.json")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	report := verifyRun(t, dir, file)
	for _, k := range report.Kinds {
		t.Logf("%-12s %5d of %5d and %5d", k.Kind, k.Both, k.Docs, k.Spec)
		if k.Both != k.Docs || k.Both != k.Spec {
			t.Errorf("%s: %+v, want 100 %%", k.Kind, k)
		}
	}
	for _, d := range report.Disagreements {
		t.Error(d)
	}
	if n := report.Kinds[0].Both; n != operations || n != 121 {
		t.Errorf("%d operations of %d, want 121", n, operations)
	}
}

// A fence is one document of a page.
type fence struct {
	page, date string
	doc        map[string]any
}

var fenceText = regexp.MustCompile("(?ms)^````yaml [^\n]*\n(.*?)^````[ \t]*$")

// fencesBelow returns the documents of all pages, those of the newest page first.
func fencesBelow(t *testing.T, dir string) []fence {
	t.Helper()
	var out []fence
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".md" {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		_, date, _ := strings.Cut(string(text), "\nlastmod: ")
		date, _, _ = strings.Cut(date, "\n")
		for _, m := range fenceText.FindAllSubmatch(text, -1) {
			f := fence{page: name, date: date}
			if err := yaml.Unmarshal(m[1], &f.doc); err != nil {
				return err
			}
			out = append(out, f)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortStableFunc(out, func(a, b fence) int { return cmp.Or(strings.Compare(b.date, a.date), strings.Compare(a.page, b.page)) })
	return out
}

type object = map[string]any

// mergeFences makes one document of all fences; what comes first counts.
func mergeFences(t *testing.T, fences []fence) object {
	paths, components := object{}, object{}
	out := object{"openapi": "3.0.3", "paths": paths, "components": components}
	for _, f := range fences {
		doc := f.doc
		at, _ := doc["paths"].(object)
		if at == nil {
			continue // events
		}
		if at["path"] != nil {
			doc = convertOlder(at, doc["components"].(object))
		}
		for _, key := range []string{"info", "servers"} {
			if out[key] == nil && doc[key] != nil {
				out[key] = doc[key]
			}
		}
		if all, ok := doc["security"].([]any); ok && len(all) > 0 {
			t.Fatalf("%s: the document has a security of its own", f.page)
		}
		for path, item := range doc["paths"].(object) {
			for verb, op := range item.(object) {
				first(paths, path, verb, op)
			}
		}
		for section, list := range doc["components"].(object) {
			for name, one := range list.(object) {
				first(components, section, name, one)
			}
		}
	}
	return out
}

// first puts in a value two levels down if there is none.
func first(in object, group, name string, value any) {
	if in[group] == nil {
		in[group] = object{}
	}
	if at := in[group].(object); at[name] == nil {
		at[name] = value
	}
}

// convertOlder makes OpenAPI of one operation in the older form.
func convertOlder(at, components object) object {
	if components["schemas"] == nil {
		components["schemas"] = object{}
	}
	op := object{"responses": object{}, "deprecated": at["deprecated"]}
	request := at["request"].(object)
	var params []any
	for in, list := range request["parameters"].(object) {
		for name, p := range list.(object) {
			p := p.(object)
			schema := olderSchema(p["schema"].([]any)[0].(object), components)
			param := object{"name": name, "in": in, "required": p["schema"].([]any)[0].(object)["required"] == true, "schema": schema}
			for _, key := range []string{"style", "explode"} {
				if p[key] != nil {
					param[key] = p[key]
				}
			}
			params = append(params, param)
		}
	}
	if len(params) > 0 {
		op["parameters"] = params
	}
	for mime, body := range request["body"].(object) {
		op["requestBody"] = object{"required": true, "content": object{mime: object{"schema": olderSchema(body.(object)["schemaArray"].([]any)[0].(object), components)}}}
	}
	for status, response := range at["response"].(object) {
		r := object{"description": ""}
		for mime, media := range response.(object) {
			if mime != "_mintlify/placeholder" {
				r["content"] = object{mime: object{"schema": olderSchema(media.(object)["schemaArray"].([]any)[0].(object), components)}}
			}
		}
		op["responses"].(object)[status] = r
	}
	op["security"] = olderSecurity(request["security"].([]any), components)
	return object{"servers": at["servers"], "components": components, "paths": object{at["path"].(string): object{at["method"].(string): op}}}
}

// olderSchema makes a schema of one in the older form, and a component where it is
// the copy of one.
func olderSchema(in, components object) any {
	out := object{}
	for key, value := range in {
		switch key {
		case "required", "refIdentifier":
		case "requiredProperties":
			out["required"] = value
		case "type":
			out["type"] = strings.TrimSuffix(strings.TrimPrefix(value.(string), "enum<"), ">")
		case "properties":
			properties := object{}
			for name, p := range value.(object) {
				properties[name] = p.(object)["allOf"].([]any)[0]
			}
			out["properties"] = properties
		case "items":
			out["items"] = value.(object)["allOf"].([]any)[0]
		default:
			out[key] = value
		}
	}
	ref, _ := in["refIdentifier"].(string)
	if ref == "" {
		return out
	}
	first(components, "schemas", strings.TrimPrefix(ref, "#/components/schemas/"), out)
	return object{"$ref": ref}
}

// olderSecurity makes security requirements of the older form, and components of
// their schemes.
func olderSecurity(list []any, components object) []any {
	out := []any{}
	for _, one := range list {
		names := strings.Split(one.(object)["title"].(string), " & ")
		requirement := object{}
		headers := one.(object)["parameters"].(object)["header"].(object)
		for i, header := range slices.Sorted(maps.Keys(headers)) {
			requirement[names[i]] = []any{} // both are in the order of the alphabet
			first(components, "securitySchemes", names[i], object{"type": "apiKey", "in": "header", "name": header})
		}
		out = append(out, requirement)
	}
	return out
}
