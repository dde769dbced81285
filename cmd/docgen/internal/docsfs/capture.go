package docsfs

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format/captured"
	"github.com/docgen-go/docgen/parser/format/sdkdocs"
)

// Sides are the two revisions that one captured page shows, as far as it shows
// what differs.
type Sides struct {
	Old, New fs.FS
	// In is how values of types travel that no method on them leads to.
	In map[string][]string
	// Found is what of the page could not be compared.
	Found diag.List
	// Parameters says where the members of types travel that are the parameters of a
	// method whose heading is not shown.
	Parameters map[string]string
	// Rest is what differs and is no fact of the API.
	Rest []captured.Rest
	// Files, Added and Removed are how many files and lines differ, and Stated how many
	// the page says.
	Files, Added, Removed int
	Stated                *captured.Sum
}

// maxCapture is how large a captured comparison may be, in bytes.
const maxCapture = 64 << 20

// headSize is how much of a file tells whether it is a capture.
const headSize = 64 << 10

// openCapture opens a file that shows two revisions side by side. It returns
// nil without an error for any other file.
func openCapture(file string, l Limits) (*Docs, error) {
	text, err := readCapture(file)
	if text == nil || err != nil {
		return nil, err
	}
	name := filepath.Base(file)
	origin := source.NewFile(name, text)
	c, found := captured.Read(origin, sdkdocs.Readers())
	docs := &Docs{Prefix: strings.TrimSuffix(filepath.ToSlash(filepath.Clean(file)), name)}
	if n := c.Files - len(c.Whole); n > 0 {
		docs.Found.Add("partial-file", diag.Info, source.Span{File: name}, "%d files that this page shows in part, or that are gone, were left out", n).
			Help = "docgen diff with nothing but this page tells what changed in them"
	}
	sides := &Sides{In: c.In, Found: found, Parameters: c.Parameters, Rest: c.Rest, Files: c.Files, Added: c.Added, Removed: c.Removed, Stated: c.Stated}
	for _, of := range []struct {
		fs    *fs.FS
		pages []captured.Page
	}{{&docs.FS, c.Whole}, {&sides.Old, c.Old}, {&sides.New, c.New}} {
		t := newTree(l)
		for _, p := range of.pages {
			open := func() (io.ReadCloser, error) { return &rebuiltPage{bytes.NewReader(p.Text), origin, p.Lines}, nil }
			if _, err := t.add(p.Path, int64(len(p.Text)), open); err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
		}
		*of.fs = t
		docs.Found = append(docs.Found, t.found...)
	}
	docs.Sides = sides
	return docs, nil
}

// readCapture returns the text of a capture, or nil.
func readCapture(file string) (_ []byte, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	head, err := io.ReadAll(io.LimitReader(f, headSize))
	if err != nil || !captured.Detect(head) {
		return nil, err
	}
	rest, err := io.ReadAll(io.LimitReader(f, maxCapture))
	if len(rest) == maxCapture {
		return nil, fmt.Errorf("%s: the captured comparison is larger than %d MiB; split it", file, maxCapture>>20)
	}
	return append(head, rest...), err
}

// A rebuiltPage is a page that was taken out of a capture.
type rebuiltPage struct {
	*bytes.Reader
	origin *source.File
	lines  []int32
}

func (p *rebuiltPage) Close() error { return nil }

// Origin implements parser.Rebuilt.
func (p *rebuiltPage) Origin() (*source.File, []int32) { return p.origin, p.lines }
