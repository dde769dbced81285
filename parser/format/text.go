package format

import (
	"errors"
	"io"
	"io/fs"
	"slices"

	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/page"
)

// A Rebuilt is a page (an [fs.File] of the docs) that was made from lines of
// another file. Places in it are told as places in that file.
type Rebuilt interface {
	// Origin returns that file, and for each line of the page the line of it that
	// the page's was made from, counted from 1, or 0.
	Origin() (file *source.File, lines []int32)
}

// A Text is what was read of a page, made fit for reading.
type Text struct {
	// Bytes are the text without faults; there are none of a page with a fault
	// that cannot be repaired.
	Bytes []byte
	// Fault is what was wrong with the text as it came, At where.
	Fault page.Fault
	At    int

	name string
	raw  []byte
	size int64 // of a page that is too large to be read to its end
	// origin and lines are those of a page that was rebuilt, else nil.
	origin *source.File
	lines  []int32
	file   *source.File
}

// RawSize is the size of the text as it came, in bytes.
func (t *Text) RawSize() int64 { return max(t.size, int64(len(t.raw))) }

// IsRebuilt reports whether the text was made from lines of another file.
func (t *Text) IsRebuilt() bool { return t.origin != nil }

// File returns the index of the text, which tells places.
func (t *Text) File() *source.File {
	if t.file == nil {
		t.file = t.index(t.Bytes)
	}
	return t.file
}

// RawFile returns the index of the text as it came, in which At is a place.
func (t *Text) RawFile() *source.File { return t.index(t.raw) }

func (t *Text) index(text []byte) *source.File {
	if t.origin != nil {
		return t.origin.Rebuilt(text, t.lines)
	}
	return source.NewFile(t.name, text)
}

// ErrTooLarge says that a page is larger than the limit of its tree.
var ErrTooLarge = errors.New("page too large")

// NewText makes text that was read of a page fit for reading.
func NewText(name string, raw []byte) *Text {
	t := &Text{name: name, raw: raw}
	t.Bytes, t.Fault, t.At = page.Clean(raw)
	return t
}

// Read reads a page into buf, which it returns as large as it had to grow, so
// that one worker needs one buffer for all its pages.
func (t *Tree) Read(buf []byte, name string) (*Text, []byte, error) {
	f, err := t.docs.Open(name)
	if err != nil {
		return nil, buf, err
	}
	defer f.Close()
	buf, err = readAll(buf, f, t.limit)
	if err != nil {
		text := &Text{name: name, raw: buf}
		if info, err := f.Stat(); err == nil {
			text.size = info.Size()
		}
		return text, buf, err
	}
	fenceTagged(buf)
	text := NewText(name, buf)
	if r, ok := f.(Rebuilt); ok {
		text.origin, text.lines = r.Origin()
	}
	return text, buf, nil
}

func readAll(buf []byte, f fs.File, limit int64) ([]byte, error) {
	buf = buf[:0]
	if info, err := f.Stat(); err == nil {
		if info.Size() > limit {
			return buf, ErrTooLarge
		}
		buf = slices.Grow(buf, int(info.Size())+1) // one more byte to see the end
	}
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := f.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		switch {
		case int64(len(buf)) > limit:
			return buf, ErrTooLarge
		case errors.Is(err, io.EOF):
			return buf, nil
		case err != nil:
			return buf, err
		}
	}
}
