package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestGitDriver has git show the API of pages, as the README sets it up.
func TestGitDriver(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	r := newRepository(t)
	write(t, filepath.Join(r.dir, ".gitattributes"), "docs/** diff=docgen\n")
	r.shell(t, 0, "git config diff.docgen.command 'docgen git-driver'")
	out := r.shell(t, 0, "git diff")
	for _, want := range []string{"docgen diff a/docs/berths.md b/docs/berths.md\n", "\nBreaking\n", "title", " b/docs/berths.md:", "[request-field-", "\n1 page touched (+"} {
		if !strings.Contains(out, want) {
			t.Errorf("git diff lacks %q:\n%s", want, out)
		}
	}
	page := filepath.Join(r.dir, "docs", "berths.md")
	r.shell(t, 0, "git checkout -q docs")
	write(t, page, textOf(t, page)+"\nWords that no program sees.\n")
	write(t, filepath.Join(r.dir, "docs", "guide.md"), "# A guide\n")
	r.shell(t, 0, "git add -N docs/guide.md")
	out = r.shell(t, 0, "git diff")
	for _, want := range []string{"no change that a program could see\n--- a/docs/berths.md\n+++ b/docs/berths.md\n", "\n+Words that no program sees.\n", "no API to compare: ", "\n+# A guide\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("git diff lacks %q:\n%s", want, out)
		}
	}
	docgen(t, "git-driver", "a", "b").expect(t, exitUsage, "", "git passes 7 or 9 arguments")
}

// TestGitDifftool compares the folders that git lays out.
func TestGitDifftool(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	r := newRepository(t)
	r.shell(t, 0, `git config difftool.docgen.cmd 'docgen diff "$LOCAL" "$REMOTE"'`)
	out := r.shell(t, 0, "git difftool --dir-diff --no-symlinks --tool docgen HEAD -- docs")
	for _, want := range []string{"Breaking\n", "title", "docs/berths.md:", "[request-field-"} {
		if !strings.Contains(out, want) {
			t.Errorf("git difftool lacks %q:\n%s", want, out)
		}
	}
	r.shell(t, 0, `git config difftool.docgen.cmd 'docgen diff "$LOCAL" "$REMOTE" --format markdown'`)
	marked := r.shell(t, 0, "git difftool --dir-diff --no-symlinks --tool docgen HEAD -- docs")
	for _, text := range []string{out, marked} {
		if strings.Contains(text, "git-difftool") || strings.Contains(text, "/left") || !strings.Contains(text, "b/docs/berths.md:") {
			t.Errorf("git difftool names folders that are gone, or no page:\n%s", text)
		}
	}
}

// TestGitDriverOfHostileText demands that names and text of pages stay in their line.
func TestGitDriverOfHostileText(t *testing.T) {
	t.Chdir(t.TempDir())
	const page = "## Get\n\n**get** `/v1/tugs`\n\n### Returns\n\n- `%: string`\n"
	writeFile(t, "old.md", strings.Replace(page, "%", "name", 1))
	writeFile(t, "new.md", strings.Replace(page, "%", "::error::x\x1b[31m\u202e", 1))
	r := docgen(t, "git-driver", "a\n::error::b\x1b.md", "old.md", "0", "100644", "new.md", "0", "100644")
	if r.code != exitOK || strings.Contains(r.stdout, "\n::") || strings.ContainsAny(r.stdout, "\x1b\u202e") {
		t.Errorf("exit code %d, %q", r.code, r.stdout)
	}
}
