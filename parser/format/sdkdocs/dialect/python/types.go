package python

import (
	"slices"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

var notation = typeexpr.Notation{
	Open: "[", Close: "]",
	Scalars: map[string]string{
		"str": "string", "int": "integer", "float": "float", "bool": "boolean", "object": "unknown", "Any": "unknown",
		"None": "null", "null": "null", "datetime": "date-time", "date": "date",
		"FileTypes": "file", "bytes": "file", "BinaryResponseContent": "file", "HttpxBinaryResponseContent": "file",
		"Base64FileInput": "string", // a file that is sent as text
	},
	Generics: map[string]typeexpr.Generic{
		"List": typeexpr.ArrayOf, "list": typeexpr.ArrayOf, "Set": typeexpr.ArrayOf, "Iterable": typeexpr.ArrayOf,
		"Sequence": typeexpr.ArrayOf, "SequenceNotStr": typeexpr.ArrayOf,
		"Dict": typeexpr.MapOf, "dict": typeexpr.MapOf, "Mapping": typeexpr.MapOf,
		"Union": union, "Literal": typeexpr.Choice, "Optional": optional,
		"Required": typeexpr.FirstOf, "NotRequired": typeexpr.FirstOf,
	},
	Word: word,
}

// word reads the values that Python spells in its own way, and types whose
// arguments are left out.
func word(w string) *decl.Expr {
	switch w {
	case "True":
		return &decl.Expr{Op: decl.Literal, Text: "true"}
	case "False":
		return &decl.Expr{Op: decl.Literal, Text: "false"}
	case "dict", "Dict":
		return &decl.Expr{Op: decl.Object}
	case "list", "List":
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{{Op: decl.Name, Text: "unknown"}}}
	}
	return nil
}

func optional(args typeexpr.Args) *decl.Expr {
	if len(args.List) != 1 {
		return nil
	}
	null := &decl.Expr{Op: decl.Name, Text: "null"}
	return typeexpr.Choice(typeexpr.Args{List: []*decl.Expr{args.List[0], null}})
}

// union reads `Union[str, datetime]` as a time: clients take a time as text too.
func union(args typeexpr.Args) *decl.Expr {
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
		args.List = slices.DeleteFunc(slices.Clone(args.List), func(e *decl.Expr) bool { return e.Is("string") })
	}
	return typeexpr.Choice(args)
}
