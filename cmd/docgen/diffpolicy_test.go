package main

import (
	"github.com/docgen-go/docgen/model/testutil"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// oldTug has a member that is deprecated and goes.
const (
	oldTug = "## Get\n\n**get** `/v1/tugs/{id}`\n\n### Returns\n\n- `Tug object { id, name, mass }`\n\n  - `id: string`\n\n  - `name: string`\n\n  - `mass: number`\n\n    Deprecated: Use `name` instead.\n"
	newTug = "## Get\n\n**get** `/v1/tugs/{id}`\n\n### Returns\n\n- `Tug object { id, name }`\n\n  - `id: string`\n\n  - `name: string`\n"
)

// TestDiffDeprecation demands policies by the dates of snapshots, of flags and of commits.
func TestDiffDeprecation(t *testing.T) {
	t.Chdir(t.TempDir())
	writePages(t, "2026-01-01", map[string]string{"tugs/retrieve.md": oldTug})
	writePages(t, "2026-05-01", map[string]string{"tugs/retrieve.md": newTug})
	args := []string{"diff", "2026-01-01", "2026-05-01", "--format=json"}
	diffOf := func(more ...string) result { return docgen(t, append(args, more...)...) }
	diffOf().expect(t, exitFindings, `"deprecated": "Use`, "")
	diffOf("--deprecation-days=90").expect(t, exitOK, `"removed-after-deprecation"`, "")
	diffOf("--deprecation-days=121").expect(t, exitFindings, "for 120 days at least, of 121", "")
	diffOf("--deprecation-days=121", "--old-date=2025-12-01").expect(t, exitOK, "for 151 days at least", "")
	diffOf("--old-date=soon").expect(t, exitUsage, "", `--old-date "soon" is no date`)
	diffOf("--deprecation-days=90", "--only=removed-after-*").expect(t, exitOK, `"date": "2026-05-01"`, "")
	writeFile(t, "accepted.yaml", "- rule: removed-too-soon\n  reason: Nobody reads it.\n")
	diffOf("--deprecation-days=121", "--ignore=accepted.yaml").expect(t, exitOK, `"ignored": 1`, "")
	writeFile(t, "docgen.yaml", buoyTarget+"diff:\n  deprecation: {days: 90}\n  severity: {removed-after-deprecation: info}\n")
	diffOf("--fail-on=warning").expect(t, exitOK, `"severity": "info"`, "")
	writeFile(t, "docgen.yaml", buoyTarget+"diff:\n  deprecation: {days: 0}\n")
	diffOf().expect(t, exitUsage, "", "docgen.yaml:7:")
	docgen(t, "rules", "removed-too-soon").expect(t, exitOK, "removed-too-soon (breaking): ", "")
	if err := os.Remove("docgen.yaml"); err != nil {
		t.Fatal(err)
	}
}

// TestDiffOfCommits demands the dates and subjects of commits in what is written for
// people and programs.
func TestDiffOfCommits(t *testing.T) {
	r := newRepository(t)
	page := filepath.Join(r.dir, "docs", "berths.md")
	commit := func(date, subject string) {
		r.shell(t, 0, "git add -A && git -c user.name=a -c user.email=a@harbor.example commit -qm '"+subject+"'", "GIT_COMMITTER_DATE="+date+"T12:00:00Z", "GIT_AUTHOR_DATE="+date+"T12:00:00Z")
	}
	commit("2026-03-04", "docs: <b>a title</b>")
	edit(t, page, "`title: string`", "`heading: string`")
	commit("2026-04-05", "docs: a heading")
	out := r.shell(t, 1, "docgen diff git:HEAD~1:docs git:HEAD:docs --format markdown")
	if !strings.Contains(out, "(2026-03-04 `docs: <b>a title</b>`) to `git:HEAD:docs` (2026-04-05 `docs: a heading`)") {
		t.Errorf("%.400s", out)
	}
	out = r.shell(t, 1, "docgen diff git:HEAD~1:docs git:HEAD:docs --format json")
	checkReport(t, out)
	for _, want := range []string{`"date": "2026-04-05"`, `"subject": "docs: a heading"`} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in %.400s", want, out)
		}
	}
	if out = r.shell(t, 1, "docgen diff git:HEAD~1:docs git:HEAD:docs --format html"); !strings.Contains(out, `<time datetime="2026-03-04">2026-03-04</time>`) || !strings.Contains(out, "docs: &lt;b&gt;a title&lt;/b&gt;") {
		t.Error("the page has no date or no subject")
	}
}

