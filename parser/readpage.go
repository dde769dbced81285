package parser

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/assemble"
	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/page"
)

// A pageReader reads the units of one page after the other. Each worker has
// its own.
type pageReader struct {
	md   *page.Reader
	buf  []byte
	uses []dialect.Use
}

// A pageFacts is what the units of one page say.
type pageFacts struct {
	units     []link.Unit
	resources []link.Resource
	diags     diag.List
	// used are the bytes of the units that were read, by index.
	used map[int]model.Bytes
}

// read reads the listed units of a page.
func (p *pageReader) read(d dialect.Dialect, s *scanned, raw []byte, units []int) *pageFacts {
	clean, _, _ := page.Clean(raw)
	text := &page.Text{Bytes: clean, String: string(clean)}
	file := source.NewFile(s.path, clean)
	p.uses = append(p.uses[:0], make([]dialect.Use, len(clean))...)
	r := &dialect.Reader{
		Dialect: d, Page: text.String, Mark: p.mark,
		Blocks: func(start, end int) []page.Block { return p.md.Blocks(text, start, end) },
	}
	b := assemble.NewBuilder(file)
	out := &pageFacts{used: map[int]model.Bytes{}}
	for _, i := range units {
		from := len(b.Sightings)
		u := &s.units[i]
		facts := link.Unit{URL: s.front.URL}
		switch u.kind {
		case groupUnit:
			out.resources = append(out.resources, p.group(r, file, u))
		case methodUnit:
			facts.Method = b.Method(r.Operation(u.headings))
		case typeUnit:
			b.Domain(r.TypeDecl(u.headings[0]))
		}
		facts.Sightings = b.Sightings[from:]
		out.units = append(out.units, facts)
		out.used[i] = p.account(file, u, &out.diags)
	}
	out.report(file, r.Problems)
	out.report(file, b.Problems)
	return out
}

func (p *pageReader) mark(start, end int, use dialect.Use) {
	for i := start; i < end; i++ {
		p.uses[i] = use
	}
}

// group reads the heading of a resource and the prose below it.
func (p *pageReader) group(r *dialect.Reader, file *source.File, u *unit) link.Resource {
	h := u.headings[0]
	p.mark(h.Start, h.Body, dialect.Model)
	p.mark(h.Body, h.End, dialect.Docs)
	return link.Resource{
		Title: strings.Clone(h.Title),
		Doc:   strings.Clone(strings.TrimSpace(r.Page[h.Body:h.End])),
		Span:  file.Span(h.Start, h.Body),
	}
}

// account counts the bytes of a unit by use. A line belongs as a whole to what
// claimed its first claimed byte, list markers and indentation with it.
func (p *pageReader) account(file *source.File, u *unit, diags *diag.List) model.Bytes {
	out := model.Bytes{Total: int64(u.end - u.start)}
	unread := -1
	for i := u.start; i < u.end; {
		end := u.end
		if n := bytes.IndexByte(file.Text[i:u.end], '\n'); n >= 0 {
			end = i + n + 1
		}
		use := p.lineUse(file.Text, i, end)
		count(&out, use, int64(end-i))
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

// report turns problems into diagnostics.
func (f *pageFacts) report(file *source.File, problems []dialect.Problem) {
	for _, p := range problems {
		f.diags.Add(diag.Code(p.Code), diag.Warning, file.Span(p.Start, p.End), "%s", p.Message).Help = p.Help
	}
}
