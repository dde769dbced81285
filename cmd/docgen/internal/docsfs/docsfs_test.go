package docsfs_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
)

// pages are two pages of a made-up reference, in the order in which archives
// hold them, which is not the sorted one.
var pages = []struct{ name, text string }{
	{"parcels/list.md", "# List parcels\n"},
	{"parcels.md", "# Parcels\r\n\xff"},
}

// write puts bytes into a new file and returns its path.
func write(t *testing.T, name string, content []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, p := range pages {
		file := filepath.Join(dir, filepath.FromSlash(p.name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(p.text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

type entry struct{ name, text string }

func entries(prefix string) []entry {
	var es []entry
	for _, p := range pages {
		es = append(es, entry{prefix + p.name, p.text})
	}
	return es
}

func zipped(t *testing.T, es []entry) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range es {
		w, err := z.Create(e.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(e.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarred(t *testing.T, es []entry) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for _, e := range es {
		if err := w.WriteHeader(&tar.Header{Name: e.name, Size: int64(len(e.text)), Mode: 0o600}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(e.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// repository makes the folder a repository with one commit and goes there.
func repository(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir := folder(t)
	t.Chdir(dir)
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	for _, args := range [][]string{
		{"init", "-q"}, {"add", "."},
		{"-c", "user.name=t", "-c", "user.email=t@example.test", "-c", "core.autocrlf=false", "commit", "-q", "-m", "pages"},
	} {
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	return dir
}

func open(t *testing.T, ref string) *docsfs.Docs {
	t.Helper()
	d, err := docsfs.Open(t.Context(), ref, docsfs.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return d
}

// checkPages holds an FS against the pages and against the rules of io/fs.
func checkPages(t *testing.T, docs *docsfs.Docs) {
	t.Helper()
	if err := fstest.TestFS(docs.FS, pages[0].name, pages[1].name); err != nil {
		t.Error(err)
	}
	n := 0
	err := fs.WalkDir(docs.FS, ".", func(_ string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			n++
		}
		return err
	})
	if err != nil || n != len(pages) {
		t.Errorf("a walk finds %d files and %v, want %d", n, err, len(pages))
	}
	for _, p := range pages {
		if text, err := fs.ReadFile(docs.FS, p.name); err != nil || string(text) != p.text {
			t.Errorf("%s reads %q, %v", p.name, text, err)
		}
		if info, err := fs.Stat(docs.FS, p.name); err != nil || info.Size() != int64(len(p.text)) {
			t.Errorf("%s: size %v, %v", p.name, info, err)
		}
	}
}

func TestOpen(t *testing.T) {
	var text strings.Builder
	text.WriteString("a comment\n")
	for _, p := range pages {
		text.WriteString("-- " + p.name + " --\n" + strings.TrimSuffix(p.text, "\n") + "\n")
	}
	dir := folder(t)
	for name, ref := range map[string]string{
		"folder":              dir,
		"folder with a slash": dir + "/",
		"zip":                 write(t, "docs.zip", zipped(t, entries(""))),
		"zip, upper case":     write(t, "DOCS.ZIP", zipped(t, entries(""))),
		"zip of the folder":   write(t, "docs.zip", zipped(t, entries("docs/"))),
		"zip by macOS":        write(t, "docs.zip", zipped(t, append(entries("docs/"), entry{"__MACOSX/docs/._parcels.md", "\x00"}, entry{"docs/.DS_Store", "\x00"}))),
		"tar.gz":              write(t, "docs.tar.gz", tarred(t, entries("./"))),
		"tgz of the folder":   write(t, "docs.v2.tgz", tarred(t, entries("docs.v2/"))),
	} {
		t.Run(name, func(t *testing.T) { checkPages(t, open(t, ref)) })
	}
	t.Run("txtar", func(t *testing.T) {
		docs := open(t, write(t, "docs.txtar", []byte(text.String())))
		if got, err := fs.ReadFile(docs.FS, "parcels/list.md"); err != nil || string(got) != pages[0].text {
			t.Errorf("parcels/list.md reads %q, %v", got, err)
		}
	})
}

func TestOpenGit(t *testing.T) {
	repository(t)
	for _, ref := range []string{"git:HEAD", "git:HEAD:", "git:HEAD:.", "git:HEAD^{tree}"} {
		t.Run(ref, func(t *testing.T) {
			docs := open(t, ref)
			checkPages(t, docs)
		})
	}
	if err := os.WriteFile("parcels/list.md", []byte("changed"), 0o600); err != nil {
		t.Fatal(err)
	}
	for ref, name := range map[string]string{"git:HEAD:parcels/": "list.md", "git:HEAD:parcels/list.md": "list.md"} {
		docs := open(t, ref)
		text, err := fs.ReadFile(docs.FS, name)
		if err != nil || string(text) != pages[0].text {
			t.Errorf("%s reads %q, %v, want what was committed", ref, text, err)
		}
		if got := docs.Prefix + name; got != "HEAD:parcels/list.md" {
			t.Errorf("%s: the page is called %q", ref, got)
		}
	}
}

func TestOpenPage(t *testing.T) {
	dir := folder(t)
	docs := open(t, filepath.Join(dir, "parcels.md"))
	if err := fstest.TestFS(docs.FS, "parcels.md"); err != nil {
		t.Error(err)
	}
	if _, err := fs.Stat(docs.FS, "parcels/list.md"); err == nil {
		t.Error("a page brings its neighbours along")
	}
}

func TestPrefixNamesPagesAsEditorsFindThem(t *testing.T) {
	dir := folder(t)
	t.Chdir(filepath.Dir(dir))
	base := filepath.Base(dir)
	for ref, want := range map[string]string{
		base:                     base + "/",
		"./" + base + "/":        base + "/",
		dir:                      filepath.ToSlash(dir) + "/",
		base + "/parcels.md":     base + "/",
		"./" + base + "/parcels": base + "/parcels/",
	} {
		if got := open(t, ref).Prefix; got != want {
			t.Errorf("%s: prefix %q, want %q", ref, got, want)
		}
	}
	t.Chdir(dir)
	for _, ref := range []string{".", "parcels.md"} {
		if got := open(t, ref).Prefix; got != "" {
			t.Errorf("%s: prefix %q, want none", ref, got)
		}
	}
}

// TestPagesAlone opens a page alone under each of the endings that pages of a folder have.
func TestPagesAlone(t *testing.T) {
	for _, name := range []string{"parcels.md", "parcels.MD", "parcels.markdown", "parcels.mdx"} {
		docs, err := docsfs.Open(t.Context(), write(t, name, []byte(pages[0].text)), docsfs.DefaultLimits)
		if err != nil {
			t.Error(err)
			continue
		}
		if text, err := fs.ReadFile(docs.FS, name); string(text) != pages[0].text {
			t.Errorf("%s is %q, %v", name, text, err)
		}
		if err := docs.Close(); err != nil {
			t.Error(err)
		}
	}
}
