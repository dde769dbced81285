package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/docgen-go/docgen/emit/output"
)

// printedLines is how many lines of differences check prints: what people read, and logs of
// pipelines hold.
const printedLines = 1000

// A changePrinter prints the way from the files of a folder to those of a set, in a form
// that patch -p0 takes: whole files, as long as they fit.
type changePrinter struct {
	dir string
	set output.Set
	// stat prints counts in the place of lines.
	stat bool
	// left is how many lines may still be printed; files and lines are what was not.
	left, files, lines int
}

func (p *changePrinter) print(w io.Writer, changes []output.Change) error {
	for _, c := range changes {
		if c.Kind == output.Kept {
			continue
		}
		text, err := p.unified(c)
		if err != nil {
			return err
		}
		lines := strings.Count(text, "\n")
		switch {
		case p.stat:
			added, removed := changedLines(text)
			_, err = fmt.Fprintf(w, "%s: %s, +%d -%d lines\n", filepath.ToSlash(filepath.Join(p.dir, filepath.FromSlash(c.Path))), c.Kind, added, removed)
		case lines > p.left:
			p.files, p.lines = p.files+1, p.lines+lines
		default:
			p.left -= lines
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// unified returns the difference that one file makes.
func (p *changePrinter) unified(c output.Change) (string, error) {
	name := filepath.Join(p.dir, filepath.FromSlash(c.Path))
	have, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	from, to := filepath.ToSlash(name), filepath.ToSlash(name)
	switch c.Kind {
	case output.Added:
		from = os.DevNull
	case output.Stale:
		to = os.DevNull
	}
	// A checkout with line ends of Windows differs in no line for that.
	return udiff.Unified(from, to, string(unixLines(have)), string(p.set[c.Path])), nil
}

// complain says what was not printed.
func (p *changePrinter) complain(w io.Writer) {
	if p.files > 0 {
		fmt.Fprintf(w, "%s with %s of differences not printed; --full prints all, --stat counts\n", count(p.files, "more file"), count(p.lines, "line"))
	}
}

// changedLines counts the lines that a unified diff adds and removes.
func changedLines(text string) (added, removed int) {
	inHunk := false
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, "@@"):
			inHunk = true
		case inHunk && line[0] == '+':
			added++
		case inHunk && line[0] == '-':
			removed++
		}
	}
	return added, removed
}

func unixLines(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")) }

// writtenBy is a package that another version of docgen wrote.
type writtenBy struct {
	wrote, this string
	// files are how many files differ, and more how many of them in more than the header.
	files, more int
	// why is why they do.
	why string
}

// otherVersion returns what wrote the files that differ, if that is not this version of docgen
// alone; nil where it is, or where several have.
func otherVersion(dir string, set output.Set, changes []output.Change) (*writtenBy, error) {
	w := writtenBy{this: releaseVersion()}
	for _, c := range changes {
		if c.Kind != output.Changed {
			continue
		}
		have, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(c.Path)))
		if err != nil {
			return nil, err
		}
		if c.Path == output.ManifestName {
			continue // its header names no version
		}
		version, _ := output.WrittenBy(have)
		if w.files > 0 && version != w.wrote || version == w.this {
			return nil, nil
		}
		w.wrote = version
		if w.files++; !bytes.Equal(withoutHeader(have), withoutHeader(set[c.Path])) {
			w.more++
		}
	}
	if w.files == 0 {
		return nil, nil
	}
	for _, c := range changes { // what is missing or too many is more than a version
		if c.Kind == output.Added || c.Kind == output.Stale {
			w.files, w.more = w.files+1, w.more+1
		}
	}
	return &w, nil
}

// withoutHeader returns a file without its first line, in the line ends of Unix.
func withoutHeader(content []byte) []byte {
	_, rest, _ := bytes.Cut(unixLines(content), []byte("\n"))
	return rest
}

// String says in one sentence what differs and what to do.
func (w *writtenBy) String() string {
	differs := "nothing else differs"
	if w.more > 0 {
		differs = count(w.more, "file") + " differ in more than that, because " + w.why + " (--stat counts, --full prints)"
	}
	again := ""
	if w.wrote != "" {
		again = fmt.Sprintf(", or check with \"go run %s@%s check\"", commandPath, w.wrote)
	}
	return fmt.Sprintf("written by docgen %s, and this is %s; %s: run \"docgen generate\"%s", buildName(w.wrote), buildName(w.this), differs, again)
}

// changedPages says by docgen.lock why a package differs that another version wrote.
func (t *target) changedPages(digest string) string {
	switch {
	case t.lock == nil || t.lock.was.Targets[t.id] == nil:
		return "it writes them otherwise or the pages changed"
	case t.lock.was.Targets[t.id].Docs == digest:
		return "it writes them otherwise"
	}
	return "the pages changed, too"
}

// buildName returns how people call a version.
func buildName(version string) string { return cmp.Or(version, "(devel)") }
