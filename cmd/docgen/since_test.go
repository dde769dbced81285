package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/testutil"
)

// sinceOf generates the package of the newest of some dated revisions, with their history,
// and returns what the documentation says of ages.
func sinceOf(t *testing.T, dir string) string {
	t.Helper()
	revisions, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(revisions) == 0 {
		t.Fatalf("no revisions: %v", err)
	}
	slices.Sort(revisions)
	out := filepath.Join(t.TempDir(), "docks")
	r := docgen(t, "generate", "--since", dir, revisions[len(revisions)-1], "-o", out)
	if r.code != exitOK {
		t.Fatalf("exit code %d: %s", r.code, r.stderr)
	}
	return agesIn(t, out)
}

// declared is what a line declares, without what else it says of it.
var declared = regexp.MustCompile(`^(func \([^)]*\) \w+|type \w+|func \w+|\w+)`)

// agesIn lists the comments of a package about ages, with what they belong to.
func agesIn(t *testing.T, dir string) string {
	t.Helper()
	var out strings.Builder
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		since := ""
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			comment, isComment := strings.CutPrefix(line, "// ")
			switch {
			case strings.HasPrefix(comment, "Since ") && isComment:
				since = comment
			case since != "" && !strings.HasPrefix(line, "//"):
				out.WriteString(declared.FindString(line) + ": " + since + "\n")
				since = ""
			}
		}
	}
	return out.String()
}

// TestGenerateSince writes the ages of the made-up API into its package: from an index and
// from revisions alike, by generate and by check. What the history lacks is told.
func TestGenerateSince(t *testing.T) {
	dir, newest := t.TempDir(), "../../testdata/harbor"
	index := filepath.Join(dir, "index.json")
	r := docgen(t, append([]string{"history", "--format", "json"}, harborRevisions[:2]...)...)
	write(t, index, r.stdout)
	out := filepath.Join(dir, "harbor")
	docgen(t, "generate", "--since", index, newest, "-o", out).expect(t, exitOK, "", "0 warnings")
	testutil.Golden(t, "../../testdata/history/harbor.since", agesIn(t, out))

	docgen(t, "check", "--since", index, newest, "-o", out).expect(t, exitOK, "", "up to date")
	docgen(t, "check", newest, "-o", out).expect(t, exitFindings, "-// Since 2026-02-01.", "not what the docs give")
	var sources []string
	for _, source := range harborRevisions[:2] {
		sources = append(sources, "--since="+source)
	}
	docgen(t, append([]string{"check", newest, "-o", out}, sources...)...).expect(t, exitOK, "", "up to date")

	older := filepath.Join(dir, "older.json")
	r = docgen(t, append([]string{"history", "--format", "json"}, harborRevisions[:1]...)...)
	write(t, older, r.stdout)
	docgen(t, "generate", "--since", older, newest, "-o", out).expect(t, exitOK, "", "[unknown-age]")

	hostile := strings.ReplaceAll(textOf(t, index), "2026-02-01", `2026\n*/\npackage evil\r\n//go:build evil`)
	write(t, older, hostile)
	docgen(t, "generate", "--since", older, newest, "-o", out).expect(t, exitOK, "", "0 warnings")
	for line := range strings.Lines(contentOf(t, out)) {
		if strings.Contains(line, "evil") && !strings.HasPrefix(strings.TrimSpace(line), "// ") {
			t.Errorf("text of an index is code: %q", line)
		}
	}

	for text, want := range map[string]string{
		strings.Replace(r.stdout, `"version": 1`, `"version": 2`, 1):           "an index of version 2",
		strings.Replace(r.stdout, `"since": "2026`, `"since": "1926`, 1):       `which is no revision of the index`,
		strings.Replace(r.stdout, `"items": [`, `"items": [], "more": [`, 1):   "no index that this docgen reads",
		r.stdout[:strings.Index(r.stdout, `"items": [`)] + `"items": []` + "}": "the history has nothing",
	} {
		write(t, older, text)
		if r := docgen(t, "generate", "--since", older, newest, "-o", out); r.code == exitOK || !strings.Contains(r.stderr, want) {
			t.Errorf("exit code %d, %q, want %q", r.code, r.stderr, want)
		}
	}
	docgen(t, "inspect", "--since", index, newest).expect(t, exitUsage, "", "--since is for --format json")
	docgen(t, "inspect", "--format=json", "--since", index, newest).expect(t, exitOK, "\"since\": \"2026-0", "")
}
