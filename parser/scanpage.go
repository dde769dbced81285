package parser

import (
	"bytes"
	"errors"
	"io/fs"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/page"
	"github.com/docgen-go/docgen/parser/rendered"
)

// A scanned page is what one look at its lines tells: what it is and which
// units it has. It holds no part of the text.
type scanned struct {
	path    string
	address address
	kind    model.PageKind
	front   page.Front
	title   string
	// signature is the first signature on the page, which tells its dialect.
	signature string
	// language is that of the first example in a programming language, for
	// dialects whose signatures look alike.
	language string
	dialect  string
	// foreign says that the page is a rendered copy in a language.
	foreign bool
	units   []unit
	// bytes are those of the whole page where it has no unit to read, and of
	// its front matter elsewhere; used are those of each unit.
	bytes model.Bytes
	used  []model.Bytes
	size  int64
	diags diag.List
}

// methodPage returns the index of the only method of a page that is about
// nothing else, or -1.
func (s *scanned) methodPage() int {
	found := -1
	for i := range s.units {
		switch u := &s.units[i]; {
		case u.kind == methodUnit && found < 0:
			found = i
		case u.kind != groupUnit, u.headings[0].Level > 0 && !s.address.method:
			return -1
		}
	}
	return found
}

// scan reads a page once, line by line.
func (s *scanner) scan(docs fs.FS, a address, name string, buf []byte, limit int64) (*scanned, []byte, error) {
	out := &scanned{path: name, address: a, kind: model.PageRejected}
	read, err := readInto(buf, docs, name, limit)
	buf = read.bytes
	out.size = int64(len(buf))
	if errors.Is(err, errTooLarge) {
		out.reject("page-too-large", "the page is larger than the limit of %d bytes", limit)
		return out, buf, nil
	}
	if err != nil {
		return nil, buf, err
	}
	s.scanText(out, read)
	return out, buf, nil
}

// scanText looks at the text of a page.
func (s *scanner) scanText(out *scanned, read text) {
	raw := read.bytes
	text, fault, at := page.Clean(raw)
	switch fault {
	case page.FaultBinary:
		out.reject("binary-page", "the page holds a NUL byte at offset %d and is no text", at)
		return
	case page.FaultHTML:
		out.kind = model.PageHTML
		out.diags.Add("html-page", diag.Warning, firstLine(out.path), "the page is an HTML document under a Markdown name, as sites serve for pages that are missing").
			Help = "fetch it again or remove it; nothing was read from it"
		out.bytes = model.Bytes{Total: out.size, Layout: out.size}
		return
	case page.FaultUTF8:
		out.diags.Add("invalid-utf8", diag.Warning, read.file(out.path, raw).Span(at, at+1), "the page is not valid UTF-8; faulty bytes were replaced by U+FFFD")
	}
	if deep := page.TooDeep(text); deep >= 0 {
		out.reject("page-too-deep", "line %d nests deeper than %d levels", 1+bytes.Count(text[:deep], []byte{'\n'}), page.MaxDepth)
		return
	}
	out.size = int64(len(text))
	if rendered.Detect(text) || rendered.Events(text) > 0 {
		s.scanCopy(out, text)
		return
	}
	out.front = page.ReadFront(text)
	out.units = s.units(text, out.front.End)
	out.classify(text)
	out.faultyMethods(text, read)
	if read.origin != nil {
		file := read.file(out.path, text)
		for i := range out.units {
			out.units[i].measure(file)
		}
	}
}

// faultyMethods reports lines that announce a method in a way that cannot be
// one: without the report the method would be missing without a word.
func (s *scanned) faultyMethods(text []byte, read text) {
	if !bytes.Contains(text, []byte("\n**")) {
		return
	}
	offset := 0
	var file *source.File
	for line := range bytes.Lines(text) {
		if fault := verbFault(line); fault != "" {
			if file == nil {
				file = read.file(s.path, text)
			}
			s.diags.Add("faulty-method", diag.Warning, file.Span(offset, offset+len(line)), "this line announces a method, but %s", fault).
				Help = "the method was not read; correct the line to **verb** `/path`"
		}
		offset += len(line)
	}
}

// verbFault is what is wrong with a line that announces a method.
func verbFault(line []byte) string {
	if !bytes.HasPrefix(line, []byte("**")) {
		return ""
	}
	_, _, _, fault := dialect.VerbLine(string(line))
	return fault
}

// reject records that nothing is read from a page.
func (s *scanned) reject(code diag.Code, format string, args ...any) {
	s.diags.Add(code, diag.Error, firstLine(s.path), format, args...).Help = "nothing was read from the page"
	s.bytes = model.Bytes{Total: s.size, Unread: s.size}
}

func firstLine(name string) source.Span {
	first := source.Pos{Line: 1, Column: 1}
	return source.Span{File: name, Start: first, End: first}
}

// classify says what kind of page it is and accounts for what no unit covers.
func (s *scanned) classify(text []byte) {
	s.used = make([]model.Bytes, len(s.units))
	s.title = s.front.Title
	for i := range s.units {
		if h := s.units[i].headings[0]; s.title == "" && h.Level > 0 {
			s.title = h.Title
		}
		if s.units[i].kind != groupUnit {
			s.kind = model.PageReference
		}
		if s.units[i].kind == methodUnit && s.signature == "" {
			s.signature = signature(text, s.units[i].headings[0])
			s.language = exampleLanguage(text[s.units[i].start:s.units[i].end])
		}
	}
	if s.kind == model.PageReference {
		s.bytes = model.Bytes{Total: int64(s.front.End), Model: int64(s.front.End)}
		return
	}
	s.kind = proseKind(text[s.front.End:])
	s.bytes = proseBytes(text)
	s.units = nil
}

// proseKind tells an index, which is mostly bulleted links or nothing but
// headings, from a guide.
func proseKind(text []byte) model.PageKind {
	links, others := 0, 0
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0 || line[0] == '#':
		case isLink(line):
			links++
		default:
			others++
		}
	}
	if others > links {
		return model.PageGuide
	}
	return model.PageIndex
}

// isLink reports whether a line is a bullet that starts with a link.
func isLink(line []byte) bool {
	bullet := bytes.TrimLeft(line, "-*+ ")
	return len(bullet) < len(line) && bytes.HasPrefix(bullet, []byte("[")) && bytes.Contains(bullet, []byte("]("))
}

// proseBytes accounts for a page without a unit: all of it is documentation.
func proseBytes(text []byte) model.Bytes {
	b := model.Bytes{Total: int64(len(text))}
	for line := range bytes.Lines(text) {
		if len(bytes.TrimSpace(line)) == 0 {
			b.Layout += int64(len(line))
		} else {
			b.Docs += int64(len(line))
		}
	}
	return b
}
