package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

// TestCorpusLint demands that every byte of published http pages is understood.
func TestCorpusLint(t *testing.T) {
	t.Parallel()
	for _, name := range corpustest.HTTP {
		t.Run(name, func(t *testing.T) {
			r := docgen(t, "lint", "--format=json", corpustest.Dir(t, name))
			r.expect(t, exitOK, `"pages": [`, "")
			checkSchema(t, name, lintSchema, []byte(r.stdout))
			var report lintReport
			if err := json.Unmarshal([]byte(r.stdout), &report); err != nil {
				t.Fatal(err)
			}
			t.Logf("%d pages, %d bytes, %s", len(report.Pages), report.Total.Total, tally(report.Diagnostics))
			if report.Total.Unread > 0 || report.Errors > 0 || len(report.Pages) == 0 {
				t.Errorf("%d pages, %d bytes unread, %d errors; want some, 0 and 0", len(report.Pages), report.Total.Unread, report.Errors)
			}
		})
	}
}

// sampled are the references that hold no fault, without the largest unless the run is full.
func sampled() []string {
	if isFullRun() {
		return corpustest.HTTP
	}
	return slices.DeleteFunc(slices.Clone(corpustest.HTTP), func(name string) bool { return name == "anthropic/2026-06-11" })
}

// TestCorpusModel demands that the model of published pages keeps to its
// schema and reads back equal.
func TestCorpusModel(t *testing.T) {
	t.Parallel()
	for _, name := range sampled() {
		t.Run(name, func(t *testing.T) { checkModel(t, corpustest.Dir(t, name)) })
	}
}

// checkModel holds what inspect prints as JSON against the schemas, and the
// model against itself after a round through Decode and Encode.
func checkModel(t *testing.T, dir string) {
	r := docgen(t, "inspect", "--format=json", dir)
	if r.code != exitOK {
		t.Fatalf("exit code %d: %s", r.code, r.stderr)
	}
	checkSchema(t, dir, model.SchemaURL, []byte(r.stdout))
	api, err := model.Decode(strings.NewReader(r.stdout))
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := model.Encode(&again, api); err != nil {
		t.Fatal(err)
	}
	if again.String() != r.stdout {
		t.Error("the model does not read back equal")
	}
	stats := docgen(t, "inspect", "--format=stats", dir)
	checkSchema(t, dir, statsSchema, []byte(stats.stdout))
	t.Log(stats.stdout)
}

// TestCorpusOrder demands that neither the order of files nor the number of
// cores shows in the model.
func TestCorpusOrder(t *testing.T) {
	t.Parallel()
	for _, name := range sampled() {
		t.Run(name, func(t *testing.T) {
			docs := os.DirFS(corpustest.Dir(t, name))
			want := facts(t, docs, 1)
			if got := facts(t, backwards{docs}, 2); got != want {
				t.Error("files in another order, read by two workers, give another model")
			}
		})
	}
}

// facts is the model and the findings as text.
func facts(t *testing.T, docs fs.FS, workers int) string {
	t.Helper()
	api, found, err := parser.Parse(t.Context(), docs, parser.Options{Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := model.Encode(&b, api); err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		b.WriteString(d.String())
	}
	return b.String()
}

// backwards lists folders from the end.
type backwards struct{ fs.FS }

func (b backwards) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(b.FS, name)
	slices.Reverse(entries)
	return entries, err
}

// TestCorpusOdd demands that HTML under a Markdown name is called that.
func TestCorpusOdd(t *testing.T) {
	r := docgen(t, "lint", "--format=json", corpustest.Dir(t, "odd"))
	r.expect(t, exitOK, "html-page", "")
	var report lintReport
	if err := json.Unmarshal([]byte(r.stdout), &report); err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Pages {
		named := slices.ContainsFunc(report.Diagnostics, func(d diag.Diagnostic) bool {
			return d.Span.File == p.Path && d.Severity != diag.Info && strings.Contains(d.Message, "HTML")
		})
		if p.Kind != model.PageHTML || !named {
			t.Errorf("%s is of kind %s, and a finding that says HTML: %t", p.Path, p.Kind, named)
		}
	}
	if len(report.Pages) < 3 {
		t.Errorf("%d pages, want all", len(report.Pages))
	}
}
