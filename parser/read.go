package parser

import (
	"errors"
	"io"
	"io/fs"
	"slices"
)

// errTooLarge says that a page is larger than the options allow.
var errTooLarge = errors.New("page too large")

// readInto reads a file into buf, which grows as needed, so that one worker
// needs one buffer for all its pages.
func readInto(buf []byte, docs fs.FS, name string, limit int64) ([]byte, error) {
	f, err := docs.Open(name)
	if err != nil {
		return buf, err
	}
	defer f.Close()
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
