package ruby

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
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
func word(w string) *decl.Expr {
	if symbol, ok := strings.CutPrefix(w, ":"); ok && symbol != "" {
		return &decl.Expr{Op: decl.Literal, Text: decl.Quote(symbol)}
	}
	switch w {
	case "Hash":
		return &decl.Expr{Op: decl.Object}
	case "Array":
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{{Op: decl.Name, Text: "unknown"}}}
	}
	return nil
}
