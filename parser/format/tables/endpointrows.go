package tables

import (
	"cmp"
	"slices"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// rowParts are the parts of a call that are rows of the table of labels and values which states its
// endpoint: names in code behind a label for what is sent.
//
//	| Method       | `GET`                       |
//	| Path         | `/boats`                    |
//	| Query params | `kind` (string, required)   |
func (s *document) rowParts(c *call) []part {
	var out []part
	for _, p := range c.parts {
		if out = append(out, p); p.kind != tableBlock || len(p.table.Head) != 2 || !s.isOfLabels(c, p.block) {
			continue
		}
		for k := range p.table.Rows {
			row := &p.table.Rows[k]
			label := prose.Plain(row.Cell(0))
			section, _ := s.sectionOf(label)
			start, end := s.cellAt(row, 1)
			if !isFactSection(section) || isShown(section) || start == end {
				continue
			}
			if t := cmp.Or(listed.CellNames(s.text, start, end), listed.CellLines(s.text, start, end)); t != nil {
				h := headOf(t)
				out = append(out, part{&block{kind: tableBlock, start: start, end: end, table: t, head: &h}, section, label, 0})
			}
		}
	}
	return out
}

// tellsOfNames is a cell that says of names in brackets what they are, in no code.
var tellsOfNames = prefilter.MustCompile(`(?i)[\w\]-]\s*[(（][^()（）]*\b(?:required|optional|mandatory|string|integer|number|boolean|array|object)\b[^()（）]*[)）]`)

// checkSentRows tells of rows for what is sent, of the table that states an endpoint, of which nothing was
// read.
func (r *reading) checkSentRows(c *call) {
	for _, p := range c.parts {
		if p.kind != tableBlock || len(p.table.Head) != 2 || !r.document.isOfLabels(c, p.block) {
			continue
		}
		for k := range p.table.Rows {
			row := &p.table.Rows[k]
			section, _ := r.document.sectionOf(prose.Plain(row.Cell(0)))
			start, end := r.document.cellAt(row, 1)
			if isFactSection(section) && !isShown(section) && start < end && tellsOfNames.MatchString(row.Cell(1)) && listed.CellNames(r.document.text, start, end) == nil && listed.CellLines(r.document.text, start, end) == nil {
				r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: start, End: end,
					Message: "the row lists what is sent, but not as names in code that commas part: nothing of it was read", Help: "put each name in code, with its type in brackets behind it"})
			}
		}
	}
}

// isOfLabels reports whether a table states an endpoint of a call in rows of its own for the verb and
// the path.
func (s *document) isOfLabels(c *call, b *block) bool {
	return slices.ContainsFunc(c.stated, func(f statement.Finding) bool {
		_, first := s.rowAt(f.Start)
		_, last := s.rowAt(f.End - 1)
		return b.start <= f.Start && f.End <= b.end && first != last
	})
}
