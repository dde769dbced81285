package docsfs_test

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
)

func TestOpenRefuses(t *testing.T) {
	small := docsfs.Limits{Files: 3, Bytes: 1000}
	long := strings.Repeat("x", 2000)
	many := []entry{{"a.md", ""}, {"b.md", ""}, {"c.md", ""}, {"d.md", ""}}
	whole := tarred(t, entries(""))
	for _, c := range []struct{ name, ref, want string }{
		{"nothing there", filepath.Join(t.TempDir(), "none"), "no such folder or file; check the path"},
		{"not a page", write(t, "parcels.pdf", nil), "neither a Markdown page (.md) nor an archive (.zip, .tar.gz, .tgz, .txtar)"},
		{"a device", os.DevNull, "neither a folder nor a regular file"},
		{"not a zip", write(t, "docs.zip", []byte("text")), "not a zip archive"},
		{"not a tar.gz", write(t, "docs.tgz", []byte("text")), "not a gzip archive"},
		{"half a tar.gz", write(t, "docs.tgz", whole[:len(whole)/2]), "docs.tgz: "},
		{"zip above", write(t, "docs.zip", zipped(t, []entry{{"../a.md", ""}})), `"../a.md": the name is no path inside the archive`},
		{"zip from the root", write(t, "docs.zip", zipped(t, []entry{{"/etc/a.md", ""}})), "no path inside the archive"},
		{"zip from Windows", write(t, "docs.zip", zipped(t, []entry{{`..\a.md`, ""}})), "no path inside the archive"},
		{"tar above", write(t, "docs.tgz", tarred(t, []entry{{"a/../../a.md", ""}})), "no path inside the archive"},
		{"txtar above", write(t, "docs.txtar", []byte("-- ../a.md --\n")), "no path inside the archive"},
		{"twice", write(t, "docs.tgz", tarred(t, []entry{{"a.md", ""}, {"./a.md", ""}})), `entry "a.md" occurs twice`},
		{"file as folder", write(t, "docs.tgz", tarred(t, []entry{{"a", ""}, {"a/b.md", ""}})), "a file and a folder"},
		{"folder as file", write(t, "docs.tgz", tarred(t, []entry{{"a/b.md", ""}, {"a", ""}})), `entry "a" occurs twice`},
		{"large zip", write(t, "docs.zip", zipped(t, []entry{{"a.md", long}})), "more than 0 MiB in all"},
		{"large tar.gz", write(t, "docs.tgz", tarred(t, []entry{{"a.md", long}})), "more than 0 MiB in all"},
		{"many in a zip", write(t, "docs.zip", zipped(t, many)), "more than 3 files; split the docs"},
		{"many in a tar.gz", write(t, "docs.tgz", tarred(t, many)), "more than 3 files"},
		{"git without revision", "git:", "a revision comes first"},
		{"git with an option", "git:--all", "a revision comes first"},
	} {
		docs, err := docsfs.Open(t.Context(), c.ref, small)
		switch {
		case err == nil:
			t.Errorf("%s: no error, want one with %q", c.name, c.want)
			docs.Close()
		case !strings.Contains(err.Error(), c.want):
			t.Errorf("%s: error %q, want one with %q", c.name, err, c.want)
		}
	}
}

func TestOpenGitRefuses(t *testing.T) {
	repository(t)
	for ref, want := range map[string]string{
		"git:none":      "git:none: invalid object name 'none'; check the revision",
		"git:HEAD:none": "check the revision and the path",
	} {
		_, err := docsfs.Open(t.Context(), ref, docsfs.DefaultLimits)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", ref, err, want)
		}
	}
	t.Chdir(t.TempDir())
	t.Setenv("GIT_CEILING_DIRECTORIES", "/")
	if _, err := docsfs.Open(t.Context(), "git:HEAD", docsfs.DefaultLimits); err == nil || !strings.Contains(err.Error(), "not a git repository") {
		t.Errorf("outside of a repository: %v", err)
	}
}

// TestZipThatLies holds a zip file whose list says 1 byte where 100 kB come out.
func TestZipThatLies(t *testing.T) {
	const size = 100_000
	content := zipped(t, []entry{{"a.md", strings.Repeat("x", size)}})
	real := binary.LittleEndian.AppendUint32(nil, size)
	content = bytes.ReplaceAll(content, real, []byte{1, 0, 0, 0})
	docs := open(t, write(t, "docs.zip", content))
	if text, err := fs.ReadFile(docs.FS, "a.md"); err == nil || len(text) > 1 {
		t.Errorf("read %d bytes, %v; want an error and no more than was declared", len(text), err)
	}
}

func TestSpoolLeavesNothing(t *testing.T) {
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	docs, err := docsfs.Open(t.Context(), write(t, "docs.tgz", tarred(t, entries(""))), docsfs.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	if err := docs.Close(); err != nil {
		t.Error(err)
	}
	left, err := os.ReadDir(tmp)
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
