// Package table reads the tables of a page, pipe tables and those in HTML, into
// rows of cells with places. It knows nothing of what the cells say.
//
// It is not part of the compatibility promise.
package table

import (
	"strings"
	"unicode"
)

// A Table is a head and rows. Offsets are those of the page.
type Table struct {
	Head []string
	Rows []Row
	// HeadRow is the head as a row, for one that turns out to be none.
	HeadRow Row
	// Start and End enclose the whole table.
	Start, End int
	// Answer says that the table lists members of an answer, whatever stands above it.
	Answer bool
	// Unmarked says that the rows are lines of text without the mark of a list, as pages of other
	// formats have them, too.
	Unmarked bool
	// Apart are the lines after a gap that [Table.GoOn] added.
	Apart []Row
	// Unruled says that no rule parts its head from its rows.
	Unruled bool
	// Inline says that its rows are names in a line of text, behind the label for them.
	Inline bool
}

// A Row is the cells of one row, as printed.
type Row struct {
	Cells []string
	// Start and End enclose the text of the row, without blanks around it.
	Start, End int
	// Ragged says that the row has more cells than the head, or lacks some that no
	// row may leave out.
	Ragged bool
	// Lead is how many blanks stand before the text of the first cell.
	Lead int
}

// Cell returns the cell of a column, or "" where the row lacks it.
func (r *Row) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return r.Cells[column]
}

// Continue makes the table go on with another one of as many columns: its head is a
// row like the others. It reports whether it can be.
func (t *Table) Continue(other *Table) bool {
	if len(t.HeadRow.Cells) == 0 || len(t.Head) > len(other.Head) {
		return false
	}
	t.Rows = append([]Row{t.HeadRow}, t.Rows...)
	t.Head, t.HeadRow = other.Head, Row{}
	return true
}

// Pipe reads the pipe table that begins at text[start:], if there is one: a line of
// cells above a rule. It ends with the first line that has no bar.
func Pipe(text string, start, end int) *Table {
	first := lineEnd(text, start, end)
	second := lineEnd(text, first, end)
	if first == second || !strings.Contains(text[start:first], "|") || !isRule(text[first:second]) {
		return nil
	}
	t := &Table{Head: cells(unquoted(text[start:first])), Start: start, End: second}
	t.HeadRow = Row{Cells: t.Head, Start: start, End: start + len(strings.TrimRight(text[start:first], " \t\n"))}
	for t.End < end {
		next := lineEnd(text, t.End, end)
		line := text[t.End:next]
		if strings.TrimSpace(line) == "" || !continues(line) {
			if t.wraps(text, end) {
				continue
			}
			break
		}
		t.Add(text, t.End, next)
		t.End = next
	}
	return t
}

// GoOn adds the line text[start:end] to a pipe table that ended above it, if it is a row
// between bars with as many cells as the head has. It reports whether it did.
func (t *Table) GoOn(text string, start, end int) bool {
	line := strings.TrimSpace(unquoted(text[start:end]))
	if len(line) < 2 || line[0] != '|' || line[len(line)-1] != '|' || len(t.HeadRow.Cells) == 0 || len(cells(line)) != len(t.Head) {
		return false
	}
	gap := t.End < start
	t.Add(text, start, end)
	if t.End = end; gap {
		t.Apart = append(t.Apart, t.Rows[len(t.Rows)-1])
	}
	return true
}

// unquoted is a line of a table without the marks of a quote before its first bar.
func unquoted(line string) string {
	rest := strings.TrimLeft(line, " \t")
	if !strings.HasPrefix(rest, ">") {
		return line
	}
	if rest = strings.TrimLeft(rest, "> \t"); strings.HasPrefix(rest, "|") {
		return rest
	}
	return line
}

// continues reports whether a line goes on with a table: it has a bar, and opens no
// other block.
func continues(line string) bool {
	trimmed := strings.TrimLeft(line, " \t")
	return (strings.Contains(line, "|") || strings.Count(line, wideBar) > 1) && trimmed[0] != '#' && !strings.HasPrefix(trimmed, "```")
}

// wideBar is the bar of full width, which stands in the place of a bar where the keyboard was
// left in another script.
const wideBar = "｜"

// cellsOf are the cells of a row below the head: those that bars of full width part, too, where
// there are too few without.
func (t *Table) cellsOf(row string) []string {
	out := cells(row)
	if len(out) < len(t.Head) && strings.Contains(row, wideBar) {
		if wide := cells(strings.ReplaceAll(row, wideBar, "|")); len(wide) <= len(t.Head) {
			return wide
		}
	}
	return out
}

