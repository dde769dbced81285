package golang

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// vocabulary is that of Go and of the packages that clients share. A Time may
// be printed for a date, too.
var vocabulary = typeexpr.Vocabulary{
	Scalars: map[string]string{
		"string": "string", "bool": "boolean", "byte": "integer", "byte[]": "string", "error": "unknown",
		"int": "integer", "int8": "integer", "int16": "integer", "int32": "integer", "int64": "integer",
		"uint": "integer", "uint8": "integer", "uint16": "integer", "uint32": "integer", "uint64": "integer",
		"float32": "float", "float64": "float", "Number": "number",
		"Time": "date-time", "Date": "date",
		"any": "unknown", "interface": "unknown", "unknown": "unknown", "RawMessage": "unknown",
		"Reader": "file", "ReadCloser": "file", "File": "file",
	},
	Maps:     map[string]bool{"map": true},
	Wrappers: map[string]bool{"param.Field": false, "Field": false, "param.Opt": true, "Opt": true},
	TypeName: officialName,
}

// officialName is what clients call a type. Pages print the twin of a type of
// parameters with an ending that no client has: ParcelParamResp.
func officialName(printed string) string {
	name, twin := strings.CutSuffix(printed, "Resp")
	if twin && strings.Contains(strings.ToLower(name), "param") {
		return name
	}
	return printed
}

// isType reports whether text starts like a type: a word of the language, a
// capitalised or qualified name, an array or a pointer.
func isType(text string) bool {
	text = strings.TrimLeft(text, "*")
	if strings.HasPrefix(text, "[]") {
		return isType(text[2:])
	}
	word := text
	if end := strings.IndexAny(text, " [<{"); end >= 0 {
		word = text[:end]
	}
	base := word[strings.LastIndexByte(word, '.')+1:]
	_, scalar := vocabulary.Scalars[word]
	return scalar || word == "map" || isIdent(base) && isExported(base) || scalarWithMark(word)
}

func scalarWithMark(word string) bool { return unglue(word) != word }