// TestVersionStep demands exit code 1 for a step that is too small, whatever --fail-on
// says, and words for it in every format.
func TestVersionStep(t *testing.T) {
	revisions(t)
	for taken, code := range map[string]int{"none": exitFindings, "patch": exitFindings, "minor": exitFindings, "major": exitOK} {
		docgen(t, "diff", "old", "new", "--fail-on=never", "--preset=wire", "--version-step="+taken).expect(t, code, "version step: major", "")
	}
	docgen(t, "diff", "old", "old", "--version-step=none").expect(t, exitOK, "version step: none", "")
	for _, format := range []string{"text", "markdown", "comment", "html", "github", "sarif", "junit", "codequality"} {
		r := docgen(t, "diff", "old", "new", "--fail-on=never", "--version-step=minor", "--format="+format)
		if r.code != exitFindings || !strings.Contains(r.stdout, "the release takes minor") {
			t.Errorf("%s: exit code %d", format, r.code)
		}
	}
	docgen(t, "diff", "old", "new", "--version-step=huge").expect(t, exitUsage, "", "--version-step")
}

// TestDiffTemplate demands what is wrong with a template before anything is read.
func TestDiffTemplate(t *testing.T) {
	revisions(t)
	writeFile(t, "a.tmpl", "{{range .Findings}}{{.Severity}} {{sentence .}}\n{{end}}")
	docgen(t, "diff", "old", "new", "--format=template", "--template=a.tmpl").expect(t, exitFindings, "breaking files.download: method removed", "")
	writeFile(t, "b.tmpl", "{{end}}")
	writeFile(t, "c.tmpl", "{{.Nothing}}")
	for _, c := range []struct {
		args   []string
		code   int
		stderr string
	}{
		{[]string{"--format=template"}, exitUsage, "name it with --template FILE"},
		{[]string{"--version-step=huge"}, exitUsage, `must be one of "none","patch","minor","major" but got "huge"`},
		{[]string{"--link=https://x.example/{path}/{sha}"}, exitUsage, "has {sha}; only {path}, {rev} and {line} are filled in"},
		{[]string{"--template=a.tmpl"}, exitUsage, "--template is for --format template"},
		{[]string{"--format=template", "--template=nowhere"}, exitFailed, "--template: nowhere: no such file"},
		{[]string{"--format=template", "--template=b.tmpl"}, exitUsage, "b.tmpl:1"},
		{[]string{"--format=template", "--template=c.tmpl"}, exitFailed, "docgen: --template: template: c.tmpl:1"},
		{[]string{"--mark=x"}, exitUsage, "--mark is for --format comment"},
	} {
		docgen(t, append([]string{"diff", "old", "new"}, c.args...)...).expect(t, c.code, "", c.stderr)
	}
	docgen(t, "diff", "old", "new", "--format=template", "--template=c.tmpl", "-o", "out.txt").expect(t, exitFailed, "", "c.tmpl:1")
	if _, err := os.Stat("out.txt"); err == nil {
		t.Error("a template that fails leaves a file")
	}
}

// TestUsedByRefuses demands a word where nothing can be said of the code.
func TestUsedByRefuses(t *testing.T) {
	testutil.NoRace(t, "one goroutine type-checks packages")
	buoys(t, map[string]string{"idle": "", "broken": "\tnowhere()\n"})
	writePages(t, "next", map[string]string{"buoys/retrieve.md": buoyGet})
	writePages(t, ".", map[string]string{"own/own.go": "package own\n"})
	run := func(packages string) result { return docgen(t, "diff", "docs", "next", "--used-by="+packages) }
	run("./idle").expect(t, exitOK, "0 of ", "")
	run("./own").expect(t, exitOK, "0 of ", "nothing of example.com/harbor/buoys is referred to in ./own")
	run("./broken").expect(t, exitFailed, "", "undefined: nowhere")
	run("./nowhere").expect(t, exitFailed, "", "nowhere")
	if err := os.Remove("docgen.yaml"); err != nil {
		t.Fatal(err)
	}
	run("./own").expect(t, exitUsage, "", "none of these packages was written by docgen")
	run("./idle,./buoys").expect(t, exitOK, "0 of ", "")
	run("./idle").expect(t, exitOK, "use of example.com/harbor/buoys", "") // which imports it
	writePages(t, ".", map[string]string{"calls/main.go": "package main\n\nimport \"example.com/harbor/buoys\"\n\nfunc main() { _ = buoys.Buoy{Mass: 1} }\n"})
	files, err := filepath.Glob("buoys/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if text := fileText(t, name); strings.Contains(text, "type Buoy struct {") {
			writeFile(t, name, strings.Replace(text, "type Buoy struct {", "type Buoy struct {\n\tMass float64", 1))
		}
	}
	run("./calls,./buoys").expect(t, exitOK, "0 of ", "calls/main.go:5:30: example.com/harbor/buoys.Buoy.Mass is in the package of neither revision")
}
