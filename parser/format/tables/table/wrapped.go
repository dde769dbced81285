package table

import "strings"

// mostWrapped is how many lines the last cell of a row goes on in.
const mostWrapped = 8

// wraps adds lines without bars right below a row to its last cell, if a row with all cells stands
// right below them: the cell was written with line breaks. It reports whether there are any.
func (t *Table) wraps(text string, end int) bool {
	if len(t.Rows) == 0 || len(t.Head) < 2 || len(t.Rows[len(t.Rows)-1].Cells) < len(t.Head) {
		return false
	}
	at := t.End
	for n := 0; at < end; n++ {
		next := lineEnd(text, at, end)
		line := text[at:next]
		if strings.Contains(line, "|") {
			if n == 0 || !t.isRowAbove(text, line, next, end) {
				return false
			}
			break
		}
		if n == mostWrapped || opensBlock(line) {
			return false
		}
		at = next
	}
	if at >= end {
		return false
	}
	last := &t.Rows[len(t.Rows)-1]
	for line := range strings.Lines(text[t.End:at]) {
		last.Cells[len(t.Head)-1] = strings.TrimSpace(last.Cells[len(t.Head)-1] + "<br>" + strings.TrimSpace(line))
	}
	last.End = t.End + len(strings.TrimRight(text[t.End:at], " \t\n"))
	t.End = at
	return true
}

// isRowAbove reports whether a line has all cells of the table, and no rule below it that makes it
// the head of another one.
func (t *Table) isRowAbove(text, line string, next, end int) bool {
	return len(cells(line)) == len(t.Head) && !isRule(text[next:lineEnd(text, next, end)])
}

// opensBlock reports whether a line is blank or begins something else than text.
func opensBlock(line string) bool {
	line = strings.TrimSpace(line)
	if line == "" || strings.IndexByte("#>-*+<|", line[0]) >= 0 || strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~") {
		return true
	}
	digits := strings.TrimLeft(line, "0123456789")
	return len(digits) < len(line) && (strings.HasPrefix(digits, ". ") || strings.HasPrefix(digits, ") "))
}
