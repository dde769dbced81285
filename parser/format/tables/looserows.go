package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// checkRows reports rows that no table has as the page is written: those that a gap parts
// from the table above, which are read, and those below no rule, which are not.
func (r *reading) checkRows() {
	for i := range r.document.blocks {
		b := &r.document.blocks[i]
		switch b.kind {
		case textBlock:
			if !b.row {
				r.checkLooseRows(b)
			}
		case tableBlock:
			if b.table.Unruled {
				r.problems = append(r.problems, decl.Problem{Code: "loose-rows", Severity: diag.Warning, Start: b.table.HeadRow.Start, End: b.table.HeadRow.End,
					Message: "no rule parts this head from the rows below it: they are text as the page is shown, and are read as a table", Help: "put a rule (|---|---|) below the head"})
			}
			for _, row := range b.table.Apart {
				r.problems = append(r.problems, decl.Problem{Code: "loose-rows", Severity: diag.Warning, Start: row.Start, End: row.End,
					Message: "a gap parts this row from the table above: it is text as the page is shown, and is read as a row of the table",
					Help:    "take out the blank line or the comment before it, or put a head and a rule above it"})
			}
		}
	}
}

// isHeadRow reports whether all cells are heads of columns that the vocabulary knows, one of them
// that of names.
func isHeadRow(cells []string) bool {
	named := false
	for _, cell := range cells {
		c := vocabulary.ColumnOf(prose.Plain(cell))
		if c == vocabulary.Other {
			return false
		}
		named = named || c == vocabulary.Name
	}
	return named
}

// checkLooseRows reports lines of a text that are rows between bars: no rule stands
// below the first of them.
func (r *reading) checkLooseRows(b *block) {
	text := r.document.text[b.start:b.end]
	if !strings.Contains(text, "|") && !strings.Contains(text, "｜") {
		return
	}
	start, end, lines, at := -1, 0, 0, b.start
	for line := range strings.Lines(text) {
		if isLooseRow(line) {
			if start < 0 {
				start, lines = at, 0
			}
			end = at + len(strings.TrimRight(line, " \t\n"))
			lines++
		} else if start >= 0 {
			break
		}
		at += len(line)
	}
	if start < 0 {
		return
	}
	message := "no rule parts a head from these rows, so that they are no table: they are documentation"
	if lines == 1 {
		message = "no head and no rule stand above this row, so that it is no table: it is documentation"
	}
	help := "write a head and a rule (|---|---|) above the rows, right below each other"
	if r.document.callAt(b.start) == nil {
		r.problems = append(r.problems, decl.Problem{Code: "loose-rows", Severity: diag.Warning, Start: start, End: end, Message: message, Help: help})
		return
	}
	r.unread(start, end, "loose-rows", message, help)
}

// isLooseRow reports whether a line is at least two cells between bars, narrow or wide.
func isLooseRow(line string) bool {
	line = strings.Trim(line, "> \t\n")
	for _, bar := range []string{"|", "｜"} {
		if strings.HasPrefix(line, bar) && strings.HasSuffix(line, bar) && strings.Count(line, bar) > 2 {
			return true
		}
	}
	return false
}

var _ = diag.Register(diag.Entry{
	Code: "loose-rows", Severity: diag.Error,
	Title:   "rows stand in no table",
	Why:     "A table in Markdown is a head, a rule of dashes below it and rows, without a gap. Rows behind a gap are read as those of the table above, and rows without a rule below a head whose columns are all known as a table (warnings). Of other rows without a head or a rule nothing is in the model.",
	Help:    "Write a head and a rule (|---|---|) above the rows, and take out blank lines and comments between them.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\nFurther ones:\n\n| `slowly` | boolean | no |\n",
})
