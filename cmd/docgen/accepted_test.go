package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// findingDocs writes pages with two lists that come whole and a table that nobody
// reads, and a docgen.yaml with these entries about their findings.
func findingDocs(t *testing.T, entries ...string) (docs, file string) {
	t.Helper()
	dir := t.TempDir()
	list := func(name string) string {
		return "## List\n\n**get** `/v1/" + name + "`\n\n### Returns\n\n- `data: array of string`\n"
	}
	docs = filepath.Join(dir, "docs")
	write(t, filepath.Join(docs, "docks/list.md"), list("docks"))
	write(t, filepath.Join(docs, "admin/keys/list.md"), list("keys"))
	write(t, filepath.Join(docs, "cranes/create.md"), "## Create\n\n**post** `/v1/cranes`\n\n### Body Parameters\n\n| Type | Remark |\n|---|---|\n| number | size |\n")
	file = filepath.Join(dir, "docgen.yaml")
	text := configHead + "  - docs: docs\n    output: out\n    package: harbor\n"
	if len(entries) > 0 {
		text += "    findings:\n      - " + strings.Join(entries, "\n      - ") + "\n"
	}
	write(t, file, text)
	return docs, file
}

const (
	acceptTable = "{code: unread-facts, pages: cranes/*.md, as: accepted, reason: the body is documented elsewhere}"
	raiseLists  = "{code: unpaged-list, as: error, reason: long lists need pages}"
	exceptAdmin = "{code: unpaged-list, pages: admin/**, as: info, reason: these are short}"
)

// TestAcceptedFindings demands that what docgen.yaml accepts is shown with its
// reason and counts for nothing, in lint and in generate, also from the cache.
func TestAcceptedFindings(t *testing.T) {
	docs, file := findingDocs(t)
	docgen(t, "lint", docs, "--config", file).expect(t, exitFindings, "1 error, 0 warnings, 2 notes\n", "")
	docgen(t, "generate", "--config", file).expect(t, exitFindings, "", "nothing written: 1 error, 0 warnings, 2 notes in the docs")

	docs, file = findingDocs(t, acceptTable)
	r := docgen(t, "lint", docs, "--config", file)
	r.expect(t, exitOK, "0 errors, 0 warnings, 2 notes, 1 accepted\n", "")
	if want := "cranes/create.md:7:1: accepted: "; !strings.Contains(r.stdout, want) || !strings.Contains(r.stdout, "\n\treason: the body is documented elsewhere\n") {
		t.Errorf("no %s with its reason in\n%s", want, r.stdout)
	}
	t.Chdir(filepath.Dir(file))
	docgen(t, "lint").expect(t, exitOK, "1 accepted\n", "")
	t.Setenv("DOCGEN_CACHE", t.TempDir())
	for range 2 {
		docgen(t, "generate").expect(t, exitOK, "", "0 errors, 0 warnings, 2 notes, 1 accepted")
		docgen(t, "generate", "--verbose").expect(t, exitOK, "", "reason: the body is documented elsewhere")
	}
	docgen(t, "check").expect(t, exitOK, "", "1 accepted")
}

// TestAcceptedFindingsAsJSON demands them in a list of their own.
func TestAcceptedFindingsAsJSON(t *testing.T) {
	docs, file := findingDocs(t, acceptTable)
	r := docgen(t, "lint", docs, "--config", file, "--format", "json")
	checkSchema(t, "lint", lintSchema, []byte(r.stdout))
	var report lintReport
	if err := json.Unmarshal([]byte(r.stdout), &report); err != nil {
		t.Fatal(err)
	}
	if len(report.Accepted) != 1 || report.Accepted[0].Code != "unread-facts" || report.Accepted[0].Severity != "error" || report.Accepted[0].Reason == "" || len(report.Diagnostics) != 2 {
		t.Errorf("accepted %v, diagnostics %v", report.Accepted, report.Diagnostics)
	}
}

// TestRaisedFindings demands the severity of the last entry that means a finding.
func TestRaisedFindings(t *testing.T) {
	docs, file := findingDocs(t, acceptTable, raiseLists, exceptAdmin)
	r := docgen(t, "lint", "--verbose", docs, "--config", file)
	r.expect(t, exitFindings, "docks/list.md:1:1: error: ", "")
	if want := "admin/keys/list.md:1:1: info: "; !strings.Contains(r.stdout, want) {
		t.Errorf("no %s in\n%s", want, r.stdout)
	}
	docgen(t, "lint", docs, "--config", filepath.Join(harborConfig(t), "docgen.yaml")).expect(t, exitFindings, "1 error, 0 warnings, 2 notes\n", "")
}

// harborConfig writes a docgen.yaml about other docs, and returns its folder.
func harborConfig(t *testing.T) string {
	t.Helper()
	return filepath.Dir(configFile(t, configHead+harborTarget(t, "out", "findings: ["+acceptTable+"]")))
}

// TestFindingsWithoutEffect demands a fault for each entry that changes nothing.
func TestFindingsWithoutEffect(t *testing.T) {
	for entry, want := range map[string]string{
		"{code: unread-facts, pages: tugs/*.md, as: accepted, reason: why}": "docgen.yaml:7:9: no finding has the code unread-facts on pages tugs/*.md; take the entry out",
		"{code: unpaged-list, as: info, reason: why}":                       "docgen.yaml:7:9: all findings with the code unpaged-list count as info already",
		"{code: unpaged-lists, as: error, reason: why}":                     `docgen.yaml:7:16: no finding has the code "unpaged-lists"; did you mean unpaged-list?`,
	} {
		_, file := findingDocs(t, entry)
		docgen(t, "generate", "--config", file, "--keep-going").expect(t, exitUsage, "", want)
	}
}

// TestFaultyConfigNearby demands that pages can be looked at beside a docgen.yaml that
// has faults, which are told; of a file that is named they are wrong usage.
func TestFaultyConfigNearby(t *testing.T) {
	docs, file := findingDocs(t, "{code: unread-facts, as: accepted}")
	t.Chdir(filepath.Dir(file))
	r := docgen(t, "inspect", docs)
	r.expect(t, exitFindings, "create POST /v1/cranes", "docgen.yaml:7:9: the finding has no reason")
	if !strings.Contains(r.stderr, "what this docgen.yaml says of findings was left out") {
		t.Error(r.stderr)
	}
	docgen(t, "inspect", docs, "--config", file).expect(t, exitUsage, "", "the finding has no reason")
}
