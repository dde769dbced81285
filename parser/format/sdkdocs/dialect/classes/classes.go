// Package classes holds what the pages of Java, Kotlin and C# clients have in
// common: how they print classes, enums, unions and constants, and what may
// stand below what.
//
// It is not part of the compatibility promise.
package classes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

var declaration = regexp.MustCompile(`^(?:(?:public|data|sealed|abstract|final|open) )*(enum class|enum|class|record|interface) ([\pL_][\pL\d_]*)\b[^:]*:?(.*)$`)

// introduces are the words that a declaration may start with.
var introduces = map[string]bool{
	"class": true, "record": true, "enum": true, "interface": true,
	"public": true, "data": true, "sealed": true, "abstract": true, "final": true, "open": true,
}

// Declaration reads the declaration of a type:
//
//	class Parcel:   enum Mode:   class Leg: A class that can be one of several variants.union
//
// A union or an enum is a choice of what is listed below it. Where nothing but
// the word class stands before the name and nothing behind it, what is listed
// below tells what it is.
func Declaration(code string, owner *decl.Item) (*decl.Item, bool) {
	first, _, ok := strings.Cut(code, " ")
	if !ok || !introduces[first] || !permitsType(owner) {
		return nil, false
	}
	m := declaration.FindStringSubmatch(code)
	if m == nil {
		return nil, false
	}
	it := &decl.Item{Form: decl.Named, Name: m[2]}
	switch {
	case strings.HasPrefix(m[1], "enum") || m[1] == "interface" || strings.HasSuffix(m[3], "union"):
		it.Expr = &decl.Expr{Op: decl.Union}
	case code == "class "+m[2]:
		it.Expr = &decl.Expr{Op: decl.Name, Text: m[2]}
	default:
		it.Expr = &decl.Expr{Op: decl.Object, Text: m[2]}
	}
	return it, true
}

// A Type is a printed type and what is marked on it.
type Type struct {
	Expr               *decl.Expr
	Optional, Nullable bool
}

// ReadType reads the type at the start of the code and returns what follows.
func ReadType(v *typeexpr.Vocabulary, code string) (t Type, rest string, err error) {
	term, rest, err := typeexpr.ParseTerm(code)
	if err == nil {
		t.Expr, t.Optional, t.Nullable = v.Neutral(term)
	}
	return t, rest, err
}

// Field makes the item of a field or parameter, if one may stand there. printed
// is its name in the language, marks that tell it from a word of the language
// included: object_, @event, `object`.
func Field(printed string, t Type, owner *decl.Item) (*decl.Item, bool) {
	printed = strings.Trim(printed, "@`")
	if !IsIdent(printed) || !permitsField(owner) {
		return nil, false
	}
	name, _ := dialect.Unescape(printed)
	it := &decl.Item{Form: decl.Field, Name: decl.WireName(name), Native: printed, Expr: t.Expr, Optional: t.Optional, Nullable: t.Nullable}
	it.Wrapper = owner == nil && t.Expr != nil && t.Expr.Op == decl.Name && strings.HasSuffix(t.Expr.Text, "Params")
	return it, true
}

// Alternative makes the item of a type without a name, if one may stand there.
// A lone name is doubtful below anything but a union.
func Alternative(t Type, owner *decl.Item) (*decl.Item, bool) {
	e := innermost(owner)
	if e != nil && (e.Op == decl.Object || e.Op == decl.Name && neutral[e.Text]) {
		return nil, false
	}
	if lone := t.Expr.Op == decl.Name && !neutral[t.Expr.Text]; lone && e != nil && e.Op == decl.Name && !hasAlternative(owner) {
		return nil, false
	}
	return &decl.Item{Form: decl.Variant, Expr: t.Expr, Nullable: t.Nullable}, true
}

// IsIdent reports whether the text is an identifier.
func IsIdent(s string) bool {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return s != ""
}

// IsType reports whether text starts like a type: a capitalised name or a word
// of the language.
func IsType(v *typeexpr.Vocabulary, text string) bool {
	word := text
	if end := strings.IndexAny(text, " <[?;"); end >= 0 {
		word = text[:end]
	}
	base := word[strings.LastIndexByte(word, '.')+1:]
	if v.Scalars[word] != "" || v.Scalars[word+"[]"] != "" {
		return true
	}
	return startsUpper(base) && IsIdent(base)
}

func startsUpper(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first)
}
