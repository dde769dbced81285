package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// pageVariable is a line that puts a text of the front matter of the page in its place:
// {{ page.boat_body }}.
var pageVariable = prefilter.MustCompile(`^\s*\{\{-?\s*page\.([\w-]+)\s*-?\}\}\s*$`)

// mostVariables is how many tables of the front matter a page has in its text.
const mostVariables = 256

// fillVariables puts tables that the front matter holds in the places where the text has their variables.
func (s *document) fillVariables() {
	front := s.text[:s.page.Front.End]
	if !strings.Contains(front, "|\n") {
		return
	}
	for i, n := 0, 0; i < len(s.blocks) && n < mostVariables; i++ {
		b := &s.blocks[i]
		if b.kind != textBlock && b.kind != tagBlock || b.end-b.start > longestLabel {
			continue
		}
		m := pageVariable.FindStringSubmatch(s.text[b.start:b.end])
		if m == nil {
			continue
		}
		if t := frontTable(front, m[1]); t != nil {
			t.Start, t.End = b.start, b.end
			b.kind, b.table = tableBlock, t
			n++
		}
	}
}

// frontTable is the table that is the value of a name in the front matter, or nil.
func frontTable(front, name string) *table.Table {
	at := strings.Index(front, "\n"+name+": |")
	if at < 0 {
		return nil
	}
	at = lineEnd(front, at+1)
	return table.Pipe(front, at, len(front))
}
