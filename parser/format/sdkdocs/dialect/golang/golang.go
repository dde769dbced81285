// Package golang reads the pages of Go clients. They alone print the official
// Go names of types, fields and constants; wire names they do not print.
//
//	type Parcel struct{…}                  a type, the newest pages leave out of what kind
//	Weight float64                         a field or parameter
//	const ParcelModeAir ParcelMode = "air" a value
//	[]Parcel                               an alternative
//
// It is not part of the compatibility promise.
package golang

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// Dialect is the dialect of Go clients.
type Dialect struct{}

var _ dialect.Dialect = Dialect{}

// Name returns "go".
func (Dialect) Name() string { return "go" }

// Traits say what is known of the pages. Names are its own and have to be guessed back; its verbs are none of the wire.
func (Dialect) Traits() dialect.Traits { return traits }

var traits = dialect.Traits{
	Lead:  100,
	Word:  map[model.Fact]int{model.FactType: 10},
	AsGo:  true,
	Names: 90,
}

// Says reports the facts that go pages state. All request fields look alike
// whether required or not, but for the newest pages, which mark the optional
// ones; null is nowhere.
func (Dialect) Says(fact model.Fact) bool {
	return fact != model.FactRequired && fact != model.FactNullable && fact != model.FactLocation
}

// Item reads a type, a field, a value or an alternative.
func (Dialect) Item(code string, owner *decl.Item) (*decl.Item, bool, error) {
	code = strings.TrimSpace(code)
	if rest, ok := strings.CutPrefix(code, "type "); ok && permitsType(owner) {
		if it, ok, err := readType(rest); ok {
			return it, true, err
		}
	}
	if rest, ok := strings.CutPrefix(code, "const "); ok {
		return readConst(rest, owner)
	}
	if name, typ, ok := strings.Cut(code, " "); ok && isIdent(name) {
		return readField(name, strings.TrimSpace(typ), owner)
	}
	return readAlternative(code, owner)
}

// readType reads what follows the word type.
func readType(code string) (*decl.Item, bool, error) {
	name, def, _ := strings.Cut(code, " ")
	if !isIdent(name) {
		return nil, false, nil
	}
	name = officialName(name)
	it := &decl.Item{Form: decl.Named, Name: name}
	def = strings.TrimSpace(strings.TrimPrefix(def, "= "))
	switch {
	case def == "" && isExported(name):
		it.Expr = &decl.Expr{Op: decl.Name, Text: name} // what is listed below tells
		return it, true, nil
	case startsWord(def, "struct"):
		empty := strings.ReplaceAll(def, " ", "") == "struct{}"
		it.Expr = &decl.Expr{Op: decl.Object, Text: name, Braces: empty}
		return it, true, nil
	case startsWord(def, "interface"):
		it.Expr = &decl.Expr{Op: decl.Union} // of what is listed below
		return it, true, nil
	}
	t, rest, err := typeexpr.ParseTerm(def)
	if err == nil && rest != "" {
		err = &typeexpr.Error{Pos: len(code) - len(rest), Message: "unexpected " + decl.Quote(rest)}
	}
	if err != nil {
		return it, isType(def), err
	}
	it.Expr, _, _ = vocabulary.Neutral(t)
	return it, true, nil
}

// startsWord reports whether a definition starts with the word and an opening
// brace, or is the word.
func startsWord(def, word string) bool {
	rest, ok := strings.CutPrefix(def, word)
	rest = strings.TrimLeft(rest, " ")
	return ok && (rest == "" || rest[0] == '{')
}

// readConst reads what follows the word const: the name, the type if it is
// printed, and the value.
func readConst(code string, owner *decl.Item) (*decl.Item, bool, error) {
	names, value, ok := strings.Cut(code, " = ")
	name, typ, _ := strings.Cut(strings.TrimSpace(names), " ")
	typ, value = strings.TrimSpace(typ), strings.TrimSpace(value)
	if !ok || !isIdent(name) || strings.Contains(typ, " ") || !permitsValue(owner) {
		return nil, false, nil
	}
	it := &decl.Item{Form: decl.Variant, Name: officialName(typ), Native: name}
	e, err := typeexpr.Parse(value)
	if err != nil || e.Op != decl.Literal {
		return it, true, &typeexpr.Error{Pos: len(code) - len(value), Message: "expected a value, found " + decl.Quote(value)}
	}
	it.Expr = e
	return it, true, nil
}

// readField reads a field or a parameter.
func readField(name, typ string, owner *decl.Item) (*decl.Item, bool, error) {
	if !isType(typ) || !permitsField(owner, name) {
		return nil, false, nil
	}
	it := &decl.Item{Form: decl.Field, Name: decl.WireName(name), Native: name}
	t, mark, err := typeexpr.ParseTerm(unglue(typ))
	if err != nil {
		return it, true, err
	}
	switch strings.TrimSpace(mark) {
	case "":
	case "Optional":
		it.Optional = true
	case "Required":
	default:
		return nil, false, nil
	}
	var absent bool
	it.Expr, absent, _ = vocabulary.Neutral(t)
	it.Optional = it.Optional || absent
	it.Wrapper = owner == nil && it.Expr.Op == decl.Name && strings.HasSuffix(it.Expr.Text, "Params")
	return it, true, nil
}

// unglue parts a mark from the type that some pages print it against:
// stringOptional.
func unglue(typ string) string {
	word, ok := strings.CutSuffix(typ, "Optional")
	if _, scalar := vocabulary.Scalars[word]; ok && scalar {
		return word + " Optional"
	}
	return typ
}

// readAlternative reads a type without a name.
func readAlternative(code string, owner *decl.Item) (*decl.Item, bool, error) {
	if !isType(code) || !permitsAlternative(owner, code) {
		return nil, false, nil
	}
	t, rest, err := typeexpr.ParseTerm(code)
	if rest != "" && err == nil {
		return nil, false, nil
	}
	it := &decl.Item{Form: decl.Variant}
	if err != nil {
		return it, owner == nil, err
	}
	it.Expr, _, _ = vocabulary.Neutral(t)
	return it, true, nil
}

// isIdent reports whether the text is a Go identifier.
func isIdent(s string) bool {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return s != ""
}

func isExported(name string) bool {
	for _, r := range name {
		return unicode.IsUpper(r)
	}
	return false
}
