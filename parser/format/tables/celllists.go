package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// bulleted is a line that begins an item of a list.
var bulleted = prefilter.MustCompile(`^\s*[-*+]\s+\S`)

// cellList takes a list at an offset into the last cell of the table above it, and the rows
// behind the list into the table; it returns the offset behind them, or the one it was given.
// Programs that write pages from HTML print a list in a cell so: the table, which has no bars
// around its rows, ends before it, and goes on behind it.
func (s *blockScan) cellList(i int) int {
	last := len(s.out) - 1
	if s.open != 0 || last < 0 || s.out[last].kind != tableBlock || !bulleted.MatchString(s.text[i:lineEnd(s.text, i)]) {
		return i
	}
	t := s.out[last].table
	if len(t.Rows) == 0 || !isUnbarred(s.text[t.HeadRow.Start:t.HeadRow.End]) || strings.TrimSpace(s.text[t.End:i]) != "" {
		return i
	}
	items, end, next := s.listLines(i)
	goesOn := next < len(s.text) && isRowOf(s.text[next:lineEnd(s.text, next)], len(t.Head))
	if !goesOn && t.End != i {
		return i // a list below the table
	}
	row := &t.Rows[len(t.Rows)-1]
	for len(row.Cells) < len(t.Head) {
		row.Cells = append(row.Cells, "")
	}
	row.Cells[len(row.Cells)-1] += "<br>- " + strings.Join(items, "<br>- ")
	row.End, t.End = end, end
	at := end
	for at = next; goesOn && at < len(s.text); {
		lineEnds := lineEnd(s.text, at)
		if !isRowOf(s.text[at:lineEnds], len(t.Head)) {
			break
		}
		t.Add(s.text, at, lineEnds)
		t.End, at = lineEnds, lineEnds
	}
	s.out[last].end = t.End
	return max(t.End, end)
}

// listLines returns the items of the list at an offset, where it ends, and where what is
// neither blank nor of it begins.
func (s *blockScan) listLines(i int) (items []string, end, next int) {
	for next = i; next < len(s.text); {
		lineEnds := lineEnd(s.text, next)
		line := strings.TrimSpace(s.text[next:lineEnds])
		switch {
		case bulleted.MatchString(s.text[next:lineEnds]):
			items = append(items, strings.TrimSpace(line[1:]))
			end = next + len(strings.TrimRight(s.text[next:lineEnds], " \t\n"))
		case line != "":
			return items, end, next
		}
		next = lineEnds
	}
	return items, end, next
}

// isUnbarred reports whether a row has no bars around it.
func isUnbarred(row string) bool {
	row = strings.TrimSpace(row)
	return strings.Contains(row, "|") && row[0] != '|'
}

// isRowOf reports whether a line is a row of a table without bars around its rows: it has as
// many cells as the head, and begins with a name.
func isRowOf(line string, cells int) bool {
	if !isUnbarred(line) || strings.Count(line, "|")-strings.Count(line, `\|`) != cells-1 {
		return false
	}
	name, _, _ := strings.Cut(line, "|")
	return prose.IsName(prose.NameOf(strings.TrimSpace(name)).Text)
}
