package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// gitOf runs git in the current folder.
func gitOf(t *testing.T, args ...string) string {
	t.Helper()
	args = append([]string{"-c", "user.name=a", "-c", "user.email=a@harbor.example", "-c", "gc.auto=0"}, args...)
	out, err := exec.Command("git", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v: %s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// lampCommits is a repository with two revisions of a page below docs.
func lampCommits(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	gitOf(t, "init", "-q", ".")
	for _, owner := range []string{oneOwner, twoOwners} {
		write(t, "docs/port/lamps/get.md", lampPage("port", owner))
		gitOf(t, "add", "-A")
		gitOf(t, "commit", "-qm", "docs")
	}
}

// TestPathsInRepositories demands that annotations stand on the path in the repository,
// and that links lead to the commit.
func TestPathsInRepositories(t *testing.T) {
	lampCommits(t)
	args := []string{"diff", "git:HEAD~1:docs", "git:HEAD:docs"}
	docgen(t, append(args, "--format", "github")...).expect(t, exitOK, "::warning file=docs/port/lamps/get.md,line=", "")
	link := []string{"--link", "https://git.example/o/r/blob/{rev}/{path}#L{line}"}
	for format, want := range map[string]string{"markdown": "](", "html": "<a href=\""} {
		r := docgen(t, append(append(args, link...), "--format", format)...)
		r.expect(t, exitOK, want+"https://git.example/o/r/blob/"+gitOf(t, "rev-parse", "HEAD")[:7], "")
		r.expect(t, exitOK, "/docs/port/lamps/get.md#L9", "")
	}
	for _, bad := range []string{"nowhere", "javascript:{path}", "https://git.example/{rev}"} {
		docgen(t, append(args, "--link", bad)...).expect(t, exitUsage, "", "--link: ")
	}
}

// TestLinksOfFolders demands that what is in no revision has no link where that needs one,
// and is said to have none.
func TestLinksOfFolders(t *testing.T) {
	lampCommits(t)
	args := []string{"diff", "git:HEAD~1:docs", "docs", "--format"}
	for _, format := range []string{"markdown", "comment", "html"} {
		r := docgen(t, append(args, format, "--link", "https://git.example/o/r/blob/{rev}/{path}#L{line}")...)
		r.expect(t, exitOK, "port/lamps/get.md:9:", "docs: its places have no links")
		if strings.Contains(r.stdout, "blob/docs/") || !strings.Contains(r.stdout, "https://git.example/o/r/blob/"+gitOf(t, "rev-parse", "HEAD~1")[:7]) {
			t.Errorf("links lead to no revision:\n%s", r.stdout)
		}
	}
	docgen(t, append(args, "markdown", "--link", "https://git.example/{path}#L{line}")...).expect(t, exitOK, "](https://git.example/docs/port/lamps/get.md#L9)", "")
}

// TestMissingObject demands that an object which a repository lacks is named, with what to do.
func TestMissingObject(t *testing.T) {
	lampCommits(t)
	id := gitOf(t, "rev-parse", "HEAD~1:docs/port/lamps/get.md")
	if err := os.Remove(filepath.Join(".git", "objects", id[:2], id[2:])); err != nil {
		t.Fatal(err)
	}
	r := docgen(t, "diff", "git:HEAD~1:docs", "git:HEAD:docs")
	r.expect(t, exitFailed, "", "the object "+id+" of port/lamps/get.md is missing")
	if !strings.Contains(r.stderr, "git fetch --refetch") {
		t.Errorf("nothing says what to do: %s", r.stderr)
	}
}
