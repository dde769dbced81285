package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// locationWords are the words for parts of a request that stand alone in the cells of a column.
var locationWords = map[string]bool{"path": true, "query": true, "header": true, "body": true, "cookie": true, "form": true, "formdata": true,
	"@pathvariable": true, "@requestparam": true, "@requestbody": true, "@requestheader": true, "@cookievalue": true, // as servers in Java annotate them
	"@pathparam": true, "@queryparam": true, "@headerparam": true, "@formparam": true, "@cookieparam": true}

// areLocations reports whether the cells of a column say where in a request attributes travel.
// A cell is empty where a row is nested, whose attribute travels in another one. That they
// travel in the URL says one only where another column has the types: it is a type, too.
func areLocations(t *table.Table, column int, typed bool) bool {
	found := false
	for i := range t.Rows {
		text := strings.ToLower(prose.Plain(t.Rows[i].Cell(column)))
		switch {
		case locationWords[text] || typed && (text == "url" || text == "uri"):
			found = true
		case text != "" || !found:
			return false
		}
	}
	return found
}

// hasOtherTypes reports whether another column than one is called after types.
func hasOtherTypes(t *table.Table, column int) bool {
	for i, text := range t.Head {
		if i != column && vocabulary.ColumnOf(prose.Plain(text)) == vocabulary.Type {
			return true
		}
	}
	return false
}
