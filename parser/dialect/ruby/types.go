package ruby

import (
	"strings"

	"github.com/docgen-go/docgen/parser/typeexpr"
)

var notation = typeexpr.Notation{
	Open: "[", Close: "]", Word: word,
	Apply: func(name string, args typeexpr.Args) *typeexpr.Expr {
		if apply := applied[name]; apply != nil {
			return apply(args)
		}
		return nil
	},
}

// words are the scalars in the neutral vocabulary.
var words = map[string]string{
	"String": "string", "Symbol": "string", "Integer": "integer", "Float": "float",
	"bool": "boolean", "Boolean": "boolean", "untyped": "unknown", "Object": "unknown",
	"nil": "null", "NilClass": "null", "null": "null", "Time": "date-time", "DateTime": "date-time", "Date": "date",
	"StringIO": "file", "IO": "file", "File": "file", "Pathname": "file", "FilePart": "file", "FileInput": "file",
}

func word(w string) *typeexpr.Expr {
	if scalar, ok := words[w]; ok {
		return &typeexpr.Expr{Op: typeexpr.Name, Text: scalar}
	}
	if symbol, ok := strings.CutPrefix(w, ":"); ok && symbol != "" {
		return &typeexpr.Expr{Op: typeexpr.Literal, Text: typeexpr.Quote(symbol)}
	}
	switch w {
	case "Hash":
		return &typeexpr.Expr{Op: typeexpr.Object}
	case "Array":
		return &typeexpr.Expr{Op: typeexpr.Array, Args: []*typeexpr.Expr{{Op: typeexpr.Name, Text: "unknown"}}}
	}
	return &typeexpr.Expr{Op: typeexpr.Name, Text: w}
}

// applied are the names that take arguments.
var applied = map[string]func(typeexpr.Args) *typeexpr.Expr{
	"Array": func(args typeexpr.Args) *typeexpr.Expr { return nth(typeexpr.Array, args, 1) },
	"Hash":  func(args typeexpr.Args) *typeexpr.Expr { return nth(typeexpr.Map, args, 2) },
}

// nth makes a type of the last of n arguments.
func nth(op typeexpr.Op, args typeexpr.Args, n int) *typeexpr.Expr {
	if len(args.List) != n || args.More > 0 {
		return nil
	}
	return &typeexpr.Expr{Op: op, Args: args.List[n-1:]}
}
