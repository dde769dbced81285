package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model/testutil"
)

// TestHistoryCases tells the history of each case, whose revisions are folders called
// by dates, and that of the items which its file "of" names.
func TestHistoryCases(t *testing.T) {
	testutil.Cases(t, "../../testdata/history/*.txtar", func(t *testing.T, c *testutil.Case) {
		dir := revisionsOf(t, c.Archive)
		all := docgen(t, "history", dir)
		if all.code != exitOK {
			t.Fatalf("exit code %d: %s", all.code, all.stderr)
		}
		args := []string{"history", dir}
		for _, id := range strings.Fields(c.Text("of")) {
			args = append(args, "--of", id)
		}
		of := docgen(t, args...)
		if of.code != exitOK {
			t.Fatalf("exit code %d: %s", of.code, of.stderr)
		}
		c.Want(t, "revisions", all.stdout)
		c.Want(t, "items", of.stdout)
		c.Want(t, "since", sinceOf(t, dir))
	})
}

// revisionsOf writes the pages of an archive, each revision into its folder.
func revisionsOf(t testing.TB, a *txtar.Archive) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range a.Files {
		if filepath.Ext(f.Name) != ".md" {
			continue
		}
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestHistoryOfModels gives the same history for pages and for the models that docgen
// made of them, which another machine may have read.
func TestHistoryOfModels(t *testing.T) {
	dir := t.TempDir()
	var pages, models []string
	for _, source := range harborRevisions {
		name, docs, _ := strings.Cut(source, "=")
		file := filepath.Join(dir, name+".json")
		docgen(t, "inspect", "--format", "json", "-o", file, docs).expect(t, exitOK, "", "")
		pages, models = append(pages, source), append(models, file)
	}
	want := docgen(t, append([]string{"history", "--format", "json"}, pages...)...)
	got := docgen(t, append([]string{"history", "--format", "json"}, models...)...)
	if want.code != exitOK || got != want {
		t.Errorf("pages: %d %s\nmodels: %d %s", want.code, want.stderr, got.code, got.stderr)
	}
	checkSchema(t, "history", "schemas/history.json", []byte(want.stdout))
	site := docgen(t, append([]string{"history", "--site", filepath.Join(dir, "site")}, models...)...)
	site.expect(t, exitOK, "", "3 revisions")
}

// TestHistoryOfPulledModels marks a revision that a limit of pull cut short, whether it
// is read from its pages or from a model of them.
func TestHistoryOfPulledModels(t *testing.T) {
	dir := t.TempDir()
	page := func(name string) string {
		return "## List\n\n**get** `/v1/" + name + "`\n\n### Returns\n\n- `data: array of string`\n"
	}
	write(t, filepath.Join(dir, "2026-01-01", "docks", "list.md"), page("docks"))
	write(t, filepath.Join(dir, "2026-01-01", "cranes", "list.md"), page("cranes"))
	write(t, filepath.Join(dir, "2026-02-01", "docks", "list.md"), page("docks"))
	write(t, filepath.Join(dir, "2026-02-01", "docgen-pull.json"), "{\n  \"version\": 1,\n  \"incomplete\": \"more than 1 page is linked\",\n  \"pages\": []\n}\n")
	var models []string
	for _, name := range []string{"2026-01-01", "2026-02-01"} {
		models = append(models, filepath.Join(dir, name+".json"))
		r := docgen(t, "inspect", "--format", "json", filepath.Join(dir, name), "-o", models[len(models)-1])
		if r.code != exitOK {
			t.Fatal(r.stderr)
		}
	}
	pages := docgen(t, "history", filepath.Join(dir, "2026-01-01"), filepath.Join(dir, "2026-02-01"))
	pages.expect(t, exitOK, "incomplete: docgen-pull.json: the pages were pulled in part: more than 1 page is linked", "")
	if got := docgen(t, append([]string{"history"}, models...)...); got.stdout != pages.stdout {
		t.Errorf("pages:\n%smodels:\n%s", pages.stdout, got.stdout)
	}
}

// TestHistoryOfGit reads the revisions of a range, each commit that touches the path,
// with the state that the range begins with.
func TestHistoryOfGit(t *testing.T) {
	t.Chdir(t.TempDir())
	gitOf(t, "init", "-q", ".")
	commit := func(subject string) string {
		gitOf(t, "add", "-A")
		gitOf(t, "commit", "-qm", subject)
		return gitOf(t, "rev-parse", "HEAD")
	}
	page := func(limit string) {
		write(t, "docs/docks/list.md", "## List\n\n**get** `/v1/docks`\n\n### Query Parameters\n\n- `limit: optional "+limit+"`\n\n### Returns\n\n- `data: array of string`\n")
	}
	page("number")
	first := commit("Docks")
	write(t, "elsewhere.txt", "nothing\n")
	commit("Nothing of the docs")
	page(`"a" or "b"`)
	commit("Limits have names")
	for source, subjects := range map[string][]string{
		"git:" + first + "..HEAD:docs": {"Limits have names", "Docks"}, "git:..HEAD:docs": {"Limits have names", "Docks"},
		"git:HEAD:docs": {"Limits have names"},
	} {
		r := docgen(t, "history", source)
		if r.code != exitOK {
			t.Errorf("%s: %s", source, r.stderr)
		}
		rest := r.stdout
		for _, subject := range subjects {
			_, after, ok := strings.Cut(rest, subject)
			if !ok {
				t.Errorf("%s: %q is missing or out of order in\n%s", source, subject, r.stdout)
			}
			rest = after
		}
		if strings.Contains(r.stdout, "Nothing of the docs") {
			t.Errorf("%s has a commit that does not touch the docs", source)
		}
	}
	docgen(t, "history", "git:nowhere..HEAD:docs").expect(t, exitFailed, "", "check the revisions")
	docgen(t, "history", "git:HEAD..:docs").expect(t, exitFailed, "", "git:REV..REV:PATH")
}
