package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	cratePage   = "## Get\n\n**get** `/v1/crates/{id}`\n\n### Returns\n\n- `Crate object { id, mass }`\n\n  - `id: string`\n\n  - `mass: %`\n"
	crateTarget = "version: 1\ntargets:\n  - docs: docs\n    output: crates\n    package: crates\n"
)

// crates lays out two revisions of a reference, of which the old one is what a
// target of docgen.yaml is made of.
func crates(t *testing.T, more string) {
	t.Helper()
	t.Chdir(t.TempDir())
	writePages(t, "docs", map[string]string{"crates/retrieve.md": strings.Replace(cratePage, "%", "string", 1)})
	writePages(t, "next", map[string]string{"crates/retrieve.md": strings.Replace(cratePage, "%", "boolean", 1)})
	writeFile(t, "docgen.yaml", crateTarget+more)
}

// TestDiffKnowsTheNamesOfThePackage demands the names that users call things by:
// those of docgen.yaml, and those of docgen.lock.
func TestDiffKnowsTheNamesOfThePackage(t *testing.T) {
	crates(t, "    rename:\n      types:\n        Crate: Box\n")
	docgen(t, "generate").expect(t, exitOK, "", "crates")
	lock, err := os.ReadFile("docgen.lock")
	if err != nil {
		t.Fatal(err)
	}
	was, is := "field Crate mass = Mass", "field Crate mass = Heft"
	if !strings.Contains(string(lock), was) {
		t.Fatalf("no %q in\n%s", was, lock)
	}
	writeFile(t, "docgen.lock", strings.Replace(string(lock), was, is, 1))
	docgen(t, "diff", "docs", "next").expect(t, exitFindings, "Go: Box.Heft string → bool\n", "")
	docgen(t, "diff", "next", "docs").expect(t, exitFindings, "Go: Box.Heft bool → string\n", "")
}

// TestDiffHeedsWhatIsNotGenerated leaves out of the package what docgen.yaml
// leaves out.
func TestDiffHeedsWhatIsNotGenerated(t *testing.T) {
	crates(t, "    types:\n      Crate.mass: any\n")
	docgen(t, "diff", "docs", "next").expect(t, exitFindings, "type changed: string → boolean", "")
	docgen(t, "diff", "docs", "next").expect(t, exitFindings, "Go API: unchanged", "")
}

// TestDiffReadsWhatIsGenerated compares the pages of the dialects that a target
// is made of, unless the command line names others.
func TestDiffReadsWhatIsGenerated(t *testing.T) {
	crates(t, "    dialects: [ruby]\n")
	docgen(t, "diff", "docs", "next").expect(t, exitFailed, "", "docs: no pages in ruby; name other dialects with --dialects")
	docgen(t, "diff", "docs", "next", "--dialects=http").expect(t, exitFindings, "type changed", "")
}

// TestDiffWithoutGo demands the report of the pages where no package could be
// made of them.
func TestDiffWithoutGo(t *testing.T) {
	const note = "the Go API is not compared: "
	for name, c := range map[string]struct{ more, lock, stderr string }{
		"entry without effect": {"    exclude: [barrels]\n", "", note + `docgen.yaml:6:15: "barrels" is no resource`},
		"name that is taken":   {"    rename:\n      types:\n        Crate: Client\n", "", note + "docgen.yaml:8:"},
		"lock that is broken":  {"", "\x00", note + "docgen.lock:1"},
	} {
		t.Run(name, func(t *testing.T) {
			crates(t, c.more)
			if c.lock != "" {
				writeFile(t, "docgen.lock", c.lock)
			}
			r := docgen(t, "diff", "docs", "next")
			r.expect(t, exitFindings, "type changed: string → boolean", c.stderr)
			if strings.Contains(r.stdout, "Go") {
				t.Errorf("standard output is %q", r.stdout)
			}
		})
	}
}

