// Package gosrc writes Go source. It is the one interface behind which
// jennifer stays: what the generator needs of Go's syntax, and nothing else.
// Text of the outside reaches source only as a quoted literal or as a line
// comment, and both are made here.
//
// It is not part of the compatibility promise.
package gosrc

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"
)

// Code is a fragment of Go: an expression, a type or a statement. It is never
// changed once made, so one fragment may stand in several places of a file.
type Code struct {
	// s is the fragment for jennifer, empty where it is no more than its text: most types
	// and literals are never rendered.
	s *jen.Statement
	// text is the fragment as it reads, where it is a type or a literal.
	text string
}

// String is a type or a literal as Go writes it, imported packages by their
// names, and "" for other code.
func (c Code) String() string { return c.text }

// Base is the name of the type that a type is or points to, without a package.
func (c Code) Base() string {
	name := strings.TrimPrefix(c.text, "*")
	return name[strings.LastIndexByte(name, '.')+1:]
}

// statement returns the fragment as jennifer renders it.
func (c Code) statement() *jen.Statement {
	if c.isPlain() {
		return jen.Id(c.text)
	}
	return c.s
}

// noStatement is that of all fragments that are no more than their text.
var noStatement jen.Statement

// plain returns a fragment that is no more than its text.
func plain(text string) Code { return Code{&noStatement, text} }

func (c Code) isPlain() bool { return c.s != nil && len(*c.s) == 0 }

// Name is an identifier of the package itself, or a predeclared one.
func Name(identifier string) Code { return plain(identifier) }

// Pkg is an identifier of an imported package; the import follows by itself.
func Pkg(importPath, identifier string) Code {
	return Code{jen.Qual(importPath, identifier), path.Base(importPath) + "." + identifier}
}

// Pointer is *t.
func Pointer(t Code) Code {
	if t.isPlain() {
		return plain("*" + t.text)
	}
	return Code{jen.Op("*").Add(t.s), "*" + t.text}
}

// Address is &x.
func Address(x Code) Code { return code(jen.Op("&").Add(x.statement())) }

// Slice is []t.
func Slice(t Code) Code {
	if t.isPlain() {
		return plain("[]" + t.text)
	}
	return Code{jen.Index().Add(t.s), "[]" + t.text}
}

// Map is map[string]t.
func Map(t Code) Code {
	if t.isPlain() {
		return plain("map[string]" + t.text)
	}
	return Code{jen.Map(jen.String()).Add(t.s), "map[string]" + t.text}
}

// Instance is generic[types].
func Instance(generic string, types ...Code) Code {
	if !slices.ContainsFunc(types, func(t Code) bool { return !t.isPlain() }) {
		return plain(generic + typeArguments(types))
	}
	return Code{jen.Id(generic).Types(list(types)...), generic + typeArguments(types)}
}

// PkgInstance is generic[types] of an imported package.
func PkgInstance(importPath, generic string, types ...Code) Code {
	text := path.Base(importPath) + "." + generic + typeArguments(types)
	return Code{jen.Qual(importPath, generic).Types(list(types)...), text}
}

func typeArguments(types []Code) string { return "[" + typeTexts(types) + "]" }

func typeTexts(types []Code) string {
	if len(types) == 1 {
		return types[0].text
	}
	texts := make([]string, len(types))
	for i, t := range types {
		texts[i] = t.text
	}
	return strings.Join(texts, ", ")
}

// Select is x.name.
func Select(x Code, name string) Code { return code(jen.Add(x.statement()).Dot(name)) }

// Call is f(args).
func Call(f Code, args ...Code) Code { return code(jen.Add(f.statement()).Call(list(args)...)) }

// Text is a quoted string literal.
func Text(s string) Code { return plain(strconv.Quote(s)) }

// Number is a number literal as JSON writes it.
func Number(literal string) Code { return plain(literal) }

// Block is a string literal of several lines: between back quotes where its
// content allows, and quoted otherwise.
func Block(s string) Code {
	if !plainBlock(s) {
		return Text(s)
	}
	return code(jen.Op("`" + s + "`"))
}

// plainBlock reports whether back quotes would keep s as it is, with nothing in
// it that an editor would not show.
func plainBlock(s string) bool {
	return strings.ToValidUTF8(s, "") == s && !strings.ContainsFunc(s, func(r rune) bool {
		return r == '`' || r != '\n' && r != '\t' && !unicode.IsPrint(r)
	})
}

// Items is t{items}, one item on a line.
func Items(t Code, items ...Code) Code {
	return code(jen.Add(t.statement()).Custom(lines, list(items)...))
}

// Inline is t{items} on one line. A zero t leaves out what the context says.
func Inline(t Code, items ...Code) Code {
	return code(t.add(jen.Values(list(items)...)))
}

// Keyed is name: value, an item of a composite literal.
func Keyed(name string, value Code) Code { return code(jen.Id(name).Op(":").Add(value.statement())) }

// Binary is x op y.
func Binary(x Code, op string, y Code) Code {
	return code(jen.Add(x.statement()).Op(op).Add(y.statement()))
}

// Closure is func(params) { body }.
func Closure(params []Param, body ...Code) Code {
	return code(jen.Func().Params(paramList(params)...).Block(list(body)...))
}

// ClosureWith is func(params) (results) { body }.
func ClosureWith(params []Param, results []Code, body ...Code) Code {
	return code(jen.Func().Params(paramList(params)...).Params(list(results)...).Block(list(body)...))
}

// Parenthesised is (x).
func Parenthesised(x Code) Code { return code(jen.Parens(x.statement())) }

// Deref is *x.
func Deref(x Code) Code { return Pointer(x) }

// Spread is x..., the rest of the arguments of a call.
func Spread(x Code) Code { return code(jen.Add(x.statement()).Op("...")) }

// code is a fragment that is no type.
func code(s *jen.Statement) Code { return Code{s: s} }

var lines = jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}

func (c Code) add(more jen.Code) *jen.Statement {
	if c.s == nil {
		return jen.Add(more)
	}
	return jen.Add(c.statement(), more)
}

// IsZero reports whether the fragment is empty.
func (c Code) IsZero() bool { return c.s == nil }

func list(codes []Code) []jen.Code {
	out := make([]jen.Code, len(codes))
	for i, c := range codes {
		out[i] = c.statement()
	}
	return out
}

// KeyedText is "key": value, an item of a composite literal.
func KeyedText(key string, value Code) Code { return code(jen.Lit(key).Op(":").Add(value.statement())) }
