package tables

import (
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/page"
)

// cutPages finds pages with endpoints that end in the middle of something: what stood below is
// unknown. So are endpoints of pages that list attributes and end in a row or a fence.
func (b *pageSet) cutPages(out *format.Result) {
	for _, s := range b.documents {
		if len(s.blocks) == 0 || len(s.calls) == 0 && !s.listsAttributes() {
			continue
		}
		within, start := s.cutWithin()
		if len(s.calls) == 0 {
			within, start = s.cutInside()
		}
		if within == "" {
			continue
		}
		end := len(strings.TrimRight(s.text, " \t\r\n"))
		line, _, _ := strings.Cut(s.text[start:end], "\n")
		d := model.Doubt{Kind: model.DoubtEnd, Span: s.file.Span(start, start+len(line)), Reason: "the page ends in " + within, Page: strings.TrimSuffix(s.page.Path, path.Ext(s.page.Path))}
		for _, e := range b.of[s] {
			if e.call == s.calls[len(s.calls)-1] {
				d.Methods = append(d.Methods, e.id)
			}
		}
		out.Diags.Add("cut-page", diag.Warning, d.Span, "%s", d.Reason).Help = "if the page was cut on its way, fetch it again; else end it with what it announces"
		out.Input.Doubts = append(out.Input.Doubts, link.Doubt{Doubt: d})
	}
}

// listsAttributes reports whether a table of the page lists attributes.
func (s *document) listsAttributes() bool {
	return slices.ContainsFunc(s.blocks, func(b block) bool { return b.kind == tableBlock && b.head.isFacts() })
}

// cutInside returns what the page ends in the middle of by its marks alone, or "", and where
// that begins.
func (s *document) cutInside() (within string, start int) {
	if fences := page.Fences(s.bytes, s.page.Front.End); len(fences) > 0 {
		if last := fences[len(fences)-1]; !last.Closed && strings.TrimSpace(s.text[last.End:]) == "" {
			return "a fence that is not closed", last.Start
		}
	}
	if last := &s.blocks[len(s.blocks)-1]; last.kind == tableBlock && len(last.table.Rows) > 0 {
		return s.cutTable(last)
	}
	return "", 0
}

// cutWithin returns what the page ends in the middle of, or "", and where that begins.
func (s *document) cutWithin() (within string, start int) {
	if within, start := s.cutInside(); within != "" {
		return within, start
	}
	last := &s.blocks[len(s.blocks)-1]
	switch last.kind {
	case headingBlock:
		section, _ := s.sectionOf(last.plain)
		if isFactSection(section) || section == vocabulary.RequestExample || section == vocabulary.ResponseExample {
			return "the heading of a section, without what stands below it", last.start
		}
		if s.levelOfCalls() == last.level {
			return "a heading as endpoints have, without what stands below it", last.start
		}
	case textBlock:
		text := s.text[last.start:last.end]
		if l := last.label(s.text, s.sections); l.section != vocabulary.Unknown && !strings.Contains(text, "\n") && endsInColon(text) {
			return "a label, without what it announces", last.start
		}
	case tableBlock:
		return s.cutTable(last)
	}
	return "", 0
}

// levelOfCalls is the level of the headings that the endpoints of the page have, or 0 where
// they have several or none.
func (s *document) levelOfCalls() int {
	level := 0
	for _, c := range s.calls {
		i := s.headingOf(c.stated[0].Start)
		if i < 0 || level != 0 && s.blocks[i].level != level {
			return 0
		}
		level = s.blocks[i].level
	}
	return level
}

// endsInColon reports whether a text ends in a colon, perhaps within marks.
func endsInColon(text string) bool {
	text = strings.TrimRight(text, " *_`")
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}

// cutTable reports whether a table that ends the page has no rows, or a last row without the
// bar at its end that those above it have.
func (s *document) cutTable(b *block) (within string, start int) {
	t := b.table
	if len(t.Rows) == 0 {
		return "the head of a table without rows", b.start
	}
	closed := func(start, end int) bool { return strings.HasSuffix(strings.TrimSpace(s.text[start:end]), "|") }
	row := t.Rows[len(t.Rows)-1]
	if closed(t.HeadRow.Start, t.HeadRow.End) && row.End <= len(s.text) && strings.HasPrefix(strings.TrimSpace(s.text[row.Start:row.End]), "|") && !closed(row.Start, row.End) {
		return "a row of a table that is not closed", row.Start
	}
	return "", 0
}
