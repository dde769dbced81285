package typescript

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

var notation = typeexpr.Notation{
	Open: "<", Close: ">",
	Scalars: map[string]string{
		"string": "string", "number": "number", "bigint": "integer", "boolean": "boolean", "unknown": "unknown",
		"any": "unknown", "null": "null", "undefined": "null", "Date": "date-time",
		"Uploadable": "file", "FileLike": "file", "Blob": "file", "BlobLike": "file", "Buffer": "file", "ArrayBuffer": "file",
	},
	Generics: map[string]typeexpr.Generic{
		"Array": typeexpr.ArrayOf, "ReadonlyArray": typeexpr.ArrayOf, "Iterable": typeexpr.ArrayOf, "Set": typeexpr.ArrayOf,
		"Record": typeexpr.MapOf, "Map": typeexpr.MapOf,
		"Partial": typeexpr.FirstOf, "Readonly": typeexpr.FirstOf, "Required": typeexpr.FirstOf,
	},
	Word: word,
}

// word reads the names of other modules without the module.
func word(w string) *decl.Expr {
	if w == "object" {
		return &decl.Expr{Op: decl.Object}
	}
	if i := strings.LastIndexByte(w, '.'); i > 0 && decl.IsTypeName(w) {
		w = w[i+1:]
		if scalar, ok := files[w]; ok {
			w = scalar
		}
		return &decl.Expr{Op: decl.Name, Text: w}
	}
	return nil
}

// files are the types of uploads, which stand in a module of their own.
var files = map[string]string{"Uploadable": "file", "FileLike": "file"}
