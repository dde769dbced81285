package main

import (
	"os"
	"path/filepath"
	"testing"

	emit "github.com/docgen-go/docgen/emit/openapi"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser"
)

// TestOtherDiffer holds docgen diff against oasdiff, which compares the OpenAPI
// documents of the same pages. What only one of them says must have a known
// cause; the causes are counted in testdata/diff/oasdiff-*.md.
func TestOtherDiffer(t *testing.T) {
	testutil.SlowGolden(t, "reads two references")
	differ := install(t, oasdiff)
	const tables = "../../testdata/diff/oasdiff-"
	t.Run("harbor", func(t *testing.T) {
		file, err := filepath.Abs(tables + "harbor.md")
		if err != nil {
			t.Fatal(err)
		}
		revisions(t)
		testutil.Golden(t, file, compareDiffers(t, differ, "old", "new"))
	})
	for name, dialects := range map[string][]string{"http": {"http"}, "fused": nil} {
		t.Run(name, func(t *testing.T) {
			old, now := corpustest.Dir(t, "anthropic/2026-04-24"), corpustest.Dir(t, "anthropic/2026-06-11")
			testutil.Golden(t, tables+name+".md", compareDiffers(t, differ, old, now, dialects...))
		})
	}
}

// compareDiffers lets both programs compare two revisions and returns how they
// agree, as Markdown.
func compareDiffers(t *testing.T, differ, old, now string, dialects ...string) string {
	t.Helper()
	before, beforeFile := exported(t, old, dialects)
	after, afterFile := exported(t, now, dialects)
	found := diff.Compare(before, after)
	c := &comparison{
		findings: rules.Default().Classify(found.Changes), unstated: found.Unstated,
		before: map[string]string{}, apart: map[what]map[string]bool{}, streams: map[string]bool{},
	}
	c.readOurs(t)
	c.theirs, c.entries = oasdiffFacts(t, runTool(t, differ, "changelog", beforeFile, afterFile, "--format=json"))
	for _, m := range after.Methods {
		c.streams[m.ID] = m.Streaming != nil
	}
	return c.table(t)
}

// exported reads pages and writes them as an OpenAPI document, too.
func exported(t *testing.T, docs string, dialects []string) (api *model.API, file string) {
	t.Helper()
	api, _, err := parser.Parse(t.Context(), os.DirFS(docs), parser.Options{Dialects: dialects})
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "openapi.json")
	if err := replaceFile(t.Context(), file, emit.Export(api, emit.Options{}).WriteJSON); err != nil {
		t.Fatal(err)
	}
	return api, file
}
