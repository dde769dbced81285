package typescript

import (
	"strings"

	"github.com/docgen-go/docgen/parser/typeexpr"
)

var notation = typeexpr.Notation{
	Open: "<", Close: ">", Word: word,
	Apply: func(name string, args typeexpr.Args) *typeexpr.Expr {
		if apply := applied[name]; apply != nil {
			return apply(args)
		}
		return nil
	},
}

// words are the scalars in the neutral vocabulary.
var words = map[string]string{
	"string": "string", "number": "number", "bigint": "integer", "boolean": "boolean", "unknown": "unknown",
	"any": "unknown", "null": "null", "undefined": "null", "Date": "date-time",
	"Uploadable": "file", "FileLike": "file", "Blob": "file", "BlobLike": "file", "Buffer": "file", "ArrayBuffer": "file",
}

func word(w string) *typeexpr.Expr {
	if scalar, ok := words[strings.TrimPrefix(w, "Core.")]; ok {
		return &typeexpr.Expr{Op: typeexpr.Name, Text: scalar}
	}
	if w == "object" {
		return &typeexpr.Expr{Op: typeexpr.Object}
	}
	return &typeexpr.Expr{Op: typeexpr.Name, Text: w}
}

// applied are the names that take arguments.
var applied = map[string]func(typeexpr.Args) *typeexpr.Expr{
	"Array": array, "ReadonlyArray": array, "Iterable": array, "Set": array,
	"Record": record, "Map": record,
	"Partial": itself, "Readonly": itself, "Required": itself,
}

func array(args typeexpr.Args) *typeexpr.Expr { return nth(typeexpr.Array, args, 1) }

func record(args typeexpr.Args) *typeexpr.Expr { return nth(typeexpr.Map, args, 2) }

// nth makes a type of the last of n arguments.
func nth(op typeexpr.Op, args typeexpr.Args, n int) *typeexpr.Expr {
	if len(args.List) != n || args.More > 0 {
		return nil
	}
	return &typeexpr.Expr{Op: op, Args: args.List[n-1:]}
}

func itself(args typeexpr.Args) *typeexpr.Expr {
	if len(args.List) != 1 {
		return nil
	}
	return args.List[0]
}
