package sdkdocs

import (
	"errors"
	"io"
	"io/fs"
	"slices"

	"github.com/docgen-go/docgen/model/source"
)

// A Rebuilt is a page (an [fs.File] of the docs) that was made from lines of
// another file. Places in it are told as places in that file.
type Rebuilt interface {
	// Origin returns that file, and for each line of the page the line of it that
	// the page's was made from, counted from 1, or 0.
	Origin() (file *source.File, lines []int32)
}

// A text is what was read of a page.
type text struct {
	bytes []byte
	// origin and lines are those of a page that was rebuilt, else nil.
	origin *source.File
	lines  []int32
}

// file indexes the cleaned text of the page.
func (t text) file(name string, clean []byte) *source.File {
	if t.origin != nil {
		return t.origin.Rebuilt(clean, t.lines)
	}
	return source.NewFile(name, clean)
}

// errTooLarge says that a page is larger than the options allow.
var errTooLarge = errors.New("page too large")

// readInto reads a file into buf, which grows as needed, so that one worker
// needs one buffer for all its pages.
func readInto(buf []byte, docs fs.FS, name string, limit int64) (text, error) {
	t := text{bytes: buf}
	f, err := docs.Open(name)
	if err != nil {
		return t, err
	}
	defer f.Close()
	if r, ok := f.(Rebuilt); ok {
		t.origin, t.lines = r.Origin()
	}
	t.bytes, err = readAll(buf, f, limit)
	return t, err
}

func readAll(buf []byte, f fs.File, limit int64) ([]byte, error) {
	buf = buf[:0]
	if info, err := f.Stat(); err == nil {
		if info.Size() > limit {
			return buf, errTooLarge
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
			return buf, errTooLarge
		case errors.Is(err, io.EOF):
			return buf, nil
		case err != nil:
			return buf, err
		}
	}
}
