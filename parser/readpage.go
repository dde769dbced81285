package parser

import (
	"slices"
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
	clean, file, _ := r.mender.rebuild(read.file(s.path, clean), s.address.dialect)
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

// read reads units of a page. Those that its dialect leads are assembled, with what
// other dialects say of them; others that are wanted become readings for the
// dialect that leads them.
func (o *openPage) read(units []int, wanted map[string]bool, readings map[string][]fuse.Reading) *pageFacts {
	b := assemble.NewBuilder(o.file)
	b.Client = !o.book.dialect.Says(model.FactPlace)
	if name := o.book.dialect.Name(); fuse.IsExact(name) {
		b.Exact = model.Source(name)
	}
	for _, i := range units {
		at := place{o.index, i}
		key := o.book.key(at)
		if o.book.leads(at) {
			o.lead(b, i, readings[key])
		} else if r := o.reading(i); wanted[key] {
			readings[key] = slices.Insert(readings[key], 0, r)
		}
		o.account(i)
	}
	return o.finish(b.Faults())
}

// reading is what the page says of a unit that another dialect leads.
func (o *openPage) reading(i int) fuse.Reading {
	r := fuse.Reading{Dialect: o.book.dialect, At: o.at}
	switch u := &o.page.units[i]; u.kind {
	case methodUnit:
		r.Op = o.operation(u)
	case typeUnit:
		r.Items = o.reader.TypeDecl(u.headings[0]).Items
	case groupUnit:
		o.group(u)
	}
	return r
}

// lead assembles a unit.
func (o *openPage) lead(b *assemble.Builder, i int, others []fuse.Reading) {
	from := len(b.Sightings)
	u := &o.page.units[i]
	unit := link.Unit{URL: o.page.front.URL, Client: b.Client, Dialect: o.book.dialect.Name()}
	switch u.kind {
	case groupUnit:
		o.facts.resources = append(o.facts.resources, o.group(u))
	case methodUnit:
		op := o.operation(u)
		o.fuse(fuse.Reading{Dialect: o.book.dialect, Op: op, At: o.at}, others)
		unit.Method = b.Method(op)
		unit.Values = decodeExamples(unit.Method)
	case typeUnit:
		decl := o.reader.TypeDecl(u.headings[0])
		o.fuse(fuse.Reading{Dialect: o.book.dialect, Items: decl.Items, At: o.at}, others)
		b.Domain(decl)
	case eventUnit:
		unit.Event = b.Event(o.reader.Event(u.headings[0]))
	}
	unit.Sightings = b.Sightings[from:]
	o.facts.at = append(o.facts.at, i)
	o.facts.units = append(o.facts.units, unit)
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
