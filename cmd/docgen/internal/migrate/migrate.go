package migrate

import (
	"bytes"
	"cmp"
	"fmt"
	"go/format"
	"go/token"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/gopkgs"
	"github.com/docgen-go/docgen/cmd/docgen/internal/gouses"
)

// A Plan is what becomes of the code of users.
type Plan struct {
	// Files are the files that change, by absolute path: what is in them, and is to be.
	Files map[string]Change
	// Notes are what somebody has to look at although it compiles, in order.
	Notes []Note
	// Hints say of uses what has become of the thing, for those that do not compile.
	Hints []Note
}

// A Change is a file before and after.
type Change struct{ Old, New []byte }

// A Note is about a position in a file as it is to be. A Hint has a line only.
type Note struct {
	File         string
	Line, Column int
	Text         string

	offset int // in the file as it was
}

// Make returns how the code of pkgs, which compiles with the generated package before,
// is to be written for the package after. path is the import path of the package.
func Make(pkgs []*gopkgs.Package, path string, before, after Source) (*Plan, error) {
	old, err := read(before)
	if err != nil {
		return nil, err
	}
	now, err := read(after)
	if err != nil {
		return nil, err
	}
	p := pair(old, now)
	uses, err := gouses.Find(pkgs, path)
	if err != nil {
		return nil, err
	}
	w := &writer{pairing: p, path: path, texts: map[string][]byte{}, edits: map[string]map[edit]bool{}}
	renamed, hints := p.names()
	for _, u := range uses {
		if err := w.use(u, renamed, hints); err != nil {
			return nil, err
		}
	}
	for _, pkg := range pkgs {
		if err := w.forms(pkg); err != nil {
			return nil, err
		}
	}
	return w.plan()
}

// An edit puts text in the place of the bytes from start to end.
type edit struct {
	start, end int
	text       string
}

type writer struct {
	*pairing
	path         string
	texts        map[string][]byte // of files of users
	edits        map[string]map[edit]bool
	notes, hints []Note
}

func (w *writer) text(file string) ([]byte, error) {
	if text, ok := w.texts[file]; ok {
		return text, nil
	}
	text, err := os.ReadFile(file)
	w.texts[file] = text
	return text, err
}

func (w *writer) edit(file string, e edit) {
	if w.edits[file] == nil {
		w.edits[file] = map[edit]bool{}
	}
	w.edits[file][e] = true // tests repeat the files of the package that they are about
}

func (w *writer) note(list *[]Note, at token.Position, format string, args ...any) {
	n := Note{File: at.Filename, Line: at.Line, Text: fmt.Sprintf(format, args...), offset: at.Offset}
	if !slices.Contains(*list, n) {
		*list = append(*list, n)
	}
}

// use writes the new name in the place of the old one. A use without the name, such as a
// struct whose members have no keys, stays as it is.
func (w *writer) use(u gouses.Use, renamed, hints map[string]string) error {
	at := token.Position{Filename: u.Span.File, Line: int(u.Span.Start.Line), Column: int(u.Span.Start.Column)}
	if hint := hints[u.Name]; hint != "" {
		w.note(&w.hints, at, "%s %s", u.Name, hint)
	}
	to, ok := renamed[u.Name]
	if !ok {
		return nil
	}
	text, err := w.text(at.Filename)
	if err != nil {
		return err
	}
	was, is := lastName(u.Name), lastName(to)
	start := offset(text, at)
	if was != is && start >= 0 && bytes.HasPrefix(text[start:], []byte(was)) {
		w.edit(at.Filename, edit{start, start + len(was), is})
	}
	return nil
}

func lastName(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// offset is where a line and column are, or -1.
func offset(text []byte, at token.Position) int {
	start := 0
	for range at.Line - 1 {
		n := bytes.IndexByte(text[start:], '\n')
		if n < 0 {
			return -1
		}
		start += n + 1
	}
	if start += at.Column - 1; start > len(text) {
		return -1
	}
	return start
}

// plan applies the edits. Files that were formatted stay so.
func (w *writer) plan() (*Plan, error) {
	p := &Plan{Files: map[string]Change{}, Notes: w.notes, Hints: w.hints}
	for _, file := range slices.Sorted(maps.Keys(w.edits)) {
		old, err := w.text(file)
		if err != nil {
			return nil, err
		}
		text, moved := apply(old, slices.Collect(maps.Keys(w.edits[file])))
		plain := text
		if was, err := format.Source(old); err == nil && bytes.Equal(was, old) {
			if is, err := format.Source(text); err == nil {
				text = is
			}
		}
		if !bytes.Equal(old, text) {
			p.Files[file] = Change{old, text}
		}
		for i, n := range p.Notes {
			if n.File == file {
				p.Notes[i].Line, p.Notes[i].Column = position(text, sameToken(plain, text, moved(n.offset)))
			}
		}
	}
	for i, n := range p.Notes {
		if n.Column > 0 {
			continue
		}
		text, err := w.text(n.File)
		if err != nil {
			return nil, err
		}
		p.Notes[i].Line, p.Notes[i].Column = position(text, n.offset)
	}
	slices.SortFunc(p.Notes, func(a, b Note) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line)) })
	return p, nil
}

// apply makes edits from the end of a text on. What stands in a part that goes, goes with
// it. moved returns where a byte of the text is afterwards.
func apply(text []byte, edits []edit) (out []byte, moved func(offset int) int) {
	edits = slices.DeleteFunc(edits, func(e edit) bool {
		return slices.ContainsFunc(edits, func(d edit) bool {
			within := d.start <= e.start && e.end <= d.end && e.start < d.end && (e.end > e.start || e.start > d.start)
			return d.text == "" && d != e && within
		})
	})
	slices.SortFunc(edits, func(a, b edit) int {
		return cmp.Or(cmp.Compare(b.start, a.start), cmp.Compare(b.end, a.end), cmp.Compare(a.text, b.text))
	})
	out = bytes.Clone(text)
	for _, e := range edits {
		out = slices.Concat(out[:e.start], []byte(e.text), out[e.end:])
	}
	return out, func(offset int) int {
		to := offset
		for _, e := range edits {
			if e.start < offset {
				to += len(e.text) - (e.end - e.start)
			}
		}
		return to
	}
}
