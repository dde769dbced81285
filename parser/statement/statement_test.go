package statement_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/parser/statement"
)

func TestKnown(t *testing.T) {
	known := statement.NewKnown([]statement.Operation{
		{Verb: "GET", Path: "/v1/ships"}, {Verb: "GET", Path: "/v1/ships/{ship_id}"}, {Verb: "GET", Path: "/v1/ships/{ship_id}.json"},
		{Verb: "POST", Path: "/v1/ships/{ship_id}:tow"}, {Verb: "GET", Path: "/v1/ships/own/{berth}"},
	})
	for _, c := range []struct {
		verb, path string
		has        bool
	}{
		{"GET", "/v1/ships", true},
		{"GET", "/v1/ships/", true},
		{"GET", "/v1/ships?limit=3", true},
		{"POST", "/v1/ships", false},
		{"GET", "/ships", true},
		{"GET", "/api/v1/ships", true},
		{"GET", "/harbor-api/v1/ships", true},
		{"GET", "/other/ships", false},
		{"GET", "/v1/ships/:id", true},
		{"GET", "/v1/ships/<id>", true},
		{"GET", "/v1/ships/{ship.id}", true},
		{"GET", "/v1/ships/42", true},
		{"GET", "/v1/ships/42.json", true},
		{"GET", "/v1/ships/42/crew", false},
		{"POST", "/v1/ships/:id:tow", true},
		{"POST", "/v1/ships/7:tow", true},
		{"POST", "/v1/ships/7:sink", false},
		{"GET", "/v1/ships/own/3", true},
		{"GET", "/v1/ships/{id}/{berth}", false},
	} {
		if has := known.Has(statement.Operation{Verb: c.verb, Path: c.path}); has != c.has {
			t.Errorf("%s %s: %v, want %v", c.verb, c.path, has, c.has)
		}
	}
	if known.Len() != 5 {
		t.Errorf("%d operations, want 5", known.Len())
	}
}

func TestNamesFacts(t *testing.T) {
	for title, want := range map[string]bool{
		"Query Parameters": true, "Returns": true, "Response (200)": true, "JSON Params": true, "Form fields": true,
		"查询参数": true, "Parámetros de consulta": true, "En-têtes": true, "クエリパラメータ": true, "Тело запроса": true,
		"Errors": false, "Authentication": false, "How to read the answer to all of your queries": false, "": false, "Create a response plan": false,
	} {
		if got := statement.NamesFacts(title); got != want {
			t.Errorf("%q: %v, want %v", title, got, want)
		}
	}
}

// FuzzFind has Find look at any text: what it finds lies in the text, in order, and
// has what its form promises.
func FuzzFind(f *testing.F) {
	cases, err := filepath.Glob("../../testdata/parser/statement-*.txtar")
	if err != nil || len(cases) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range cases {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, 0)
		f.Add(data, len(data)/2)
	}
	f.Fuzz(func(t *testing.T, text []byte, from int) {
		if from < 0 || from > len(text) {
			return
		}
		at := 0
		for _, found := range statement.Find(text, from) {
			if found.Start < at || found.End <= found.Start || found.Block < found.End || found.Block > len(text) {
				t.Fatalf("%+v after %d of %d bytes", found, at, len(text))
			}
			at = found.Start
			stated := found.Form == statement.Stated || found.Form == statement.Listed
			if stated && (len(found.Operations) != 1 || found.Operations[0].Path == "" || found.Operations[0].Verb != strings.ToUpper(found.Operations[0].Verb)) {
				t.Fatalf("%+v states no endpoint", found)
			}
		}
	})
}

// BenchmarkFind looks at all pages of a reference of which every byte is read
// otherwise: what all users pay for what few pages hold.
func BenchmarkFind(b *testing.B) {
	var pages [][]byte
	size := 0
	root := corpustest.Dir(b, "anthropic/2026-06-11")
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		data, err := os.ReadFile(path)
		pages, size = append(pages, data), size+len(data)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, page := range pages {
			statement.Find(page, 0)
		}
	}
}

// TestDefinition tells fences with definitions from others, by what they hold.
func TestDefinition(t *testing.T) {
	for _, c := range []struct {
		info, content string
		form          statement.Form
		operations    int
	}{
		{"yaml", "openapi: 3.0.0\npaths:\n  /a:\n    get: {}\n", statement.OpenAPI, 1},
		{"yaml", "  paths:\n    /a:\n      get: {}\n", statement.OpenAPI, 1},
		{"yaml", "paths:\n  path: /a\n  method: get\n", statement.OpenAPI, 1},
		{"json", `{"openapi":"3.0.0","paths":{"/a":{"get":{},"put":{}}}}`, statement.OpenAPI, 2},
		{"json", `{"_id":"a.json","openapi":"3.0.0","paths":{"/a":{"get":{}}}}`, statement.OpenAPI, 1},
		{"json", `{"spec":{"openapi":"3.0.0"}}`, 0, 0},
		{"json", `{"_id":"a","text":"\"openapi\": \"3\"","openapi":"3`, 0, 0},
		{"openapi-schema", "method: POST\npath: /a\noperation:\n  operationId: b\n", statement.OpenAPI, 0},
		{"openapi-explorer__code", "curl -L 'https://a.example'\n", 0, 0},
		{"yaml asyncapi.yaml a", "id: a\naddress: a\n", statement.AsyncAPI, 0},
		{"go", "openapi: 3.0.0\n", 0, 0},
		{"yaml", "apiVersion: v1\nkind: Pod\n", 0, 0},
	} {
		form, operations, _ := statement.Definition(c.info, []byte(c.content))
		if form != c.form || len(operations) != c.operations {
			t.Errorf("%q: form %v with %v, want %v with %d", c.content, form, operations, c.form, c.operations)
		}
	}
}
