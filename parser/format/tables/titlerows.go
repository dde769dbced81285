package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// cutTitleRows takes the last row off tables where it is but the title of what the table
// below lists, in bold: a line right below a table becomes one of its rows. The row becomes
// a text of its own, which announces that table.
func cutTitleRows(blocks []block, known titles) []block {
	for i := len(blocks) - 1; i >= 0; i-- {
		b := &blocks[i]
		if b.kind != tableBlock || len(b.table.Rows) < 2 {
			continue
		}
		last := len(b.table.Rows) - 1
		row := b.table.Rows[last]
		opens := opensCode(&row)
		if !isTitle(&row) && !opens {
			continue
		}
		end := b.end
		b.table.Rows, b.table.End, b.end = b.table.Rows[:last:last], row.Start, row.Start
		title := block{kind: textBlock, row: true, start: row.Start, end: min(row.End, end)}
		if opens {
			title.says = labelIn(strings.TrimSpace(row.Cell(0))+":", known)
		}
		blocks = slices.Insert(blocks, i+1, title)
	}
	return blocks
}

// opensCode reports whether a row has a name for what its last cell but begins: the tag of a template before
// code, which goes on below the table.
func opensCode(row *table.Row) bool {
	n := len(row.Cells)
	return n == 2 && strings.TrimSpace(row.Cells[0]) != "" && tagOfCode.MatchString(strings.TrimSpace(row.Cells[1]))
}

// tagOfCode is the tag of a template before code.
var tagOfCode = prefilter.MustCompile(`^\{(?:%-?|\{[<%])[ \t]*(?:highlight|codeblock|code)\b[^%>\n]*(?:%|[>%]\})\}$`)

// isTitle reports whether a row has one cell that is not empty, the first one, which
// announces in bold what is sent or answered.
func isTitle(row *table.Row) bool {
	first := strings.TrimSpace(row.Cell(0))
	if !strings.HasPrefix(first, "**") || !strings.HasSuffix(first, "**") || strings.TrimSpace(strings.Join(row.Cells[1:], "")) != "" {
		return false
	}
	return isFactSection(vocabulary.SectionOf(first))
}
