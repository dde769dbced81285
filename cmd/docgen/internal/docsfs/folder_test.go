package docsfs_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/model/diag"
)

// listed returns the files below the root of docs, as a reader of pages lists
// them.
func listed(t *testing.T, docs fs.FS) (names []string) {
	t.Helper()
	err := fs.WalkDir(docs, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestLinksInAFolder has every kind of link. What stays inside is read, what
// does not is a finding with its name, and none stops the run.
func TestLinksInAFolder(t *testing.T) {
	secret := write(t, "secret.md", []byte("# Secret\n"))
	dir := folder(t)
	for link, target := range map[string]string{
		"inside.md": "parcels.md", "parcels/up.md": "../parcels.md", "outside.md": secret, "dangling.md": "nothing.md",
		"again": "parcels", "above": "..", "loop.md": "loop.md", "device.md": os.DevNull,
	} {
		if err := os.Symlink(filepath.FromSlash(target), filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	docs := open(t, dir)
	want := []string{"inside.md", "parcels/list.md", "parcels/up.md", "parcels.md"}
	slices.Sort(want)
	got := listed(t, docs)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("listed %v, want %v", got, want)
	}
	found := map[string]diag.Severity{}
	for _, d := range docs.Found {
		found[d.Span.File] = d.Severity
	}
	for name, severity := range map[string]diag.Severity{
		"outside.md": diag.Warning, "dangling.md": diag.Warning, "above": diag.Warning, "loop.md": diag.Warning,
		"device.md": diag.Warning, "again": diag.Info,
	} {
		if found[name] != severity {
			t.Errorf("%s is %q, want %q", name, found[name], severity)
		}
		delete(found, name)
	}
	if len(found) > 0 {
		t.Errorf("found besides %v", found)
	}
	if _, err := fs.ReadFile(docs, "outside.md"); err == nil {
		t.Error("a link out of the docs was read")
	}
}

// TestHalfPulledFolder has the commit of a pull that was killed.
func TestHalfPulledFolder(t *testing.T) {
	for target, below := range map[string]string{".": "", "2026-01-02": "2026-01-02"} {
		holder := t.TempDir()
		dir := filepath.Join(holder, below)
		if err := os.MkdirAll(filepath.Join(holder, ".docgen-pull"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(dir, "parcels"), 0o700); err != nil {
			t.Fatal(err)
		}
		commit := filepath.Join(holder, ".docgen-pull", "commit")
		if err := os.WriteFile(commit, []byte(`{"target":"`+target+`","manifest":{"version":1,"pages":[]}}`), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := docsfs.Open(t.Context(), dir, docsfs.DefaultLimits); err == nil || !strings.Contains(err.Error(), "pull again to finish it") {
			t.Errorf("%s: got %v", target, err)
		}
		if err := os.Remove(commit); err != nil {
			t.Fatal(err)
		}
		open(t, dir)
	}
}
