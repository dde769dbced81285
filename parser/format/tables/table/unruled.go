package table

import "strings"

// Unruled reads the rows between bars that begin at text[start:], the first of which is a head by its
// words, though no rule parts it from the others. It is nil where fewer than two rows stand there.
func Unruled(text string, start, end int, isHead func(cells []string) bool) *Table {
	first := lineEnd(text, start, end)
	line := strings.TrimSpace(unquoted(text[start:first]))
	if len(line) < 2 || line[0] != '|' || line[len(line)-1] != '|' {
		return nil
	}
	t := &Table{Head: cells(line), Start: start, End: first, Unruled: true}
	if len(t.Head) < 2 || !isHead(t.Head) {
		return nil
	}
	t.HeadRow = Row{Cells: t.Head, Start: start, End: start + len(strings.TrimRight(text[start:first], " \t\n"))}
	for t.End < end {
		next := lineEnd(text, t.End, end)
		if row := strings.TrimSpace(unquoted(text[t.End:next])); row == "" || row[0] != '|' || isRule(row) {
			break
		}
		t.Add(text, t.End, next)
		t.End = next
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}
