package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// cellParts are the parts that the cells of a row are which alone states the endpoint of a call, in columns
// for what is sent or answered: names in code, objects as scripts abbreviate them, and JSON.
//
//	| POST | /boats | Adds a boat | `{ name, length? }` | `{"id": 1}` |
func (s *document) cellParts(c *call) []part {
	b, row := s.rowAt(c.start)
	if row == nil {
		return nil
	}
	var out []part
	for k, head := range b.table.Head {
		label := prose.Plain(head)
		section, status := s.sectionOf(label)
		if !isFactSection(section) && !isShown(section) {
			continue
		}
		start, end := s.cellAt(row, k)
		if start == end {
			continue
		}
		if p := s.cellPart(start, end); p != nil {
			out = append(out, part{p, showingIn(section, p.kind), label, status})
		}
	}
	slices.SortFunc(out, func(p, q part) int { return p.start - q.start })
	return out
}

// cellPart is the block that a cell is which stands between two offsets, or nil.
func (s *document) cellPart(start, end int) *block {
	cell := s.text[start:end]
	m := jsonSpan.FindStringSubmatchIndex(cell)
	if m == nil || !isJSON(cell[m[2]:m[3]]) { // types may stand in the place of values: {"name": String}
		if t := listed.CellNames(s.text, start, end); t != nil {
			h := headOf(t)
			return &block{kind: tableBlock, start: start, end: end, table: t, head: &h}
		}
	}
	if m == nil || !isRelaxed(cell[m[2]:m[3]]) {
		return nil
	}
	return &block{kind: fenceBlock, start: start, end: end, info: "json", inner: start + m[2], innerEnd: start + m[3]}
}

// showingIn is the section of a block in a cell: JSON is an example.
func showingIn(section vocabulary.Section, kind kind) vocabulary.Section {
	switch {
	case kind != fenceBlock:
		return section
	case section == vocabulary.Response || section == vocabulary.ResponseExample:
		return vocabulary.ResponseExample
	}
	return vocabulary.RequestExample
}

// rowAt is the table and its row that stand at an offset, or nil.
func (s *document) rowAt(offset int) (*block, *table.Row) {
	i := s.blockAt(offset)
	if i == len(s.blocks) || s.blocks[i].kind != tableBlock {
		return nil, nil
	}
	b := &s.blocks[i]
	for k := range b.table.Rows {
		if row := &b.table.Rows[k]; row.Start <= offset && offset < row.End {
			return b, row
		}
	}
	return nil, nil
}

// cellAt is where the text of a cell stands, or nowhere where the page prints it otherwise.
func (s *document) cellAt(row *table.Row, column int) (start, end int) {
	at := row.Start
	for k := 0; k <= column; k++ {
		cell := strings.TrimSpace(row.Cell(k))
		i := strings.Index(s.text[at:row.End], cell)
		if i < 0 {
			return 0, 0
		}
		start, end = at+i, at+i+len(cell)
		at = end
	}
	return start, end
}

// bodyCells are the cells in columns for what is sent, of the row that alone states the endpoint of a call.
func (s *document) bodyCells(c *call) (cells []string) {
	b, row := s.rowAt(c.start)
	if row == nil {
		return nil
	}
	for k, head := range b.table.Head {
		switch section, _ := s.sectionOf(prose.Plain(head)); section {
		case vocabulary.Body, vocabulary.Request, vocabulary.RequestExample:
			cells = append(cells, strings.TrimSpace(row.Cell(k)))
		}
	}
	return cells
}

// sendsNothing reports whether the row of an index says that its endpoint is sent no body.
func (s *document) sendsNothing(c *call) bool {
	return slices.ContainsFunc(s.bodyCells(c), func(cell string) bool {
		return cell != "" && strings.Trim(cell, "-—– ") == "" || vocabulary.IsNothing(prose.Plain(cell))
	})
}
