package docsfs_test

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/model/diag"
)

func TestOpenRefuses(t *testing.T) {
	small := docsfs.Limits{Files: 3, Bytes: 1000}
	long := strings.Repeat("x", 2000)
	many := []entry{{"a.md", ""}, {"b.md", ""}, {"c.md", ""}, {"d.md", ""}}
	whole := tarred(t, entries(""))
	for _, c := range []struct{ name, ref, want string }{
		{"nothing there", filepath.Join(t.TempDir(), "none"), "no such folder or file; check the path"},
		{"a path of git", "v1.2:docs", "check the path, or name git:v1.2:docs if this is a revision of git"},
		{"not a page", write(t, "parcels.pdf", nil), "neither a Markdown page (.md, .mdx, .apib) nor an OpenAPI document (.yaml, .yml, .json) nor an archive (.zip, .tar.gz, .tgz, .txtar)"},
		{"a device", os.DevNull, "neither a folder nor a regular file"},
		{"not a zip", write(t, "docs.zip", []byte("text")), "not a zip archive"},
		{"not a tar.gz", write(t, "docs.tgz", []byte("text")), "not a gzip archive"},
		{"half a tar.gz", write(t, "docs.tgz", whole[:len(whole)/2]), "docs.tgz: "},
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

// TestOddEntries has entries that cannot stand in a tree. Each is a finding, and
// the page beside it is read.
func TestOddEntries(t *testing.T) {
	good := entry{"good.md", "# Good\n"}
	for _, c := range []struct{ name, ref, want string }{
		{"zip above", write(t, "docs.zip", zipped(t, []entry{{"../a.md", ""}, good})), `"../a.md" is not read: the name is no path inside the archive`},
		{"zip from the root", write(t, "docs.zip", zipped(t, []entry{{"/etc/a.md", ""}, good})), "no path inside the archive"},
		{"zip from Windows", write(t, "docs.zip", zipped(t, []entry{{`..\a.md`, ""}, good})), "no path inside the archive"},
		{"tar above", write(t, "docs.tgz", tarred(t, []entry{{"a/../../a.md", ""}, good})), "no path inside the archive"},
		{"txtar above", write(t, "docs.txtar", []byte("-- ../a.md --\n-- good.md --\n# Good\n")), "no path inside the archive"},
		{"twice", write(t, "docs.tgz", tarred(t, []entry{good, {"./good.md", "other"}})), `"good.md" is not read: the name occurs twice`},
		{"file as folder", write(t, "docs.tgz", tarred(t, []entry{{"a.md", ""}, {"a.md/b.md", ""}, good})), "a file and a folder"},
		{"folder as file", write(t, "docs.tgz", tarred(t, []entry{{"a.md/b.md", ""}, {"a.md", ""}, good})), `"a.md" is not read: the name occurs twice`},
	} {
		docs := open(t, c.ref)
		if len(docs.Found) != 1 || docs.Found[0].Severity != diag.Error || !strings.Contains(docs.Found[0].Message, c.want) {
			t.Errorf("%s: found %v, want an error with %q", c.name, docs.Found, c.want)
		}
		if noPath := strings.Contains(c.want, "path inside"); noPath == (docs.Found[0].Span.File != "") {
			t.Errorf("%s: found in %q", c.name, docs.Found[0].Span.File)
		}
		if text, err := fs.ReadFile(docs, "good.md"); err != nil || string(text) != good.text {
			t.Errorf("%s: the page beside it is %q, %v", c.name, text, err)
		}
	}
}

// TestArchivesHoldOnlyDocs has what cannot hold docs beside a page.
func TestArchivesHoldOnlyDocs(t *testing.T) {
	all := []entry{{"a.md", "# A\n"}, {"logo.png", "PNG"}, {"spec.yaml", "openapi: 3.1.0\n"}}
	for _, ref := range []string{write(t, "docs.zip", zipped(t, all)), write(t, "docs.tgz", tarred(t, all))} {
		docs := open(t, ref)
		names, err := fs.Glob(docs, "*")
		if err != nil || !slices.Equal(names, []string{"a.md", "spec.yaml"}) || len(docs.Found) != 0 {
			t.Errorf("%s: %v, %v, %v", ref, names, docs.Found, err)
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
