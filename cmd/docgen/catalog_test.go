package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff/rules"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser"
	"github.com/docgen-go/docgen/parser/format/captured"
	"github.com/docgen-go/docgen/parser/format/sdkdocs"
	"github.com/docgen-go/docgen/parser/openapi"
)

// inMethod is the page that an example without files of its own is part of.
const inMethod = "-- parcels/create.md --\n## Create a Parcel\n\n**post** `/v1/parcels`\n\n"

// TestCatalogExamples demands that the example of each code gives a finding with
// it, as bad as the catalogue says.
func TestCatalogExamples(t *testing.T) {
	for _, e := range diag.Catalog() {
		if e.Case != "" {
			continue // the test of that name shows it; TestCatalog holds that it is there
		}
		t.Run(string(e.Code), func(t *testing.T) {
			found := foundIn(t, e.Example)
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == e.Code && d.Severity == e.Severity }) {
				t.Errorf("the example gives no %s with this code but\n%v", e.Severity, found)
			}
			for _, d := range found {
				if d.Code == e.Code && d.Severity.Rank() < e.Severity.Rank() {
					t.Errorf("the catalogue says %s, but the example gives %s", e.Severity, d)
				}
			}
		})
	}
}

// foundIn returns the findings about an example of the catalogue: about an
// OpenAPI document that pages are compared with, or about pages and documents while
// they are read and a package is rendered.
func foundIn(t *testing.T, example string) diag.List {
	t.Helper()
	if !strings.HasPrefix(example, "-- ") {
		example = inMethod + example
	}
	var compared diag.List // what verify says of a document
	if files := txtar.Parse([]byte(example)).Files; strings.HasPrefix(files[0].Name, "openapi.") {
		var err error
		if _, compared, err = openapi.Read(t.Context(), files[0].Name, files[0].Data); err != nil {
			t.Fatal(err)
		}
	}
	if capture, ok := strings.CutPrefix(example, "-- capture.txt --\n"); ok {
		_, found := captured.Read(source.NewFile("capture.txt", []byte(capture)), sdkdocs.Readers())
		return found
	}
	name := filepath.Join(t.TempDir(), "docs.txtar")
	if err := os.WriteFile(name, []byte(example), 0o644); err != nil {
		t.Fatal(err)
	}
	docs, err := docsfs.Open(t.Context(), name, docsfs.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	defer docs.Close()
	api, found, err := parser.Parse(t.Context(), docs, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, more, err := emit.Go(t.Context(), api, emit.Options{Package: "harbor"})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(compared, docs.Found, found, more)
}

// TestRulesKeepToTheirSchema demands it of the whole catalogue and of one entry,
// and that no code is the ID of a rule, so that a name means one thing.
func TestRulesKeepToTheirSchema(t *testing.T) {
	checkSchema(t, "rules", rulesSchema, []byte(docgen(t, "rules", "--format", "json").stdout))
	checkSchema(t, "a code", rulesSchema, []byte(docgen(t, "lint", "--explain", "html-page", "--format", "json").stdout))
	for _, e := range diag.Catalog() {
		if _, ok := rules.Lookup(string(e.Code)); ok {
			t.Errorf("%s is a code and a rule", e.Code)
		}
	}
}
