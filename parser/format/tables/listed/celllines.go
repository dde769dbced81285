package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// lineBreak parts the lines of a cell.
	lineBreak = prefilter.MustCompile(`[ \t]*<br[ \t]*/?>[ \t]*`)
	// markedLine is a line of a cell for one name, in bold or in code, with a text behind a colon.
	markedLine = prefilter.MustCompile("^(?:\\*\\*|__|`)([A-Za-z_$][\\w.$\\[\\]-]{0,79})(?:\\*\\*|__|`)[ \\t]*[:：][ \\t]*(\\S.*)$")
)

// CellLines reads the names in the cell text[start:end] of a row for what is sent that stand in lines of
// their own, each with a text behind it. It returns nil where a line holds anything else.
//
//	| Parameters | **id**: which boat<br>**kind**: what it is |
func CellLines(text string, start, end int) *table.Table {
	var items []item
	for at := start; at < end; {
		next, stop := end, end
		if m := lineBreak.FindStringIndex(text[at:end]); m != nil {
			stop, next = at+m[0], at+m[1]
		}
		line := strings.TrimSpace(text[at:stop])
		if line != "" {
			m := markedLine.FindStringSubmatch(line)
			if m == nil {
				return nil
			}
			it := item{start: at, end: stop}
			it.name, it.text = m[1], m[2]
			items = append(items, it)
		}
		at = max(next, at+1)
	}
	if len(items) == 0 {
		return nil
	}
	t := tableOf(items, start, end)
	t.Inline = true
	return t
}
