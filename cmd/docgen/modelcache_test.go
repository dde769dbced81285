package main

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
)

// cached is the files of a cache but for its mark.
func cached(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && e.Name() != "trimmed" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestModelCache compares the same revisions twice, of which the second time reads no
// page and says the same, and damages what it rests on.
func TestModelCache(t *testing.T) {
	dir := t.TempDir()
	t.Setenv(cache.Env, dir)
	t.Setenv("CI", "")
	before, after := cutRevisions(t)
	args := []string{"diff", before, after, "--format", "json", "--docs"}
	first := docgen(t, args...)
	stored := cached(t, dir)
	if len(stored) != 4 {
		t.Fatalf("%d files, want a key and a model of each side", len(stored))
	}
	if again := docgen(t, args...); again.stdout != first.stdout || again.stderr != first.stderr || again.code != first.code {
		t.Errorf("the cache gives\n%s, want\n%s", again.stdout, first.stdout)
	}
	if more := cached(t, dir); len(more) != 4 {
		t.Errorf("%d files: the second run stored a model again", len(more))
	}
	for _, name := range stored {
		write(t, name, "polish")
	}
	if again := docgen(t, args...); again.stdout != first.stdout {
		t.Errorf("a damaged cache gives\n%s", again.stdout)
	}
	write(t, filepath.Join(after, "tugs/get.md"), strings.Replace(tugPage, "name", "call_sign", 1))
	docgen(t, args...).expect(t, exitFindings, "call_sign", "")
	docgen(t, append(args, "--dialects", "go")...).expect(t, exitFailed, "", "no pages in go")
}

// TestModelCacheDecidesNothing demands that no pipeline rests on models that another
// job may have stored.
func TestModelCacheDecidesNothing(t *testing.T) {
	dir := t.TempDir()
	t.Setenv(cache.Env, dir)
	t.Setenv("CI", "true")
	before, after := cutRevisions(t)
	docgen(t, "diff", before, after).expect(t, exitFindings, "tugs.get", "")
	if names := cached(t, dir); len(names) > 0 {
		t.Errorf("a diff that decides stored %v", names)
	}
	docgen(t, "diff", before, after, "--fail-on", "never").expect(t, exitOK, "tugs.get", "")
	if names := cached(t, dir); len(names) != 4 {
		t.Errorf("%d files, want the models of a diff that decides nothing", len(names))
	}
}
