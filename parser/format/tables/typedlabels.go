package tables

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// mostTypeWords is how many words name the kind of a value behind a label: an array of JSON objects.
const mostTypeWords = 5

// ofTypedLabel is the section of a label that says behind its colon but the kind of value that is
// sent or answered: "Response: Object[]". List says that this is a list.
func ofTypedLabel(title string) (section vocabulary.Section, list bool) {
	before, after, ok := strings.Cut(strings.ReplaceAll(title, "：", ": "), ": ")
	if !ok || len(before) > longestPartWord {
		return vocabulary.Unknown, false
	}
	switch section = vocabulary.SectionOf(before); section {
	case vocabulary.Response, vocabulary.ResponseExample, vocabulary.Request, vocabulary.RequestExample, vocabulary.Body:
	default:
		return vocabulary.Unknown, false
	}
	kinds, list := namesContainer(after)
	if !kinds {
		return vocabulary.Unknown, false
	}
	return section, list
}

// typedLabel is what a text announces whose last line is such a label and no item of a list, which
// would list it. It announces rows alone, as sentences do.
func typedLabel(text string) *label {
	text = strings.TrimSpace(text)
	line := strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:])
	if len(line) > longestLabel || listItem.MatchString(line) {
		return noLabel
	}
	l := prose.Plain(line)
	section, _ := ofTypedLabel(l)
	if section == vocabulary.Unknown {
		return noLabel
	}
	return &label{announced{section, 0}, l, true}
}

// namesContainer reports whether a text is but words for an object or a list, and whether for a list.
func namesContainer(text string) (ok, list bool) {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 || len(words) > mostTypeWords || strings.ContainsAny(text, "{}:;.,\"/=") {
		return false, false
	}
	list = strings.Contains(text, "[]")
	for _, word := range words {
		switch kind := vocabulary.TypeOf(word); {
		case kind == "array":
			ok, list = true, true
		case kind == "object":
			ok = true
		case strings.EqualFold(word, "JSON"), strings.EqualFold(word, "of"), strings.EqualFold(word, "an"), strings.EqualFold(word, "a"):
		default:
			return false, false
		}
	}
	return ok, list
}
