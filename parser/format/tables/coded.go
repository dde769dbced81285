package tables

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	// codeLabel is a line of code that is but a label.
	codeLabel = prefilter.MustCompile(`(?m)^[ \t]*(\p{Lu}[\p{L} -]{1,30}|\p{Lo}{2,12}) ?[:：][ \t]*\n`)
	// codeFact is one that is a label with what it says behind it.
	codeFact = prefilter.MustCompile(`^(\p{L}[\p{L} -]{1,30}) ?[:：][ \t]*(.*)$`)
)

// cutCoded cuts fences that state an endpoint and list its parameters below a label: the
// statement, the label, and the list as a table.
//
//	URI: /boats
//	Method: GET
//	Args:
//	    colour: Which ones. [required]
func (s *document) cutCoded() {
	var out []block
	for i, b := range s.blocks {
		parts := s.codedParts(&b)
		if len(parts) > 0 && out == nil {
			out = append(out, s.blocks[:i]...)
		}
		if len(parts) == 0 {
			parts = []block{b}
		}
		if out != nil {
			out = append(out, parts...)
		}
	}
	if out != nil {
		s.blocks = out
	}
}

// A codedSection is what stands in a fence below one of its labels.
type codedSection struct {
	from, to, end int // of the label, of what stands below it, and where that ends
	section       vocabulary.Section
}

// codedSections are the sections of a fence, by the labels that are indented as little as the
// first of them.
func (s *document) codedSections(b *block) []codedSection {
	var out []codedSection
	base := -1
	for _, m := range codeLabel.FindAllStringSubmatchIndex(s.text[b.inner:b.innerEnd], -1) {
		indent := m[2] - m[0]
		if base < 0 {
			base = indent
		}
		if indent > base {
			continue
		}
		from := b.inner + m[0]
		if len(out) > 0 {
			out[len(out)-1].end = from
		}
		out = append(out, codedSection{from, b.inner + m[1], b.innerEnd, vocabulary.SectionOf(s.text[b.inner+m[2] : b.inner+m[3]])})
	}
	return out
}

// codedParts are the parts of a fence that lists parameters, or nil.
func (s *document) codedParts(b *block) []block {
	if b.kind != fenceBlock || b.indented || !s.labels(b) {
		return nil
	}
	var out []block
	end := b.end
	sections := s.codedSections(b)
	for i, c := range slices.Backward(sections) {
		var t *table.Table
		if isFactSection(c.section) {
			t = listed.Coded(s.text, c.to, c.end)
		}
		switch {
		case t != nil:
			t.End = end
			out = append([]block{{kind: textBlock, start: c.from, end: c.to - 1}, {kind: tableBlock, start: c.to, end: end, table: t}}, out...)
		case isFactSection(c.section) && c.section != vocabulary.Response:
			return nil
		case i > 0 && hasRead(sections[:i]):
			out = append([]block{{kind: textBlock, start: c.from, end: end}}, out...)
		default:
			continue
		}
		end = c.from
	}
	if end == b.end {
		return nil
	}
	stated := *b
	stated.end, stated.innerEnd = end, end
	return append([]block{stated}, out...)
}

// hasRead reports whether one of the sections of a fence lists parameters or members.
func hasRead(sections []codedSection) bool {
	return slices.ContainsFunc(sections, func(c codedSection) bool { return isFactSection(c.section) })
}

// labels reports whether a fence states an endpoint behind labels.
func (s *document) labels(b *block) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(s.text[b.inner:b.innerEnd]), "\n")
	if !codeFact.MatchString(first) {
		return false
	}
	i := sort.Search(len(s.found), func(i int) bool { return s.found[i].Start >= b.inner })
	return i < len(s.found) && s.found[i].Start < b.innerEnd && s.found[i].Form == statement.Stated
}

// checkCoded reports what a fence says besides the endpoint that it states behind labels, and
// that nothing was read of.
func (r *reading) checkCoded(c *call) {
	s := r.document
	for _, p := range c.parts {
		if p.kind != fenceBlock || p.indented || !s.labels(p.block) {
			continue
		}
		at := p.inner
		for line := range strings.Lines(s.text[p.inner:p.innerEnd]) {
			start := at
			at += len(line)
			m := codeFact.FindStringSubmatch(strings.TrimSpace(line))
			if m == nil || c.statesAt(start) || !isFactSection(vocabulary.SectionOf(m[1])) {
				continue
			}
			r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: start, End: start + len(strings.TrimRight(line, " \t\n")),
				Message: "the line says " + quoted(m[1]) + " of the endpoint, of which nothing was read: they are in the model only where something else lists or shows them"})
		}
	}
}

// queryText is what a query or a form holds, on one line.
var queryText = prefilter.MustCompile(`^[?]?[A-Za-z_][\w.\[\]-]*=[^&\s]*(?:&[A-Za-z_][\w.\[\]-]*=[^&\n]*)+$`)

// checkQueryText reports fences below labels for what is sent that hold but names with values
// of a query: examples, of which nothing is read.
func (r *reading) checkQueryText(c *call) {
	for _, p := range c.parts {
		if p.kind != fenceBlock || c.isStatement(p.block) {
			continue
		}
		switch p.section {
		case vocabulary.Request, vocabulary.Query, vocabulary.Body, vocabulary.Form, vocabulary.RequestExample:
		default:
			continue
		}
		names := map[string]bool{}
		if text := strings.TrimSpace(r.document.text[p.inner:p.innerEnd]); queryText.MatchString(text) {
			for pair := range strings.SplitSeq(strings.TrimPrefix(text, "?"), "&") {
				name, _, _ := strings.Cut(pair, "=")
				names[name] = true
			}
		}
		listed := c.attributeNames()
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if !listed[name] {
				r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: p.inner, End: p.innerEnd,
					Message: "the example sends " + quoted(name) + " and perhaps others that no list has: they are no parameters of the method", Help: "list them in a table below the endpoint"})
				break
			}
		}
	}
}

// statesAt reports whether a statement of the call lies around an offset.
func (c *call) statesAt(offset int) bool {
	for _, f := range c.stated {
		if f.Start <= offset && offset < f.End {
			return true
		}
	}
	return false
}
