package sdkdocs

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/fuse"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/page"
)

// A pageFacts is what the units of one page say.
type pageFacts struct {
	// at are the indices of the units, in the order of units.
	at        []int
	units     []link.Unit
	resources []link.Resource
	diags     diag.List
	// used are the bytes of the units that were read, by index.
	used map[int]model.Bytes
	// doubts and cuts say where the page announces more than it lists.
	doubts []link.Doubt
	cuts   []link.Cut
}

// An openPage is a page while it is read.
type openPage struct {
	dialectPages *dialectPages
	index        int
	page         *scanned
	file         *source.File
	reader       *dialect.Reader
	worker       *format.Worker
	facts        *pageFacts
	// gaps are what fusing found no counterpart for, by dialect; watch is that of
	// the run.
	gaps  map[string]gapsOf
	watch func(dialect string, t fuse.Tally)
	// origins are the methods of pages of other dialects that units take items from.
	origins []origin
}

// open loads a page again for the second round.
func (r *run) open(w *format.Worker, b *dialectPages, index int) (*openPage, error) {
	s := b.pages[index]
	open := w.Open
	if !b.base {
		open = w.OpenKept // places in it are told after the next page was read
	}
	read, err := open(s.path)
	if err != nil {
		return nil, err
	}
	clean, file, _ := r.scanner.unflattener.rebuild(read.File(), s.address.dialect)
	text := &page.Text{Bytes: clean, String: string(clean)}
	w.Clear(len(clean))
	return &openPage{
		dialectPages: b, index: index, page: s, file: file, worker: w,
		facts: &pageFacts{used: map[int]model.Bytes{}}, gaps: map[string]gapsOf{}, watch: r.watch,
		reader: &dialect.Reader{
			Dialect: b.dialect, Page: text.String, Mark: w.Mark,
			Blocks: func(start, end int) []page.Block { return w.Markdown.Blocks(text, start, end) },
		},
	}, nil
}

// read reads units of a page. Those that its dialect leads are assembled, with what
// other dialects say of them; others that are wanted become readings for the
// dialect that leads them.
func (o *openPage) read(units []int, wanted map[string]bool, readings map[string][]fuse.Reading) *pageFacts {
	b := format.NewUnits(o.file)
	b.Client = !o.dialectPages.dialect.Says(model.FactLocation)
	if o.dialectPages.dialect.Traits().IsExact() {
		b.Exact = model.Source(o.dialectPages.dialect.Name())
	}
	for _, i := range units {
		at := unitRef{o.index, i}
		key := o.dialectPages.key(at)
		diag.Naming("reading "+o.name(i), o.span(i), func() {
			if o.dialectPages.leads(at) {
				o.lead(b, i, readings[key])
			} else if r := o.reading(i); wanted[key] {
				readings[key] = slices.Insert(readings[key], 0, r)
			}
			u := &o.page.units[i]
			o.facts.used[i] = o.worker.Account(o.file, u.start, u.end, u.bytes(), &o.facts.diags)
		})
	}
	o.facts.units = b.List
	o.cut(b.Cuts())
	return o.finish(b)
}

// name is what a unit is called in messages: its method, or else its title.
func (o *openPage) name(i int) string {
	return cmp.Or(o.dialectPages.res.ids[unitRef{o.index, i}], o.page.units[i].title(), "a part without a title")
}

// span is the heading that a unit begins with.
func (o *openPage) span(i int) source.Span {
	h := o.page.units[i].headings[0]
	return o.file.Span(h.Start, h.Body)
}

// reading is what the page says of a unit that another dialect leads.
func (o *openPage) reading(i int) fuse.Reading {
	r := fuse.Reading{Dialect: o.dialectPages.dialect, File: o.file}
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
func (o *openPage) lead(b *format.Units, i int, others []fuse.Reading) {
	u := &o.page.units[i]
	unit := link.Unit{URL: o.page.front.URL, Client: b.Client, Dialect: o.dialectPages.dialect.Name()}
	switch u.kind {
	case groupUnit:
		o.facts.resources = append(o.facts.resources, o.group(u))
		b.List = append(b.List, unit)
	case methodUnit:
		op := o.operation(u)
		o.fuse(fuse.Reading{Dialect: o.dialectPages.dialect, Op: op}, others)
		o.adopted(i, others)
		b.Method(unit, op)
	case typeUnit:
		decl := o.reader.TypeDecl(u.headings[0])
		o.fuse(fuse.Reading{Dialect: o.dialectPages.dialect, Items: decl.Items}, others)
		b.Type(unit, decl)
	case eventUnit:
		event, example := o.reader.Event(u.headings[0])
		b.Event(unit, event, example)
	}
	o.facts.at = append(o.facts.at, i)
}

// operation reads a method. Its verb and path are those that made it one.
func (o *openPage) operation(u *unit) *decl.Operation {
	op := o.reader.Operation(u.headings)
	op.Verb, op.Path = u.verb, u.path
	return op
}

// fuse adds what other dialects say to a unit of the base.
func (o *openPage) fuse(base fuse.Reading, others []fuse.Reading) {
	fuse.Adopt(base, others)
	for _, other := range others {
		base.Known = append(base.Known, other.Dialect) // any of them may have been adopted from
	}
	for _, other := range others {
		tally, problems := fuse.Into(base, other)
		o.align(other.Dialect.Name(), tally)
		o.reader.Problems = append(o.reader.Problems, problems...)
	}
}

// finish turns the problems of a page into diagnostics.
func (o *openPage) finish(b *format.Units) *pageFacts {
	o.reportGaps()
	b.Report(&o.facts.diags, o.reader.Problems...)
	for _, p := range slices.Concat(o.reader.Problems, b.Problems) {
		o.doubt(p)
	}
	return o.facts
}

// group reads the heading of a resource and the prose below it.
func (o *openPage) group(u *unit) link.Resource {
	h := u.headings[0]
	o.worker.Mark(h.Start, h.Body, format.Model)
	o.worker.Mark(h.Body, h.End, format.Docs)
	return link.Resource{
		Title: strings.Clone(lastCrumb(h.Title)),
		Doc:   strings.Clone(strings.TrimSpace(o.reader.Page[h.Body:h.End])),
		Span:  o.file.Span(h.Start, h.Body),
	}
}
