package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/testutil"
)

// TestDiffCaptured demands the report of a page that shows both revisions, and
// that what it could not place is named.
func TestDiffCaptured(t *testing.T) {
	want, err := filepath.Abs("../../testdata/captured/harbor")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir("../../testdata/captured")
	r := docgen(t, "diff", "harbor.txt", "--docs")
	if r.code != exitFindings {
		t.Errorf("exit code %d", r.code)
	}
	testutil.Golden(t, want+".diff", r.stdout)
	testutil.Golden(t, want+".found", r.stderr)
}

// TestInspectCaptured demands the model of the files that only the new revision
// has, whose nesting was lost.
func TestInspectCaptured(t *testing.T) {
	want, err := filepath.Abs("../../testdata/captured/harbor.tree")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir("../../testdata/captured")
	testutil.Golden(t, want, docgen(t, "inspect", "harbor.txt", "--evidence").stdout)
}

// TestCapturedUsage demands a captured page where one name is to be enough, and
// that its name does not matter.
func TestCapturedUsage(t *testing.T) {
	dir := t.TempDir()
	writePages(t, dir, map[string]string{"tugs/list.md": "## List\n\n**get** `/v1/tugs`\n"})
	r := docgen(t, "diff", dir)
	if r.code != exitUsage || !strings.Contains(r.stderr, "name the new one too") {
		t.Errorf("exit code %d, %q", r.code, r.stderr)
	}
	text, err := os.ReadFile("../../testdata/captured/harbor.txt")
	if err != nil {
		t.Fatal(err)
	}
	named := filepath.Join(dir, "page.md")
	writeFile(t, named, string(text))
	if r := docgen(t, "inspect", named); !strings.Contains(r.stdout, "track GET /parcels/{parcel_id}/track") {
		t.Errorf("under another name: %q", r.stdout)
	}
}

// TestCorpusCaptured counts what a captured page says that two real revisions
// differ in. The kinds and places were written down by reading the page.
func TestCorpusCaptured(t *testing.T) {
	r := docgen(t, "diff", seed(t), "--format", "json", "--fail-on", "never")
	if r.code != exitOK {
		t.Fatalf("exit code %d: %s", r.code, r.stderr)
	}
	var got report.Report
	if err := json.Unmarshal([]byte(r.stdout), &got); err != nil {
		t.Fatal(err)
	}
	kinds := map[diff.Kind]int{}
	for _, f := range got.Findings {
		kinds[f.Kind]++
		if f.NewSpan.Start.Line == 0 {
			t.Errorf("%s %s%s has no place", f.Kind, f.Method, f.Type)
		}
	}
	want := map[diff.Kind]int{
		diff.MethodAdded: 2, diff.FieldAddedRequired: 1, diff.FieldAddedOptional: 4, diff.ParamAddedOptional: 1, diff.EnumValueAdded: 2, diff.TypeAdded: 12,
	}
	for _, kind := range slices.AppendSeq(slices.Collect(maps.Keys(kinds)), maps.Keys(want)) {
		if kinds[kind] != want[kind] {
			t.Errorf("%s: %d, want %d", kind, kinds[kind], want[kind])
		}
	}
	if got.Summary.Breaking != 0 || len(got.Texts) != 1 {
		t.Errorf("%d breaking, %d texts", got.Summary.Breaking, len(got.Texts))
	}
	if n := strings.Count(r.stderr, "[unplaced-change]"); n != 3 {
		t.Errorf("%d changes without a place, want the 3 that only clients' pages show", n)
	}
	if !strings.Contains(r.stderr, "[incomplete-capture]") {
		t.Error("the page was cut short, and nobody says so")
	}
}

// TestCorpusCapturedModel counts what the files hold that only the new revision
// of a real captured page has: all dialects are told apart and fused, nothing of
// them is left unread, and what is warned of is in the four methods that no http
// file shows whole, and which others print without nesting.
func TestCorpusCapturedModel(t *testing.T) {
	r := docgen(t, "inspect", seed(t), "--format", "stats")
	if r.code != exitOK {
		t.Fatalf("exit code %d: %s", r.code, r.stderr)
	}
	var got model.Stats
	if err := json.Unmarshal([]byte(r.stdout), &got); err != nil {
		t.Fatal(err)
	}
	if got.Methods != 6 || got.Types < 30 || got.Pages != 43 || len(got.Dialects) != 7 || got.UnreadBytes != 0 || got.Errors > 0 || got.Warnings > 6 {
		t.Errorf("%+v", got)
	}
}

// seed is the captured page beside the corpus.
func seed(t *testing.T) string {
	t.Helper()
	seeds, err := filepath.Glob(filepath.Join(corpustest.Dir(t, ""), "../seed/*.txt"))
	if err != nil || len(seeds) != 1 {
		t.Skipf("no captured page beside the corpus: %v", err)
	}
	return seeds[0]
}
