package python

import (
	"slices"

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
	"str": "string", "int": "integer", "float": "float", "bool": "boolean", "object": "unknown", "Any": "unknown",
	"None": "null", "null": "null", "datetime": "date-time", "date": "date",
	"FileTypes": "file", "bytes": "file", "BinaryResponseContent": "file", "HttpxBinaryResponseContent": "file",
	"Base64FileInput": "string", // a file that is sent as text
}

// literals are the values that Python spells in its own way.
var literals = map[string]string{"True": "true", "False": "false"}

func word(w string) *typeexpr.Expr {
	if scalar, ok := words[w]; ok {
		return &typeexpr.Expr{Op: typeexpr.Name, Text: scalar}
	}
	if value, ok := literals[w]; ok {
		return &typeexpr.Expr{Op: typeexpr.Literal, Text: value}
	}
	switch w {
	case "dict", "Dict":
		return &typeexpr.Expr{Op: typeexpr.Object}
	case "list", "List":
		return &typeexpr.Expr{Op: typeexpr.Array, Args: []*typeexpr.Expr{{Op: typeexpr.Name, Text: "unknown"}}}
	}
	return &typeexpr.Expr{Op: typeexpr.Name, Text: w}
}

// applied are the names that take arguments.
var applied = map[string]func(typeexpr.Args) *typeexpr.Expr{
	"List": array, "list": array, "Iterable": array, "Sequence": array, "SequenceNotStr": array, "Set": array,
	"Dict": mapping, "dict": mapping, "Mapping": mapping,
	"Union": union, "Literal": choice, "Optional": optional,
	"Required": itself, "NotRequired": itself, "Annotated": itself,
}

func array(args typeexpr.Args) *typeexpr.Expr { return nth(typeexpr.Array, args, 1) }

func mapping(args typeexpr.Args) *typeexpr.Expr { return nth(typeexpr.Map, args, 2) }

// nth makes a type of the last of n arguments.
func nth(op typeexpr.Op, args typeexpr.Args, n int) *typeexpr.Expr {
	if len(args.List) != n || args.More > 0 {
		return nil
	}
	return &typeexpr.Expr{Op: op, Args: args.List[n-1:]}
}

func itself(args typeexpr.Args) *typeexpr.Expr {
	if len(args.List) == 0 {
		return nil
	}
	return args.List[0]
}

func choice(args typeexpr.Args) *typeexpr.Expr { return typeexpr.Choice(args) }

func optional(args typeexpr.Args) *typeexpr.Expr {
	if len(args.List) != 1 {
		return nil
	}
	null := &typeexpr.Expr{Op: typeexpr.Name, Text: "null"}
	return typeexpr.Choice(typeexpr.Args{List: []*typeexpr.Expr{args.List[0], null}})
}

// union reads `Union[str, datetime]` as a time: clients take a time as text too.
func union(args typeexpr.Args) *typeexpr.Expr {
	times, others := 0, 0
	for _, a := range args.List {
		switch {
		case a.Is("date-time"), a.Is("date"):
			times++
		case !a.Is("string") && !a.Is("null"):
			others++
		}
	}
	if times == 1 && others == 0 && args.More == 0 {
		args.List = slices.DeleteFunc(slices.Clone(args.List), func(e *typeexpr.Expr) bool { return e.Is("string") })
	}
	return typeexpr.Choice(args)
}
