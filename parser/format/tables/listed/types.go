package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// container matches words for types of which the elements may be of any name.
var container = prefilter.MustCompile(`(?i)^(?:(?:array|list|map|set|slice|object|dict|dictionary|hash|数组|列表)\s*(?:of\s|<|\[|\()|\[\]|.*\S\[\]$)`)

// isType reports whether a text in brackets names a type.
func isType(text string) bool {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > 80 || needOf(strings.ToLower(text)) != "" {
		return false
	}
	t := prose.TypeOf(text, nothing{})
	switch {
	case t.Expr == nil, literal(t.Expr):
		return false
	case t.Unknown == "":
		return t.Note == "" && len(strings.Fields(text)) < 8
	}
	return container.MatchString(text) && len(strings.Fields(text)) < 6
}

// beginsType reports whether a text in brackets begins with a word for a type, whatever
// else it says: "int or duration string".
func beginsType(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	return len(words) > 1 && len(words) < 8 && strict[strings.Trim(words[0], ",")]
}

// literal reports whether a type is but values.
func literal(e *decl.Expr) bool {
	if e.Op == decl.Union {
		for _, a := range e.Args {
			if !literal(a) {
				return false
			}
		}
		return true
	}
	return e.Op == decl.Literal
}

// strict are words that name types also where nothing marks them: other words of the
// vocabulary begin sentences.
var strict = map[string]bool{
	"string": true, "str": true, "integer": true, "int": true, "int32": true, "int64": true, "uint": true, "uint32": true, "uint64": true, "long": true, "number": true,
	"float": true, "float64": true, "double": true, "bool": true, "boolean": true, "object": true, "array": true, "json": true, "datetime": true, "date-time": true, "file": true,
	"uuid": true, "strings": true, "integers": true, "numbers": true, "booleans": true, "objects": true, "iso8601": true, "timestamp": true,
}

// isStrict reports whether a text names a type even where it might be a sentence.
func isStrict(text string) bool {
	if !isType(text) {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" <>[](),/|", r) })
	if len(words) == 2 && words[0] == "the" {
		return false // "The number." is that of a phone
	}
	for _, w := range words {
		if strict[w] && (w != "file" || len(words) == 1) { // "File content" says what it is
			return true
		}
	}
	return len(text) > 0 && text[0] >= 0x80 && vocabulary.TypeOf(text) != ""
}

// isUnit reports whether a word of a type is more likely a unit.
func isUnit(low string) bool {
	switch low {
	case "seconds", "milliseconds", "ms", "percent", "percentage", "s", "bytes", "link", "beta", "token", "any", "none", "null", "unknown", "new":
		return true
	}
	return false
}

// nothing is a reference that declares no types.
type nothing struct{}

func (nothing) Linked(string) (string, bool) { return "", false }
func (nothing) Explained(string) string      { return "" }
func (nothing) Named(string) string          { return "" }
func (nothing) Partial(name string) string   { return name }
func (nothing) Alternatives(string) string   { return "" }
