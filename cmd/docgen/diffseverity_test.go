package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/report"
)

// lampPage is a method whose result has a member of one kind or of two.
func lampPage(resource, owner string) string {
	return "## Get a lamp\n\n**get** `/v1/" + resource + "/lamps/{lamp_id}`\n\n### Returns\n\n- `id: string`\n\n" + owner
}

const (
	oneOwner  = "- `owner: object { name, kind }`\n\n  - `name: string`\n\n  - `kind: \"keeper\"`\n\n    - `\"keeper\"`\n"
	twoOwners = "- `owner: object { name, kind }  or object { crew, kind }`\n\n" +
		"  - `Keeper object { name, kind }`\n\n    - `name: string`\n\n    - `kind: \"keeper\"`\n\n      - `\"keeper\"`\n\n" +
		"  - `Crew object { crew, kind }`\n\n    - `crew: string`\n\n    - `kind: \"crew\"`\n\n      - `\"crew\"`\n"
)

func lamps(t *testing.T, resource, owner string) string {
	t.Helper()
	return docsOf(t, map[string][]byte{resource + "/lamps/get.md": []byte(lampPage(resource, owner))})
}

// reportOf is the report of a diff.
func reportOf(t *testing.T, code int, args ...string) *report.Report {
	t.Helper()
	r := docgen(t, append([]string{"diff", "--format", "json"}, args...)...)
	r.expect(t, code, "{", "")
	checkReport(t, r.stdout)
	var out report.Report
	if err := json.Unmarshal([]byte(r.stdout), &out); err != nil {
		t.Fatal(err)
	}
	return &out
}

// TestObjectBecomesUnion demands that what becomes of a struct stands with the finding
// about the member, that --fail-on go sees it, and the same the other way round.
func TestObjectBecomesUnion(t *testing.T) {
	one, two := lamps(t, "port", oneOwner), lamps(t, "port", twoOwners)
	for _, sides := range [][]string{{one, two}, {two, one}} {
		r := reportOf(t, exitOK, append(sides, "--fail-on", "never")...)
		if len(r.Go) > 0 || len(r.Findings) != 1 || len(r.Findings[0].Go) < 8 {
			t.Errorf("%d changes of Go have no finding: %v", len(r.Go), r.Go)
		}
		if r.Summary.GoStep != "major" {
			t.Errorf("the Go package takes a step that is %s", r.Summary.GoStep)
		}
	}
	docgen(t, "diff", one, two).expect(t, exitOK, "major for the Go package", "")
	docgen(t, "diff", one, two, "--fail-on", "go").expect(t, exitFindings, "alternative added", "")
	docgen(t, "diff", one, one, "--fail-on", "go").expect(t, exitOK, "unchanged", "")
}

// TestPresets demands that a stricter preset makes of a finding what it says, and tells.
func TestPresets(t *testing.T) {
	one, two := lamps(t, "port", oneOwner), lamps(t, "port", twoOwners)
	for _, preset := range []string{"source", "all"} {
		r := reportOf(t, exitFindings, one, two, "--preset", preset)
		if r.Summary.Breaking != 1 || len(r.Findings[0].Reclassified) != 1 || !strings.Contains(r.Findings[0].Reclassified[0], preset) {
			t.Errorf("%s: %+v", preset, r.Findings)
		}
	}
	reportOf(t, exitOK, one, two, "--preset", "wire")
	more := lamps(t, "port", oneOwner+"\n- `lit: boolean`\n")
	reportOf(t, exitOK, one, more, "--preset", "all")
	reportOf(t, exitFindings, more, one, "--preset", "wire")
}

// TestMildResources demands that what breaks in resources that promise nothing is a
// warning, unless others show it too.
func TestMildResources(t *testing.T) {
	before, after := lamps(t, "beta", oneOwner), lamps(t, "beta", "")
	for pattern, code := range map[string]int{"beta.**": exitOK, "alpha.**": exitFindings} {
		file := configFile(t, configHead+"  - {docs: "+filepath.ToSlash(after)+", output: out, package: harbor}\ndiff:\n  mild: ["+pattern+"]\n")
		r := reportOf(t, code, before, after, "--config", file)
		if mild := r.Summary.Warnings == 1 && r.Summary.Breaking == 0 && len(r.Findings[0].Reclassified) == 1; mild != (code == exitOK) {
			t.Errorf("%s: %+v", pattern, r.Findings)
		}
	}
}