// TestDiffTellsOfGoAlone demands an entry like all others for what only the generated package
// shows, here the name of a type that its pages no longer give.
func TestDiffTellsOfGoAlone(t *testing.T) {
	t.Chdir(t.TempDir())
	writePages(t, "old", map[string]string{"crates/retrieve.md": "## Get\n\n**get** `/v1/crates/{id}`\n\n### Returns\n\n- `Crate object { id }`\n\n  - `id: string`\n"})
	writePages(t, "new", map[string]string{"crates/retrieve.md": "## Get\n\n**get** `/v1/crates/{id}`\n\n### Returns\n\n- `id: string`\n"})
	const entry = "only the generated Go changes\n"
	docgen(t, "diff", "old", "new", "--fail-on", "warning").expect(t, exitOK, "  type CrateRetrieveResponse: "+entry, "")
	docgen(t, "diff", "old", "new", "--version-step", "none").expect(t, exitOK, "version step: none (major for the Go package)", "")
	docgen(t, "diff", "old", "new", "--fail-on", "go", "--path", "/v1/crates/**").expect(t, exitFindings, "Go: Crate → CrateGetResponse", "")
	docgen(t, "diff", "old", "new", "--preset", "source").expect(t, exitFindings, "Breaking\n  type CrateRetrieveResponse", "")
	docgen(t, "diff", "old", "new", "--format", "sarif", "--only", "go-changed").expect(t, exitOK, `"ruleId": "go-changed"`, "")
	docgen(t, "diff", "old", "new", "--format", "json", "-o", "told.json").expect(t, exitOK, "", "1 entry of 1 change")
	docgen(t, "diff", "old", "new", "--baseline", "told.json", "--fail-on", "info").expect(t, exitOK, "1 change in the baseline", "")
	writeFile(t, "ignore.yaml", "- rule: go-changed\n  in: CrateRetrieveResponse\n  reason: We wrap it.\n")
	docgen(t, "diff", "old", "new", "--ignore", "ignore.yaml", "--fail-on", "info").expect(t, exitOK, "1 ignored", "")
	writeFile(t, "docgen.yaml", crateTarget+"diff:\n  severity:\n    go-changed: breaking\n")
	docgen(t, "diff", "old", "new").expect(t, exitFindings, "Breaking\n  type CrateRetrieveResponse", "")
}

// TestGoCountsOfWhatIsLeft demands that the changes of the Go API are counted as the entries
// are: a baseline takes both out, in every format alike, and a filter takes out neither.
func TestGoCountsOfWhatIsLeft(t *testing.T) {
	page := func(members string) string {
		return docsOf(t, map[string][]byte{"cranes/get.md": []byte("## Get\n\n**get** `/v1/crane`\n\n### Returns\n\n- `id: string`\n" + members)})
	}
	before, after := page("\n- `reach: number`\n"), page("\n- `height: number`\n")
	all := docgen(t, "diff", before, after, "--fail-on", "never")
	all.expect(t, exitOK, "Go API: 1 removed, 1 added;", "")
	docgen(t, "diff", before, after, "--fail-on", "never", "--only", "breaking").expect(t, exitOK, "Go API: 1 removed, 1 added;", "")
	told := filepath.Join(t.TempDir(), "told.json")
	docgen(t, "diff", before, after, "--fail-on", "never", "--format", "json", "-o", told)
	docgen(t, "diff", before, after, "--baseline", told).expect(t, exitOK, "Go API: no other change;", "")
	docgen(t, "diff", before, after, "--baseline", told, "--format", "json").expect(t, exitOK, `"removed": 0,`, "")
	docgen(t, "diff", before, after, "--baseline", told, "--format", "html").expect(t, exitOK, "no other change", "")
	later := page("\n- `height: number`\n\n- `width: number`\n")
	docgen(t, "diff", before, later, "--baseline", told).expect(t, exitOK, "Go API: 1 added;", "")
}
