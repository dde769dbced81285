//go:build unix

package docsfs_test

import (
	"io/fs"
	"path/filepath"
	"syscall"
	"testing"
)

// TestPipeInAFolder has a pipe that nobody writes to under the name of a page:
// who opens it waits for ever.
func TestPipeInAFolder(t *testing.T) {
	dir := folder(t)
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.md"), 0o600); err != nil {
		t.Skip(err)
	}
	docs := open(t, dir)
	if got := listed(t, docs); len(got) != len(pages) {
		t.Errorf("listed %v", got)
	}
	if len(docs.Found) != 1 || docs.Found[0].Span.File != "pipe.md" {
		t.Errorf("found %v", docs.Found)
	}
	if _, err := fs.ReadFile(docs, "pipe.md"); err == nil {
		t.Error("a pipe was read")
	}
}
