package main

import (
	"bufio"
	"bytes"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/model/testutil/validate"
)

func parcelReference() *reference {
	var found diag.List
	at := source.Span{File: "parcels.md", Start: source.Pos{Offset: 20, Line: 3, Column: 1}, End: source.Pos{Offset: 22, Line: 3, Column: 3}}
	found.Add("unread-text", diag.Error, at, "nothing understands this").Help = "Make it a list."
	found.Add("no-methods", diag.Info, source.Span{File: "index.md"}, "an index")
	return &reference{api: parcelAPI(), found: found, prefix: "docs/"}
}

const parcelLint = `  bytes  model  docs  examples  layout  unread  page
    100     60    20        15       3       2  parcels.md
     10      0     0         0      10       0  index.md (index)
    110     60    20        15      13       2  total of 2 pages

docs/parcels.md:3:1: error: nothing understands this [unread-text]
	help: Make it a list.

pages: 1 index, 1 reference
read: 2 methods, 3 types, 0 examples
without a result on the pages: 1 method (parcels.labels.list)
notes: 1 no-methods; --verbose lists them
next: "docgen lint --explain unread-text" says what the most frequent error means; to accept it, put under the target in docgen.yaml: findings: [{code: unread-text, as: accepted, reason: WHY}]

1 error, 0 warnings, 1 note
`

func TestLintText(t *testing.T) {
	var out strings.Builder
	w := bufio.NewWriter(&out)
	if err := newLintReport(parcelReference()).text(w); err != nil {
		t.Fatal(err)
	}
	w.Flush()
	if d := cmp.Diff(parcelLint, out.String()); d != "" {
		t.Errorf("lint (-want +got):\n%s", d)
	}
}

// TestLintSARIF keeps the form that module testdata/compare holds against the schema of
// the standard.
func TestLintSARIF(t *testing.T) {
	r := parcelReference()
	r.found[0].See(source.Span{File: "index.md", Start: source.Pos{Offset: 4, Line: 2, Column: 1}}, "the other list")
	r.found = append(r.found, r.found[0]) // the same, once more
	report := newLintReport(r)
	report.ref = "docs"
	report.Doubts = []model.Doubt{{Kind: model.DoubtPull, Reason: "two pages are missing"}}
	var out strings.Builder
	w := bufio.NewWriter(&out)
	if err := report.ci("sarif")(w); err != nil {
		t.Fatal(err)
	}
	w.Flush()
	testutil.Golden(t, "../../testdata/lint/parcels.sarif", out.String())
}

func TestJSONKeepsToItsSchema(t *testing.T) {
	r := parcelReference()
	nothing := &reference{api: &model.API{}}
	for _, c := range []struct {
		name, schema string
		write        func(*bufio.Writer) error
	}{
		{"lint", lintSchema, newLintReport(r).json},
		{"lint of nothing", lintSchema, newLintReport(nothing).json},
		{"stats", statsSchema, func(w *bufio.Writer) error { return (&inspectCmd{Format: "stats"}).write(w, r) }},
		{"stats of nothing", statsSchema, func(w *bufio.Writer) error { return (&inspectCmd{Format: "stats"}).write(w, nothing) }},
		{"model", model.SchemaURL, func(w *bufio.Writer) error { return (&inspectCmd{Format: "json"}).write(w, r) }},
	} {
		var out bytes.Buffer
		w := bufio.NewWriter(&out)
		if err := c.write(w); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		checkSchema(t, c.name, c.schema, out.Bytes())
	}
}

// checkSchema validates what a verb printed against one of our schemas.
func checkSchema(t *testing.T, name, schema string, text []byte) {
	t.Helper()
	all := validate.Schema{Root: schema, Texts: map[string]string{model.SchemaURL: string(model.Schema)}}
	for _, url := range []string{lintSchema, statsSchema, verifySchema, rulesSchema} {
		own, err := os.ReadFile("schemas/" + path.Base(url))
		if err != nil {
			t.Fatal(err)
		}
		all.Texts[url] = string(own)
	}
	if _, ok := all.Texts[schema]; !ok { // the name of a file
		own, err := os.ReadFile(schema)
		if err != nil {
			t.Fatal(err)
		}
		all.Root = "https://docgen.test/" + path.Base(schema)
		all.Texts[all.Root] = string(own)
	}
	all.Check(t, name, text)
}
