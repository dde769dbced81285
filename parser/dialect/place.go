package dialect

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/typeexpr"
)

// placeWords are the words by which dialects without sections for places tell
// where a parameter travels.
var placeWords = map[string]string{
	"path param": "path", "query param": "query", "header param": "header",
	"cookie param": "cookie", "body param": "body",
}

// placeOf reads words that name a place: "Query param", "query parameter".
func placeOf(words string) string {
	return placeWords[strings.TrimSuffix(strings.ToLower(words), "eter")]
}

// settlePlace takes the place from a description that starts with it, unless
// the note behind the declaration named it, and the words off the description.
func (it *Item) settlePlace(doc string) {
	it.Doc = doc
	words, rest, ok := strings.Cut(doc, ":")
	if place := placeOf(words); ok && place != "" {
		it.Place, it.Doc = cmp.Or(it.Place, place), strings.TrimLeft(rest, " ")
	}
}

// header is how a description starts that speaks of a header: "Optional header
// to choose the depot".
var header = regexp.MustCompile(`(?i)^(?:an? |the )?(?:(?:optional|required|custom|http|request) )*header (?:to|that|for|used|which|with|specifying|containing|indicating)\b`)

// SpeaksOfHeader reports whether a description says that its item is a header.
func SpeaksOfHeader(it *Item) bool {
	members := slices.ContainsFunc(it.Children, func(k *Item) bool {
		return k.Form == Field || k.Expr.Op == typeexpr.Object && len(k.Children) > 0
	})
	return header.MatchString(it.Doc) && !members
}
