package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// topicWord is a word as a title has it.
var topicWord = prefilter.MustCompile(`^\s*([A-Z][a-z]{3,}(?: [a-z]+){0,2})\s*(?:<br|$)`)

// fewestCoded is how many rows of a table have names in code where one without is none.
const fewestCoded = 2

// isTopicRow reports whether a row names a topic, which is told elsewhere, and no attribute: it alone has
// no name in code, but a word as titles have it, and links to where that is told.
//
//	| `since`    | From when                       |
//	| Pagination | It can be [paginated](#paging)  |
func (r *reading) isTopicRow(h head, t *table.Table, row *table.Row) bool {
	if h.description < 0 || !topicWord.MatchString(row.Cell(h.name)) || !strings.Contains(row.Cell(h.description), "](") {
		return false
	}
	coded := 0
	for i := range t.Rows {
		if other := &t.Rows[i]; other != row && other.Start != row.Start {
			if !strings.Contains(other.Cell(h.name), "`") {
				return false
			}
			coded++
		}
	}
	if coded < fewestCoded {
		return false
	}
	if !r.quiet {
		r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: row.Start, End: row.End,
			Message: "the row names " + quoted(topicWord.FindStringSubmatch(row.Cell(h.name))[1]) + " in no code, as all others of the table do, and links to where it is told: it is documentation", Help: "put the name in code if it is that of an attribute"})
	}
	return true
}
