package sdkdocs

import (
	"bytes"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
	"github.com/docgen-go/docgen/parser/page"
)

// A scanned page is what one look at its lines tells: what it is and which
// units it has. It holds no part of the text.
type scanned struct {
	page    *format.Page
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
	// fence is the language of the first example, folder the name of the language
	// that docgen does not know and in whose folder the page lies.
	fence, folder string
	// copied says that the page is a rendered copy, foreign that it is one in a
	// language and cannot be read.
	copied, foreign bool

	units []unit
	// bytes are those of the whole page where it has no unit to read, and of
	// its front matter elsewhere; used are those of each unit.
	bytes model.Bytes
	used  []model.Bytes
	size  int64
	diags diag.List
	// ending is how the text ends, and hasNewline whether it does with a line end.
	ending     ending
	hasNewline bool
	// links are those of an index.
	links []pageLink
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

// look looks at the lines of a page.
func (s *scanner) look(out *scanned, p *format.Page) {
	text := p.Text.Bytes
	out.size = int64(len(text))
	if rendered.Detect(text) || rendered.Events(text) > 0 {
		out.copied = true
		s.lookAtCopy(out, p)
		return
	}
	out.front = p.Front
	out.units = s.units(text, p.Outline())
	out.classify(text)
	out.faultyMethods(p.Text)
	out.hasNewline = bytes.HasSuffix(text, []byte("\n"))
	if !p.Text.IsRebuilt() && out.kind == model.PageReference {
		out.ending = endOf(out.path, text)
	}
	if p.Text.IsRebuilt() {
		for i := range out.units {
			out.units[i].measure(p.Text.File())
		}
	}
}

// faultyMethods reports lines that announce a method in a way that cannot be
// one: without the report the method would be missing without a word.
func (s *scanned) faultyMethods(text *format.Text) {
	if !bytes.Contains(text.Bytes, []byte("\n**")) {
		return
	}
	offset := 0
	for line := range bytes.Lines(text.Bytes) {
		if fault := verbFault(line); fault != "" {
			s.diags.Add("faulty-method", diag.Warning, text.File().Span(offset, offset+len(line)), "this line announces a method, but %s", fault).
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
			s.fence = fenceLanguage(text[s.units[i].start:s.units[i].end])
			if isFolder(s.fence) {
				s.language = s.fence
			}
		}
	}
	if s.kind == model.PageReference {
		s.bytes = model.Bytes{Total: int64(s.front.End), Model: int64(s.front.End)}
		return
	}
	if s.kind = format.ProseKind(text[s.front.End:]); s.kind == model.PageIndex {
		s.links = linksOf(s.path, text)
	}
	s.bytes = format.ProseBytes(text)
	s.units = nil
}
