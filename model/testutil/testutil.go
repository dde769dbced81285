package testutil

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// Slow skips a test in a run with -short. What says why it takes long, as in
// "builds packages".
func Slow(tb testing.TB, what string) {
	tb.Helper()
	if testing.Short() {
		tb.Skipf("%s; run without -short", what)
	}
}

// SlowGolden does what Slow does for a test that has expectations: while these are rewritten
// it runs with -short too.
func SlowGolden(tb testing.TB, what string) {
	tb.Helper()
	if !Updating() {
		Slow(tb, what)
	}
}

// NoRace skips a test under the race detector, which makes it many times as long. why says
// why there is no race to find, as in "one goroutine" or "runs other programs".
func NoRace(tb testing.TB, why string) {
	tb.Helper()
	if underRace {
		tb.Skipf("%s; run without -race", why)
	}
}

// Updating reports whether expectations are to be rewritten.
func Updating() bool { return os.Getenv("DOCGEN_UPDATE") != "" }

// Golden compares a text with that of a file, which is written where expectations
// are rewritten.
func Golden(tb testing.TB, name, got string) {
	tb.Helper()
	want, err := os.ReadFile(name)
	switch {
	case err == nil && string(want) == got:
	case Updating():
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			tb.Fatal(err)
		}
		tb.Errorf("%s was rewritten", name)
	case err != nil:
		tb.Fatal(err)
	default:
		tb.Errorf("%s (-want +got), DOCGEN_UPDATE=1 rewrites it:\n%s", name, cmp.Diff(string(want), got))
	}
}

// A Case is a txtar file: what goes in and what comes out, by name.
type Case struct {
	*txtar.Archive

	path string
}

// Cases runs a test for each file that the pattern matches, at least one.
func Cases(t *testing.T, pattern string, run func(t *testing.T, c *Case)) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases %s: %v", pattern, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			run(t, &Case{archive, path})
		})
	}
}

// Text returns a file of the case, "" where there is none.
func (c *Case) Text(name string) string {
	if i := c.index(name); i >= 0 {
		return string(c.Files[i].Data)
	}
	return ""
}

func (c *Case) index(name string) int {
	return slices.IndexFunc(c.Files, func(f txtar.File) bool { return f.Name == name })
}

// Want compares a file of the case with what came out, nothing standing for a file
// that is not there. Where expectations are rewritten, the file is, too.
func (c *Case) Want(t *testing.T, name, got string) {
	t.Helper()
	if c.Text(name) == got {
		return
	}
	if !Updating() {
		t.Errorf("%s (-want +got), DOCGEN_UPDATE=1 rewrites it:\n%s", name, cmp.Diff(c.Text(name), got))
		return
	}
	if i := c.index(name); i >= 0 {
		c.Files[i].Data = []byte(got)
	} else {
		c.Files = append(c.Files, txtar.File{Name: name, Data: []byte(got)})
	}
	if err := os.WriteFile(c.path, txtar.Format(c.Archive), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Errorf("%s of %s was rewritten", name, c.path)
}
