package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/model/testutil"
)

// harborPage is a page with nesting, prose and examples; the cases below bend it.
const harborPage = "# Berths\n\n## Book a Berth\n\n**post** `/v1/berths`\n\nBooks a berth.\n\n" +
	"### Body Parameters\n\n- `ship: object { name, flag }`\n\n  The ship.\n\n  - `name: string`\n\n    Its name.\n\n" +
	"  - `flag: optional \"at\" or \"hu\"`\n\n    Where it is registered.\n\n    - `\"at\"`\n\n    - `\"hu\"`\n\n" +
	"### Returns\n\n- `Berth object { id, name }`\n\n  - `id: string`\n\n    The ID.\n\n  - `name: string`\n\n    Größe: 12 m.\n"

// docsOf writes pages into a new folder.
func docsOf(t *testing.T, pages map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range pages {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// bounded runs the command within a time and a number of allocated bytes that
// no page may exceed, however it is made.
func bounded(t *testing.T, megabytes uint64, args ...string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	var before, after runtime.MemStats
	var stdout, stderr bytes.Buffer
	runtime.ReadMemStats(&before)
	code := run(ctx, args, &stdout, &stderr)
	runtime.ReadMemStats(&after)
	if ctx.Err() != nil {
		t.Fatal("the run took more than 30 seconds")
	}
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > megabytes {
		t.Errorf("the run allocated %d MB, more than %d", used, megabytes)
	}
	return result{code, stdout.String(), stderr.String()}
}

func TestNoPages(t *testing.T) {
	empty := t.TempDir()
	noPages := docsOf(t, map[string][]byte{"notes.txt": []byte("no page")})
	for _, verb := range []string{"lint", "inspect"} {
		docgen(t, verb, filepath.Join(empty, "none")).expect(t, exitFailed, "", "no such folder or file; check the path")
		docgen(t, verb, empty).expect(t, exitFailed, "", "no pages; name a folder that holds Markdown files (.md)")
		docgen(t, verb, noPages).expect(t, exitFailed, "", "no pages")
		docgen(t, verb, filepath.Join(noPages, "notes.txt")).expect(t, exitFailed, "", "neither a Markdown page")
		docgen(t, verb, "git:nowhere").expect(t, exitFailed, "", "docgen: git:nowhere: ")
	}
}

// TestHostilePages holds pages that cannot be read as what they are: each is a
// finding with its file, and the pages beside it are read all the same.
func TestHostilePages(t *testing.T) {
	testutil.Slow(t, "generates many packages")
	for _, c := range []struct {
		name, want string
		code       int
		page       []byte
		megabytes  uint64
	}{
		{"binary", "error: ", exitFindings, []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00"), 50},
		{"html", "warning: the page is an HTML document", exitOK, []byte("<!DOCTYPE html>\n<html><body>Not found</body></html>\n"), 50},
		{"50 MB", "error: ", exitFindings, bytes.Repeat([]byte("- `a: string`\n"), 50<<20/14), 50},
		{"nested 10,000 deep", "error: ", exitFindings, nested(10_000), 1000},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs := docsOf(t, map[string][]byte{"berths.md": []byte(harborPage), "bad.md": c.page})
			r := bounded(t, c.megabytes, "lint", docs)
			r.expect(t, c.code, c.want, "")
			if !strings.Contains(r.stdout, docs+"/bad.md:") {
				t.Errorf("no finding names the page:\n%s", r.stdout)
			}
			tree := bounded(t, c.megabytes, "inspect", docs)
			if !strings.Contains(tree.stdout, "POST /v1/berths") {
				t.Errorf("the good page is not in the tree:\n%s", tree.stdout)
			}
		})
	}
}

func nested(depth int) []byte {
	var b bytes.Buffer
	b.WriteString("# Deep\n\n## Dig\n\n**post** `/v1/deep`\n\n### Body Parameters\n\n")
	for i := range depth {
		b.WriteString(strings.Repeat("  ", i) + "- `a: object { a }`\n\n")
	}
	return b.Bytes()
}

// TestSameFactsInOtherBytes holds spellings of one page that mean the same.
func TestSameFactsInOtherBytes(t *testing.T) {
	facts := func(text string) string {
		r := bounded(t, 50, "inspect", docsOf(t, map[string][]byte{"berths.md": []byte(text)}))
		if r.code != exitOK {
			t.Errorf("exit code %d: %s", r.code, r.stderr)
		}
		return r.stdout
	}
	want := facts(harborPage)
	for _, line := range []string{"POST /v1/berths", "name: string", `flag: optional `} {
		if !strings.Contains(want, line) {
			t.Fatalf("%q is not in the tree:\n%s", line, want)
		}
	}
	for name, text := range map[string]string{
		"CRLF":         strings.ReplaceAll(harborPage, "\n", "\r\n"),
		"BOM":          "\ufeff" + harborPage,
		"BOM and CRLF": "\ufeff" + strings.ReplaceAll(harborPage, "\n", "\r\n"),
		"tabs":         strings.NewReplacer("\n    ", "\n\t\t", "\n  ", "\n\t").Replace(harborPage),
		"no end":       strings.TrimSuffix(harborPage, "\n"),
	} {
		if got := facts(text); got != want {
			t.Errorf("%s: another tree:\n%s\nwant:\n%s", name, got, want)
		}
	}
}

func TestInvalidUTF8(t *testing.T) {
	docs := docsOf(t, map[string][]byte{"berths.md": []byte(strings.Replace(harborPage, "ö", "\xf6", 1))})
	r := bounded(t, 50, "lint", docs)
	if !strings.Contains(r.stdout, "UTF-8") || !strings.Contains(r.stdout, docs+"/berths.md:") {
		t.Errorf("nothing says where invalid UTF-8 is:\n%s", r.stdout)
	}
	if model := bounded(t, 50, "inspect", "--format=json", docs); !json.Valid([]byte(model.stdout)) || !strings.Contains(model.stdout, "/v1/berths") {
		t.Errorf("the model is no JSON or lacks the method: %.200s", model.stdout)
	}
}

// TestZipReadsLikeTheFolder goes through the whole command with an archive.
func TestZipReadsLikeTheFolder(t *testing.T) {
	docs := docsOf(t, map[string][]byte{"berths.md": []byte(harborPage)})
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if err := z.AddFS(os.DirFS(docs)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	archive := filepath.Join(t.TempDir(), "berths.zip")
	if err := os.WriteFile(archive, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	want := docgen(t, "inspect", "--format=json", docs)
	got := docgen(t, "inspect", "--format=json", archive)
	if got.code != want.code || got.stdout != want.stdout {
		t.Errorf("the archive reads otherwise than the folder: exit codes %d and %d", got.code, want.code)
	}
}

func TestInterruptedBeforeTheStart(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var stdout, stderr bytes.Buffer
	code := run(ctx, []string{"lint", docsOf(t, map[string][]byte{"berths.md": []byte(harborPage)})}, &stdout, &stderr)
	result{code, stdout.String(), stderr.String()}.expect(t, exitFailed, "", "docgen: interrupted\n")
}
