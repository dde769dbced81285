package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/model/testutil/validate"
)

// firstRevision is the part of Harbor that its second revision is about.
var firstRevision = []string{
	"addresses/validate.md", "admin/keys/create.md", "admin/keys/list.md", "admin/keys/revoke.md",
	"beta/routes/retrieve.md", "carriers/quote.md", "files/delete.md", "files/download.md", "files/list.md",
	"parcels/events/attachments/delete.md", "parcels/events/attachments/retrieve.md",
	"webhooks/create.md", "webhooks/delete.md", "webhooks/list.md", "webhooks/test.md",
}

// revisions lays the first revision out and stands where both can be named
// shortly, so that reports read the same everywhere.
func revisions(t *testing.T) {
	t.Helper()
	const docs = "../../testdata"
	dir := t.TempDir()
	for _, name := range firstRevision {
		text, err := os.ReadFile(filepath.Join(docs, "harbor", name))
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(dir, "old", name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		writeFile(t, to, string(text))
	}
	if err := os.CopyFS(filepath.Join(dir, "new"), os.DirFS(docs+"/harbor-v2")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
}

// TestDiffHarbor demands the report of two revisions that differ in every way,
// in every format.
func TestDiffHarbor(t *testing.T) {
	want, err := filepath.Abs("../../testdata/diff/harbor")
	if err != nil {
		t.Fatal(err)
	}
	revisions(t)
	for format, ext := range map[string]string{"text": "txt", "markdown": "md", "html": "html", "json": "json", "github": "github", "sarif": "sarif", "junit": "junit", "codequality": "codequality.json"} {
		t.Run(format, func(t *testing.T) {
			r := docgen(t, "diff", "old", "new", "--format", format, "--docs")
			if r.code != exitFindings || r.stderr != "" {
				t.Errorf("exit code %d, standard error %q", r.code, r.stderr)
			}
			if format == "json" {
				checkReport(t, r.stdout)
			}
			testutil.Golden(t, want+"."+ext, r.stdout)
		})
	}
}

// checkReport holds a report against its schema.
func checkReport(t *testing.T, text string) {
	t.Helper()
	validate.Schema{Root: report.SchemaURL, Texts: map[string]string{report.SchemaURL: string(report.Schema())}}.Check(t, "the report", []byte(text))
}

// TestRulesPage keeps the published catalogues of rules and codes up to date.
func TestRulesPage(t *testing.T) {
	testutil.Golden(t, "../../model/diff/rules/README.md", docgen(t, "rules", "--about=changes", "--format=markdown").stdout)
	testutil.Golden(t, "../../model/diag/README.md", docgen(t, "rules", "--about=findings", "--format=markdown").stdout)
}

func TestDiffExitCodes(t *testing.T) {
	revisions(t)
	other := filepath.Join(t.TempDir(), "other")
	writePages(t, other, map[string]string{"tugs/list.md": "## List\n\n**get** `/v1/tugs`\n"})
	prose := filepath.Join(t.TempDir(), "prose")
	writePages(t, prose, map[string]string{"guide.md": "# Guide\n\nNothing to call.\n"})
	for _, c := range []struct {
		args           []string
		code           int
		stdout, stderr string
	}{
		{[]string{"diff", "old", "old"}, exitOK, "0 pages touched (+0 −0 lines); 0 breaking, 0 warnings, 0 compatible; 0 entries of 0 changes; Go API: unchanged; version step: none", ""},
		{[]string{"diff", "old", "new", "--fail-on=never"}, exitOK, "version step: major", ""},
		{[]string{"diff", "old", "new", "--only=resource-*"}, exitFindings, "resource depots", ""},
		{[]string{"diff", "old", "new", "--only=resource-*", "--fail-on=info"}, exitFindings, "resource depots", ""},
		{[]string{"diff", "old", "new", "--only=breaking"}, exitFindings, "entries shown", ""},
		{[]string{"diff", "old", "new", "--only=nothing"}, exitUsage, "", "--only nothing fits no rule"},
		{[]string{"diff", "old"}, exitUsage, "", `name the new one too`},
		{[]string{"diff", "old", "nowhere"}, exitFailed, "", "nowhere: no such folder or file"},
		{[]string{"diff", "old", prose}, exitFailed, "", "none of 1 page documents a method"},
		{[]string{"diff", "old", other}, exitUsage, "", "have no method in common"},
		{[]string{"diff", "old", "new", "--ignore=nowhere.yaml"}, exitFailed, "", "--ignore: nowhere.yaml: no such file"},
		{[]string{"rules"}, exitOK, "request-field-added-required ", ""},
		{[]string{"rules", "request-field-added-required"}, exitOK, "The opposite is request-field-removed-required", ""},
		{[]string{"rules", "request-field"}, exitUsage, "", `there is no rule and no code "request-field"`},
		{[]string{"rules", "--format=markdown"}, exitOK, "## response-became-nullable", ""},
		{[]string{"rules", "--format=json"}, exitOK, `"mirror": "response-became-not-nullable"`, ""},
	} {
		t.Run(strings.Join(c.args, " "), func(t *testing.T) {
			docgen(t, c.args...).expect(t, c.code, c.stdout, c.stderr)
		})
	}
}

func writePages(t *testing.T, dir string, pages map[string]string) {
	t.Helper()
	for name, text := range pages {
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		writeFile(t, to, text)
	}
}

func TestDiffIgnore(t *testing.T) {
	revisions(t)
	run := func(text string) result {
		writeFile(t, "accepted.yaml", text)
		return docgen(t, "diff", "old", "new", "--format=json", "--fail-on=never", "--ignore=accepted.yaml")
	}
	const why = "  reason: Nobody reads it.\n"
	for name, c := range map[string]struct {
		text    string
		ignored int
		stderr  string
	}{
		"all of a type": {"- rule: response-*\n  in: FileMetadata\n" + why, 3, ""},
		"one field":     {"- rule: breaking\n  in: AddressCheck\n  at: conf*ce\n" + why, 1, ""},
		"unused":        {"- rule: response-*\n  in: Tug\n" + why, 0, "accepted.yaml:1: response-* fits no finding; remove the entry\n"},
		"expired":       {"- rule: breaking\n  in: AddressCheck\n  until: 2020-01-31\n" + why, 0, "accepted.yaml:1: breaking was accepted until 2020-01-31 and is reported again\n"},
		"in time":       {"- rule: breaking\n  in: AddressCheck\n  until: 9999-12-31\n" + why, 1, ""},
		"empty":         {"", 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := run(c.text)
			var got report.Report
			if err := json.Unmarshal([]byte(r.stdout), &got); err != nil {
				t.Fatal(err, r.stderr)
			}
			if got.Summary.Ignored != c.ignored || r.stderr != c.stderr {
				t.Errorf("%d ignored, standard error %q", got.Summary.Ignored, r.stderr)
			}
		})
	}
	writeFile(t, "accepted.yaml", "- rule: warning\n"+why)
	docgen(t, "diff", "old", "new", "--ignore=accepted.yaml").expect(t, exitFindings, "0 warnings", "")
	for name, c := range map[string]struct{ text, stderr string }{
		"no reason":    {"- rule: breaking\n", "accepted.yaml:1: the entry has no reason"},
		"no rule":      {"\n- rule: bad\n" + why, `accepted.yaml:2: rule "bad" fits no rule`},
		"no date":      {"- rule: breaking\n  until: soon\n" + why, `until "soon" is no date`},
		"unknown key":  {"- rules: breaking\n" + why, `accepted.yaml:1:3: unknown key "rules"; did you mean rule?`},
		"empty entry":  {"-\n", "accepted.yaml:1:2: an entry of the file must have keys and values but is missing"},
		"no list":      {"rule: breaking\n", "accepted.yaml:1:1: the file must be a list but is keys and values\n\thelp: an ignore file is a list"},
		"no YAML":      {"\t", "accepted.yaml:1:1: this is not YAML: "},
		"two entries":  {"- rule: breaking\n" + why + "- rule: bad\n" + why, "accepted.yaml:3: "},
		"control text": {"- rule: \"\x1b\"\n", "accepted.yaml:1:1: "},
	} {
		t.Run(name, func(t *testing.T) { run(c.text).expect(t, exitUsage, "", c.stderr) })
	}
}

// TestDiffPresentation demands that the same facts in another generation or
// layout of pages are no change.
func TestDiffPresentation(t *testing.T) {
	for _, name := range []string{"harbor-old", "harbor-flat", "harbor-tree"} {
		t.Run(name, func(t *testing.T) {
			r := docgen(t, "diff", "--format=json", "--fail-on=never", "../../testdata/harbor", "../../testdata/"+name)
			var got report.Report
			if err := json.Unmarshal([]byte(r.stdout), &got); err != nil {
				t.Fatal(err, r.stderr)
			}
			for _, f := range got.Findings {
				// These references have only some of the pages.
				switch f.Kind {
				case "method-removed", "resource-removed", "type-removed", "client-credential-removed":
				case goapi.OnlyGo: // those of an older generation state fewer facts
					if f.Policy == "" {
						t.Errorf("%s: %+v", f.Message, f.Go)
					}
				default:
					t.Errorf("%s: %s %s%s %s: %q → %q", f.Severity, f.Kind, f.Method, f.Type, f.At, f.Old, f.New)
				}
			}
			if n := got.Summary.Pages; n == 0 {
				t.Error("no page differs")
			}
		})
	}
}
