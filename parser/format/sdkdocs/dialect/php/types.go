package php

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// scalars are the words of PHP for types without members, in those that all
// dialects share.
var scalars = map[string]string{
	"string": "string", "int": "integer", "integer": "integer", "float": "float", "double": "float",
	"bool": "boolean", "boolean": "boolean", "mixed": "unknown", "null": "null", "void": "null",
	`\Datetime`: "date-time", `\DateTime`: "date-time", `\DateTimeInterface`: "date-time",
	`\DateTimeImmutable`: "date-time",
}

// neutral are the shared words.
var neutral = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range scalars {
		words[w] = true
	}
	return words
}()

// parse reads a whole type. A leading `?` and an alternative `null` are a fact
// of what has the type.
func parse(src string) (*decl.Expr, bool, error) {
	inner, nullable := strings.CutPrefix(strings.TrimSpace(src), "?")
	e, err := parseType(inner, 0)
	if err != nil || e.Op != decl.Union {
		return e, nullable, err
	}
	kept := e.Args[:0:0]
	for _, alt := range e.Args {
		if alt.Is("null") {
			nullable = true
		} else {
			kept = append(kept, alt)
		}
	}
	if len(kept) == 1 {
		return kept[0], nullable, nil
	}
	return &decl.Expr{Op: decl.Union, Args: kept}, nullable, nil
}

// parseType reads `A|B`, `list<T>`, `array<K,V>`, `T[]`, a literal or a name.
func parseType(src string, depth int) (*decl.Expr, error) {
	src = strings.TrimPrefix(strings.TrimSpace(src), "?")
	if depth > typeexpr.MaxNesting {
		return nil, fmt.Errorf("nested deeper than %d", typeexpr.MaxNesting)
	}
	if parts := splitTop(src, '|'); len(parts) > 1 {
		u := &decl.Expr{Op: decl.Union}
		for _, p := range parts {
			alt, err := parseType(p, depth+1)
			if err != nil {
				return nil, err
			}
			u.Args = append(u.Args, alt)
		}
		return u, nil
	}
	if elem, ok := strings.CutSuffix(src, "[]"); ok {
		return wrap(decl.Array, elem, depth)
	}
	name, args, ok := strings.Cut(src, "<")
	if !ok {
		return parseWord(src)
	}
	args, ok = strings.CutSuffix(args, ">")
	if !ok {
		return nil, fmt.Errorf("expected %q at the end of %q", ">", src)
	}
	return generic(name, splitTop(args, ','), depth)
}

func generic(name string, args []string, depth int) (*decl.Expr, error) {
	switch {
	case len(args) == 1 && (name == "list" || name == "array" || name == "iterable"):
		return wrap(decl.Array, args[0], depth)
	case len(args) == 2 && (name == "array" || name == "iterable"):
		return wrap(decl.Map, args[1], depth)
	}
	return nil, fmt.Errorf("%q takes no %d arguments", name, len(args))
}

func wrap(op decl.Op, elem string, depth int) (*decl.Expr, error) {
	e, err := parseType(elem, depth+1)
	if err != nil {
		return nil, err
	}
	return &decl.Expr{Op: op, Args: []*decl.Expr{e}}, nil
}

func parseWord(word string) (*decl.Expr, error) {
	switch {
	case word == "":
		return nil, fmt.Errorf("expected a type")
	case word[0] == '"':
		return &decl.Expr{Op: decl.Literal, Text: decl.Quote(decl.Unquote(word))}, nil
	case isLiteral(word):
		return &decl.Expr{Op: decl.Literal, Text: word}, nil
	case scalars[word] != "":
		return &decl.Expr{Op: decl.Name, Text: scalars[word]}, nil
	case word == "array" || word == "list":
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{{Op: decl.Name, Text: "unknown"}}}, nil
	case word == "object":
		return &decl.Expr{Op: decl.Object}, nil
	case strings.ContainsAny(word, " \t<>,()[]{}"):
		return nil, fmt.Errorf("%q is no type", word)
	}
	return &decl.Expr{Op: decl.Name, Text: word}, nil
}

func isLiteral(word string) bool {
	return word == "true" || word == "false" ||
		(word[0] == '-' || word[0] >= '0' && word[0] <= '9') && json.Valid([]byte(word))
}

// splitTop cuts at the separators outside of quotes and angle brackets.
func splitTop(src string, sep byte) []string {
	var parts []string
	depth, quoted, start := 0, false, 0
	for i := 0; i < len(src); i++ {
		switch c := src[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '<':
			depth++
		case c == '>':
			depth--
		case c == sep && depth == 0:
			parts = append(parts, src[start:i])
			start = i + 1
		}
	}
	return append(parts, src[start:])
}

// balanced reports whether all quotes and brackets of a type are closed, so
// that the space after it is not inside of it.
func balanced(src string) bool {
	quotes := strings.Count(src, `"`) - strings.Count(src, `\"`)
	return strings.Count(src, "<") == strings.Count(src, ">") && quotes%2 == 0
}

// plausible reports whether text can be a type: a literal, a scalar, something
// generic or a capitalised name.
func plausible(typ string) bool {
	typ = strings.TrimPrefix(typ, "?")
	if typ == "" {
		return false
	}
	word, _, _ := strings.Cut(typ, "<")
	word, _, _ = strings.Cut(word, "|")
	word = strings.TrimSuffix(word, "[]")
	first, _ := utf8.DecodeRuneInString(word)
	return first == '"' || first == '\\' || unicode.IsUpper(first) || scalars[word] != "" || word == "list" ||
		word == "array" || word == "object" || word != "" && isLiteral(word)
}
