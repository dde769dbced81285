package ruby

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

var notation = typeexpr.Notation{
	Open: "[", Close: "]",
	Scalars: map[string]string{
		"String": "string", "Symbol": "string", "Integer": "integer", "Float": "float",
		"bool": "boolean", "Boolean": "boolean", "untyped": "unknown", "Object": "unknown",
		"nil": "null", "NilClass": "null", "null": "null", "Time": "date-time", "DateTime": "date-time", "Date": "date",
		"StringIO": "file", "IO": "file", "File": "file", "Pathname": "file", "FilePart": "file", "FileInput": "file",
	},
	Generics: map[string]typeexpr.Generic{"Array": typeexpr.ArrayOf, "Hash": typeexpr.MapOf},
	Word:     word,
}

// word reads symbols, and types whose arguments are left out.
func word(w string) *typeexpr.Expr {
	if symbol, ok := strings.CutPrefix(w, ":"); ok && symbol != "" {
		return &typeexpr.Expr{Op: typeexpr.Literal, Text: typeexpr.Quote(symbol)}
	}
	switch w {
	case "Hash":
		return &typeexpr.Expr{Op: typeexpr.Object}
	case "Array":
		return &typeexpr.Expr{Op: typeexpr.Array, Args: []*typeexpr.Expr{{Op: typeexpr.Name, Text: "unknown"}}}
	}
	return nil
}
