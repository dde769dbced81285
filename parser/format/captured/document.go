package captured

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
	"github.com/docgen-go/docgen/parser/page"
)

// A document is a whole file of one side.
type document struct {
	name     string // as the capture gives it, or ""
	dialect  dialect.Dialect
	elements []element
	// methods are the methods on the page, in order.
	methods []method
	at      int32
}

// A method is what identifies one on all pages.
type method struct {
	verb, path string
	// names lead to it, as the signature of a language prints them.
	names []string
	title string
}

func (m method) endpoint() string { return m.verb + " " + m.path }

// read makes a document of the lines of one side.
func read(lines []diffLine, on side, d dialect.Dialect) *document {
	doc := &document{dialect: d}
	s := scanner{dialect: d}
	signature, title := "", ""
	for _, r := range lines {
		text, ok := r.on(on)
		if !ok {
			continue
		}
		if doc.at == 0 {
			doc.at = r.at
		}
		e := s.element(text, r.at)
		doc.elements = append(doc.elements, e)
		if e.kind == headingLine {
			title = e.text
		}
		if code, ok := page.CodeSpan(text); ok && e.kind == textLine && !e.nested {
			signature = code
		}
		if verb, path, ok, _ := dialect.VerbLine(text); ok {
			doc.methods = append(doc.methods, method{verb, path, namesOf(d, signature), title})
			signature = ""
		}
	}
	return doc
}

func namesOf(d dialect.Dialect, signature string) []string {
	if d == nil || signature == "" {
		return nil
	}
	s, _ := d.Signature(signature)
	return s.Names
}

// unitOf is the method of the document with that verb and path.
func (d *document) unitOf(endpoint string) unit {
	for _, m := range d.methods {
		if m.endpoint() == endpoint {
			return unit{title: m.title, verb: m.verb, path: m.path}
		}
	}
	return unit{}
}

// title is the first heading that is not of a section.
func (d *document) title() string {
	for _, e := range d.elements {
		if s, _ := dialect.SectionOf(e.text); e.kind == headingLine && s == dialect.NoSection {
			return e.text
		}
	}
	return ""
}

// A group is the items of one section of the document, as indices of elements.
type group struct {
	// key names the section alike in all dialects.
	key   string
	items []int
}

// groups are the sections that hold items. All sections of parameters of a
// method are one, because not all dialects part them.
func (d *document) groups() []group {
	var out []group
	unit, part, methods := "", "", 0
	for i, e := range d.elements {
		switch e.kind {
		case headingLine:
			part = ""
			switch s, _ := dialect.SectionOf(e.text); {
			case s == dialect.NoSection:
				unit = "type " + rendered.Fold(e.text)
			case s == dialect.ReturnsSection:
				part = "returns"
			case s != dialect.DomainTypes:
				part = "parameters"
			}
		case textLine:
			if _, _, ok, _ := dialect.VerbLine(e.text); ok && !e.nested && methods < len(d.methods) {
				unit = d.methods[methods].endpoint()
				methods++
			}
		case itemLine:
			key := strings.TrimSpace(unit + " " + part)
			if n := len(out); n == 0 || out[n-1].key != key {
				out = append(out, group{key: key})
			}
			last := &out[len(out)-1]
			last.items = append(last.items, i)
		}
	}
	return out
}

// flat is the items of a group as they lost their nesting.
func (d *document) flat(g group) []rendered.Flat {
	out := make([]rendered.Flat, len(g.items))
	for i, at := range g.items {
		out[i] = rendered.Flat{Item: d.elements[at].item, Top: !d.elements[at].nested}
	}
	return out
}
