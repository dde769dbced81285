package main

import (
	"path/filepath"
	"strings"
	"testing"
)

const cranePage = "## Get a Crane\n\n**get** `/v1/cranes/{crane_id}`\n\n### Returns\n\n" +
	"- `Crane object { id, reach, load, 1 more }`\n\n  - `id: string`\n\n  - `reach: number`\n\n"

const craneRest = "  - `load: number`\n\n  - `tower: string`\n"

const tugPage = "## Get a Tug\n\n**get** `/v1/tugs/{tug_id}`\n\n### Returns\n\n- `name: string`\n"

// cutRevisions are two revisions of which the new one lost the end of a page.
func cutRevisions(t *testing.T) (before, after string) {
	t.Helper()
	return docsOf(t, map[string][]byte{"cranes/get.md": []byte(cranePage + craneRest), "tugs/get.md": []byte(tugPage)}),
		docsOf(t, map[string][]byte{"cranes/get.md": []byte(cranePage), "tugs/get.md": []byte(strings.Replace(tugPage, "name", "title", 1))})
}

// TestDiffOfCutPages demands that what rests on a page that was cut is marked,
// in every format, and nothing else.
func TestDiffOfCutPages(t *testing.T) {
	before, after := cutRevisions(t)
	at := filepath.ToSlash(after) + "/cranes/get.md:7:3"
	text := docgen(t, "diff", before, after)
	text.expect(t, exitFindings, "old side: 2 pages read, nothing in doubt\nnew side: 2 pages read, 1 list shorter than announced, 1 doubt, the first: "+at+": 4 fields announced, 2 fields listed\n\n", "")
	for line := range strings.Lines(text.stdout) {
		marked, crane := strings.Contains(line, "(in doubt)"), strings.Contains(line, "load") || strings.Contains(line, "tower")
		if strings.HasPrefix(line, "  ") && !strings.HasPrefix(line, "   ") && marked != crane {
			t.Errorf("in doubt: %t, want %t: %s", marked, crane, line)
		}
	}
	for format, want := range map[string]string{
		"text":     "\n      doubt: new side, " + at + ": 4 fields announced, 2 fields listed\n",
		"markdown": "\n  - Doubt: new side, ",
		"html":     "<p><em>Doubt:</em> new side, cranes/get.md:7:3: 4 fields announced, 2 fields listed</p>",
		"json":     `"reason": "4 fields announced, 2 fields listed"`,
		"github":   "; doubt: new side, " + strings.ReplaceAll(at, "%", "%25"),
	} {
		r := docgen(t, "diff", before, after, "--format", format)
		r.expect(t, exitFindings, want, "")
		if format == "json" {
			checkReport(t, r.stdout)
		}
	}
	if whole := docgen(t, "diff", before, before); strings.Count(whole.stdout, "doubt") != strings.Count(whole.stdout, "nothing in doubt") {
		t.Errorf("nothing is in doubt, and yet: %s", whole.stdout)
	}
}

// TestDoubtIsNotBreaking demands that what only a cut page shows stops nobody, unless
// --strict does, and that all formats say it.
func TestDoubtIsNotBreaking(t *testing.T) {
	before := docsOf(t, map[string][]byte{"cranes/get.md": []byte(cranePage + craneRest)})
	after := docsOf(t, map[string][]byte{"cranes/get.md": []byte(cranePage)})
	docgen(t, "diff", before, after).expect(t, exitOK, "0 breaking, 2 warnings", "")
	docgen(t, "diff", before, after, "--strict").expect(t, exitFindings, "2 breaking, 0 warnings", "")
	docgen(t, "diff", before, after, "--fail-on", "warning").expect(t, exitFindings, "(in doubt)", "")
	json := docgen(t, "diff", before, after, "--format", "json")
	json.expect(t, exitOK, `"undoubted": "breaking"`, "")
	checkReport(t, json.stdout)
	for format, want := range map[string]string{
		"text": "old side: 1 page read", "markdown": "- old side: 1 page read", "html": "old side: 1 page read", "github": "title=trust::old side: 1 page read", "json": `"pages": 1`,
	} {
		docgen(t, "diff", before, after, "--format", format).expect(t, exitOK, want, "")
	}
}

// TestDoubtsAreTold demands that lint and generate say what is in doubt.
func TestDoubtsAreTold(t *testing.T) {
	before, after := cutRevisions(t)
	const said = "; 1 doubt about 1 method and 0 types\n"
	docgen(t, "lint", after).expect(t, exitOK, "0 errors, 1 warning"+said, "")
	report := docgen(t, "lint", "--format=json", after)
	report.expect(t, exitOK, `"kind": "count"`, "")
	checkSchema(t, "lint", lintSchema, []byte(report.stdout))
	docgen(t, "generate", after, "-o", filepath.Join(t.TempDir(), "cranes")).expect(t, exitOK, "", "0 errors, 1 warning"+said)
	if whole := docgen(t, "generate", before, "-o", filepath.Join(t.TempDir(), "cranes")); strings.Contains(whole.stderr, "doubt") {
		t.Errorf("nothing is in doubt, and yet: %s", whole.stderr)
	}
}
