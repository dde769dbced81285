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