// Add adds the line text[start:end] as a row, for readers who know that it is one though
// it stands apart.
func (t *Table) Add(text string, start, end int) {
	line := unquoted(text[start:end])
	r := Row{Cells: t.cellsOf(line), Lead: leadOf(line)}
	if t.goesOnAbove(line, &r, end) || isRuleRow(r.Cells) {
		return
	}
	r.Start = start + len(text[start:end]) - len(strings.TrimLeft(text[start:end], " \t"))
	r.End = start + len(strings.TrimRight(text[start:end], " \t\n"))
	r.Ragged = len(r.Cells) > len(t.Head) && strings.TrimSpace(strings.Join(r.Cells[len(t.Head):], "")) != ""
	t.Rows = append(t.Rows, r)
}

func lineEnd(text string, i, end int) int {
	if n := strings.IndexByte(text[i:end], '\n'); n >= 0 {
		return i + n + 1
	}
	return end
}

// isRule reports whether a line parts the head of a table from its rows.
func isRule(line string) bool {
	line = strings.TrimSpace(unquoted(line))
	return strings.Contains(line, "-") && strings.Contains(line, "|") && strings.Trim(line, "|:- \t") == "" ||
		strings.Contains(line, "--") && strings.Trim(line, "|:- \t+") == "" && strings.Contains(line, "|")
}

// cells are the cells of a row, trimmed. Bars in code spans and behind a backslash
// are text.
func cells(row string) []string {
	row = strings.TrimSpace(row)
	row = strings.TrimPrefix(row, "|")
	var out []string
	start, code := 0, 0
	for i := 0; i < len(row); i++ {
		switch row[i] {
		case '\\':
			i++
		case '`':
			n := run(row[i:])
			switch {
			case code == 0 && closes(row[i+n:], n):
				code = n
			case code == n:
				code = 0
			}
			i += n - 1
		case '|':
			if code == 0 {
				out = append(out, unescape(row[start:i]))
				start = i + 1
			}
		}
	}
	if last := unescape(row[start:]); last != "" {
		out = append(out, last)
	}
	return out
}

// run is how many backticks a text starts with.
func run(s string) int {
	n := 0
	for n < len(s) && s[n] == '`' {
		n++
	}
	return n
}

// closes reports whether a code span of n backticks ends in the rest of its row
// before a bar that can only part cells.
func closes(rest string, n int) bool {
	bars := 0
	for i := 0; i < len(rest); i++ {
		switch {
		case rest[i] == '`':
			k := run(rest[i:])
			if k == n {
				return bars == 0 || !strings.HasPrefix(strings.TrimLeft(rest[i+k:], " "), "`") && bars < 8 && !spansCells(rest[:i])
			}
			i += k - 1
		case rest[i] == '|' && (i == 0 || rest[i-1] != '\\'):
			bars++
		}
	}
	return false
}

// spansCells reports whether the content of a code span looks like the end of one
// cell and the start of others: a bar with blanks on both sides.
func spansCells(content string) bool { return strings.Contains(content, " | ") }

// isRuleRow reports whether a row is a rule that parts the rows above from those below: all of its cells
// are lines of three dashes or more.
func isRuleRow(cells []string) bool {
	for _, cell := range cells {
		if len(cell) < len("---") || strings.Trim(cell, "-:") != "" {
			return false
		}
	}
	return len(cells) > 1
}

// goesOnAbove adds the cells of a row to those of the row above it where a mark behind its last
// bar says that it goes on with these: |^. It reports whether it did.
func (t *Table) goesOnAbove(line string, r *Row, end int) bool {
	line = strings.TrimRight(line, " \t\n")
	if len(t.Rows) == 0 || !strings.HasSuffix(line, "|^") && !strings.HasSuffix(line, "|+") {
		return false
	}
	above := &t.Rows[len(t.Rows)-1]
	for i, cell := range r.Cells[:min(len(r.Cells)-1, len(t.Head))] {
		for len(above.Cells) <= i {
			above.Cells = append(above.Cells, "")
		}
		above.Cells[i] = strings.TrimSpace(above.Cells[i] + " " + cell)
	}
	above.End = end - 1
	return true
}

// leadOf is how many blanks stand behind the bar that begins a row.
func leadOf(line string) int {
	first, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), "|")
	if !ok {
		return 0
	}
	return len(first) - len(strings.TrimLeft(first, " "))
}

// unescape is a cell without the blanks around it. Those of other widths at its start stay: they
// mark nesting.
func unescape(cell string) string {
	return strings.ReplaceAll(strings.TrimRightFunc(strings.TrimLeft(cell, " \t"), unicode.IsSpace), `\|`, "|")
}
