package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// isStrong reports whether the block of an endpoint has more of a reference than
// the statement: a table of facts. Lines without marks are of the format that knows the page.
func (c *call) isStrong() bool { return c.rows > 0 }

// countRows is how many rows the tables of facts have that stand in the block.
func (c *call) countRows() int {
	n := 0
	for _, p := range c.parts {
		if p.kind == tableBlock && !(p.table.Unmarked && c.document.page.Surest != format.None) {
			if p.head.isFacts() || p.head.isDescribed(p.table) && (isFactSection(p.section) || c.isRightBelow(p)) {
				n += len(p.table.Rows)
			}
		}
	}
	return n
}

// isRightBelow reports whether a table of names with descriptions stands below the endpoint with
// no title between, or above it where but an example prints it, and the head of its names says that they are parameters, or attributes that
// a request with a body sends.
func (c *call) isRightBelow(p part) bool {
	if p.section == vocabulary.Endpoint && p.start > c.stated[0].Start && c.listsSlots(p) {
		return true
	}
	if p.section != vocabulary.Unknown || p.label != "" || p.start < c.stated[0].Start && !c.isPrintedBelow() {
		return false
	}
	head := p.table.Head[p.head.name]
	return namesParameters(head) || c.listsSlots(p) || p.head.description >= 0 && namesAttributes(head) && areKeys(p.table, p.head.name) && !slices.ContainsFunc(c.stated, func(f statement.Finding) bool { return bodiless(f.Operations[0].Verb) })
}

// listsSlots reports whether all rows of a table of names with descriptions are slots of the paths that
// a call states.
func (c *call) listsSlots(p part) bool {
	if p.head.description < 0 || !namesAttributes(p.table.Head[p.head.name]) {
		return false
	}
	for _, f := range c.stated {
		slots := names.Slots(slotPathAs(c.document.marks, f.Operations[0].Path))
		if len(slots) == 0 || slices.ContainsFunc(p.table.Rows, func(row table.Row) bool {
			return slotOf(slots, prose.NameOf(row.Cell(p.head.name)).Text) == ""
		}) {
			return false
		}
	}
	return len(p.table.Rows) > 0
}

// isPrintedBelow reports whether a section states its endpoint by a request in a fence alone, below
// a heading for examples and what the section lists.
func (c *call) isPrintedBelow() bool {
	s, at := c.document, c.stated[0].Start
	i := s.blockAt(at)
	return s.isFenced(at) && s.headed[i] >= 0 && s.sections.isExample(s.blocks[s.headed[i]].plain) && !s.isCommand(at)
}

// isStatement reports whether a block is but the statement of an endpoint.
func (c *call) isStatement(b *block) bool {
	return slices.ContainsFunc(c.stated, func(f statement.Finding) bool {
		if b.kind == textBlock && f.Start < b.start && b.end <= f.End {
			return strings.HasPrefix(strings.TrimLeft(c.document.text[b.start:b.end], " \t"), "<") // the path in tags below its verb
		}
		return b.start <= f.Start && f.Start < b.end && b.kind != headingBlock
	}) &&
		(b.kind == fenceBlock || b.kind == tagBlock || b.kind == tableBlock || strings.Count(c.document.text[b.start:b.end], "\n") < 3)
}
