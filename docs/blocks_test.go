package docs_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A block is a fence of a page of the documentation.
type block struct {
	file     string
	line     int
	language string // the info string
	text     string
	// skipped is why no test runs the block, from the comment above it.
	skipped string
}

func (b block) String() string { return fmt.Sprintf("%s:%d", b.file, b.line) }

// pages returns the files that people read: the README and what is in this folder.
func pages(t *testing.T) []string {
	t.Helper()
	list, err := filepath.Glob("*.md")
	if err != nil || len(list) < 10 {
		t.Fatalf("%d pages: %v", len(list), err)
	}
	return append(list, "../README.md")
}

// measured are pages that tests elsewhere write or hold whole.
var measured = map[string]bool{"programs.md": true, "requests.md": true, "openapi-documents.md": true, "openapi-keywords.md": true}

// notRun is the comment that keeps a block from being run.
var notRun = regexp.MustCompile(`^<!-- not run: (.+) -->$`)

// blocks returns the fences of all pages in one of the languages.
func blocks(t *testing.T, languages ...string) []block {
	t.Helper()
	var out []block
	for _, file := range pages(t) {
		if measured[file] {
			continue
		}
		for _, b := range fences(t, file) {
			for _, l := range languages {
				if b.language == l {
					out = append(out, b)
				}
			}
		}
	}
	if len(out) == 0 {
		t.Fatalf("no page has a block in %q", languages)
	}
	return out
}

func fences(t *testing.T, file string) []block {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []block
	var open *block
	skipped := ""
	for i, line := range strings.Split(string(text), "\n") {
		switch {
		case open == nil && strings.HasPrefix(line, "```"):
			open = &block{file: file, line: i + 1, language: line[3:], skipped: skipped}
		case open != nil && line == "```":
			out = append(out, *open)
			open, skipped = nil, ""
		case open != nil:
			open.text += line + "\n"
		case line != "":
			skipped = ""
			if m := notRun.FindStringSubmatch(line); m != nil {
				skipped = m[1]
			}
		}
	}
	if open != nil {
		t.Fatalf("%v is not closed", *open)
	}
	return out
}

// TestLanguages demands that each block has a language that a test below knows, or, for
// Starlark, the one of testdata/bazel, so that none is passed over.
func TestLanguages(t *testing.T) {
	known := map[string]bool{"": true, "console": true, "go": true, "yaml": true, "sh": true, "markdown": true, "starlark": true}
	for _, file := range pages(t) {
		for _, b := range fences(t, file) {
			if !known[b.language] && !measured[file] {
				t.Errorf("%v: no test knows blocks in %q", b, b.language)
			}
		}
	}
}

// TestPlain holds blocks without a language, which show what one types or sees and which
// other tests run: each line has to stand where it comes from.
func TestPlain(t *testing.T) {
	example, err := os.ReadFile("../golden/quickstart/main_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range fences(t, "../README.md") {
		if b.language != "" || !strings.HasPrefix(b.text, "valid:") {
			continue
		}
		for line := range strings.Lines(b.text) {
			if !bytes.Contains(example, []byte("\t// "+line)) {
				t.Errorf("%v: the program prints no %q", b, line)
			}
		}
		return
	}
	t.Error("the README does not show what the first command prints")
}

// TestExcerpt holds the page and the Go that the README shows first to the made-up API.
func TestExcerpt(t *testing.T) {
	for _, c := range []struct{ language, start, from string }{
		{"markdown", "- `city", "../testdata/harbor/addresses/validate.md"},
		{"go", "\t// City", "../golden/harbor/*.go"},
	} {
		files, err := filepath.Glob(c.from)
		if err != nil {
			t.Fatal(err)
		}
		found, shown := false, 0
		for _, b := range fences(t, "../README.md") {
			if b.language != c.language || !strings.HasPrefix(b.text, c.start) {
				continue
			}
			shown++
			for _, name := range files {
				text, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				found = found || bytes.Contains(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte(b.text))
			}
		}
		if shown != 1 || !found {
			t.Errorf("%d blocks in %s begin with %q; found in %s: %v", shown, c.language, c.start, c.from, found)
		}
	}
}
