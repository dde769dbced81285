package dialect

import (
	"cmp"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// locationWords are the words by which dialects without sections for places tell
// where a parameter travels.
var locationWords = map[string]string{
	"path param": "path", "query param": "query", "header param": "header",
	"cookie param": "cookie", "body param": "body",
}

// locationOf reads words that name a place: "Query param", "query parameter".
func locationOf(words string) string {
	return locationWords[strings.TrimSuffix(strings.ToLower(words), "eter")]
}

// takeLocation takes the place from a description that starts with it, unless
// the note behind the declaration named it, and the words off the description.
func takeLocation(it *decl.Item, doc string) {
	it.Doc = doc
	words, rest, ok := strings.Cut(doc, ":")
	if location := locationOf(words); ok && location != "" {
		it.Location, it.Doc = cmp.Or(it.Location, location), strings.TrimLeft(rest, " ")
	}
}
