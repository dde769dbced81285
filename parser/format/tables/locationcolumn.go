package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
)

// locationWords are the words for parts of a request that stand alone in the cells of a column.
var locationWords = map[string]bool{"path": true, "query": true, "header": true, "body": true, "cookie": true, "form": true, "formdata": true}

// areLocations reports whether the cells of a column say where in a request attributes travel.
// A cell is empty where a row is nested, whose attribute travels in another one.
func areLocations(t *table.Table, column int) bool {
	found := false
	for i := range t.Rows {
		text := strings.ToLower(prose.Plain(t.Rows[i].Cell(column)))
		switch {
		case locationWords[text]:
			found = true
		case text != "" || !found:
			return false
		}
	}
	return found
}
