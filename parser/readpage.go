package parser

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/assemble"
	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/fuse"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/page"
)

// A pageReader reads one page after the other. Each worker has its own.
type pageReader struct {
	md   *page.Reader
	buf  []byte
	uses []dialect.Use
}

// A pageFacts is what the units of one page say.
type pageFacts struct {
	// at are the indices of the units, in the order of units.
	at        []int
	units     []link.Unit
	resources []link.Resource
	diags     diag.List
	// used are the bytes of the units that were read, by index.
	used map[int]model.Bytes
	// aligned is what fusing found, by dialect.
	aligned map[string]*alignment
}

// An openPage is a page while it is read.
type openPage struct {
	book   *book
	index  int
	page   *scanned
	file   *source.File
	reader *dialect.Reader
	worker *pageReader
	facts  *pageFacts
}

// open loads a page again for the second round.
func (p *pageReader) open(r *run, b *book, index int) (*openPage, error) {
	s := b.pages[index]
	read, err := readInto(p.buf, r.docs, s.path, r.options.maxPage())
	p.buf = read.bytes
	if err != nil {
		return nil, err
	}
	clean, _, _ := page.Clean(read.bytes)
	clean, file := rebuild(read.file(s.path, clean))
	text := &page.Text{Bytes: clean, String: string(clean)}
	p.uses = append(p.uses[:0], make([]dialect.Use, len(clean))...)
	return &openPage{
		book: b, index: index, page: s, file: file, worker: p,
		facts: &pageFacts{used: map[int]model.Bytes{}, aligned: map[string]*alignment{}},
		reader: &dialect.Reader{
			Dialect: b.dialect, Page: text.String, Mark: p.mark,
			Blocks: func(start, end int) []page.Block { return p.md.Blocks(text, start, end) },
		},
	}, nil
}

// spine reads the units of a page of the spine, adds what other dialects say of
// them, and assembles them.
func (o *openPage) spine(readings map[string][]fuse.Reading) *pageFacts {
	b := assemble.NewBuilder(o.file)
	for _, i := range o.book.owners[o.index] {
		from := len(b.Sightings)
		u := &o.page.units[i]
		others := readings[o.book.key(place{o.index, i})]
		unit := link.Unit{URL: o.page.front.URL}
		switch u.kind {
		case groupUnit:
			o.facts.resources = append(o.facts.resources, o.group(u))
		case methodUnit:
			op := o.operation(u)
			o.fuse(fuse.Reading{Dialect: o.book.dialect, Op: op}, others)
			unit.Method = b.Method(op)
			unit.Values = decodeExamples(unit.Method)
		case typeUnit:
			decl := o.reader.TypeDecl(u.headings[0])
			o.fuse(fuse.Reading{Dialect: o.book.dialect, Items: decl.Items}, others)
			b.Domain(decl)
		}
		unit.Sightings = b.Sightings[from:]
		o.facts.at = append(o.facts.at, i)
		o.facts.units = append(o.facts.units, unit)
		o.account(i)
	}
	return o.finish(b.Faults())
}

// decodeExamples decodes the response examples of a method for the linker.
func decodeExamples(m *model.Method) map[string]link.Decoded {
	out := map[string]link.Decoded{}
	for _, e := range m.Examples {
		if e.Kind == model.ExampleResponse {
			out[e.Text] = link.Decode(e.Text)
		}
	}
	return out
}

// operation reads a method. Its verb and path are those that made it one.
func (o *openPage) operation(u *unit) *dialect.Operation {
	op := o.reader.Operation(u.headings)
	op.Verb, op.Path = u.verb, u.path
	return op
}

// fuse adds what other dialects say to a unit of the spine.
func (o *openPage) fuse(spine fuse.Reading, others []fuse.Reading) {
	for _, other := range others {
		tally, problems := fuse.Into(spine, other)
		o.facts.align(other.Dialect.Name(), tally)
		o.reader.Problems = append(o.reader.Problems, problems...)
	}
}

// finish turns the problems of a page into diagnostics.
func (o *openPage) finish(more []dialect.Problem) *pageFacts {
	o.reportGaps()
	for _, list := range [][]dialect.Problem{o.reader.Problems, more} {
		for _, p := range list {
			o.facts.diags.Add(diag.Code(p.Code), diag.Warning, o.file.Span(p.Start, p.End), "%s", p.Message).Help = p.Help
		}
	}
	return o.facts
}

// account counts the bytes of a unit.
func (o *openPage) account(index int) {
	o.facts.used[index] = o.worker.account(o.file, &o.page.units[index], &o.facts.diags)
}

func (p *pageReader) mark(start, end int, use dialect.Use) {
	for i := start; i < end; i++ {
		p.uses[i] = use
	}
}

// group reads the heading of a resource and the prose below it.
func (o *openPage) group(u *unit) link.Resource {
	h := u.headings[0]
	o.worker.mark(h.Start, h.Body, dialect.Model)
	o.worker.mark(h.Body, h.End, dialect.Docs)
	return link.Resource{
		Title: strings.Clone(lastCrumb(h.Title)),
		Doc:   strings.Clone(strings.TrimSpace(o.reader.Page[h.Body:h.End])),
		Span:  o.file.Span(h.Start, h.Body),
	}
}

// account counts the bytes of a unit by use. A line belongs as a whole to what
// claimed its first claimed byte, list markers and indentation with it.
func (p *pageReader) account(file *source.File, u *unit, diags *diag.List) model.Bytes {
	out := model.Bytes{Total: u.bytes()}
	unread, counted := -1, 0
	for i := u.start; i < u.end; {
		end := u.end
		if n := bytes.IndexByte(file.Text[i:u.end], '\n'); n >= 0 {
			end = i + n + 1
		}
		use := p.lineUse(file.Text, i, end)
		if line, size := file.OriginLine(i); line > counted {
			count(&out, use, int64(size))
			counted = line
		}
		if use == dialect.Unread && unread < 0 {
			unread = i
		}
		if unread >= 0 && (use != dialect.Unread && use != dialect.Layout || end == u.end) {
			diags.Add("unread-text", diag.Warning, file.Span(unread, end), "this text is neither model nor documentation to docgen").
				Help = "please report the page: nothing should be dropped"
			unread = -1
		}
		i = end
	}
	return out
}

func (p *pageReader) lineUse(text []byte, start, end int) dialect.Use {
	blank := true
	for i := start; i < end; i++ {
		if p.uses[i] != dialect.Unread && !isBlank(text[i]) {
			return p.uses[i]
		}
		blank = blank && isBlank(text[i])
	}
	if blank {
		return dialect.Layout
	}
	return dialect.Unread
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

func count(b *model.Bytes, use dialect.Use, n int64) {
	switch use {
	case dialect.Model:
		b.Model += n
	case dialect.Docs:
		b.Docs += n
	case dialect.Examples:
		b.Examples += n
	case dialect.Layout:
		b.Layout += n
	default:
		b.Unread += n
	}
}
