// Package http reads the pages without a language: wire names, places and
// paths. It is the base of the model, which every other dialect adds to.
//
// It is not part of the compatibility promise.
package http

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// Dialect is the http dialect.
type Dialect struct{}

var _ dialect.Dialect = Dialect{}

// Name returns "http".
func (Dialect) Name() string { return "http" }

// Traits say what is known of the pages. They print places and wire names, which no other dialect does.
func (Dialect) Traits() dialect.Traits { return traits }

var traits = dialect.Traits{
	Lead:   10,
	AtRoot: true,
	Counts: true,
}

// Says reports the facts that http pages state. They print one word for all
// numbers and one for all text, so what they say of a type is not the last
// word; whether null is allowed only the newer ones print.
func (Dialect) Says(fact model.Fact) bool { return fact != model.FactNullable }

// Signature finds none: http pages announce a method by its verb and path.
func (Dialect) Signature(string) (decl.Signature, bool) { return decl.Signature{}, false }

// Item reads the forms of an item:
//
//	name: optional T      "quoted-name": T      a field
//	Name object { a, b }  Name = T              a named type or titled variant
//	T                                           a variant or a value
func (Dialect) Item(code string, owner *decl.Item) (*decl.Item, bool, error) {
	if strings.TrimSpace(code) == "" {
		return nil, false, nil
	}
	it, typ := split(code)
	if it.Form != decl.Field && !permits(owner, it.Form, typ) {
		return nil, false, nil
	}
	if it.Form == decl.Field && !permitsField(owner) {
		return nil, false, nil
	}
	if it.Form == decl.Field {
		typ, it.Optional = cutWord(typ, "optional")
	}
	expr, err := typeexpr.Parse(typ)
	if err != nil {
		return it, it.Form != decl.Variant || owner == nil, err
	}
	it.Expr, it.Nullable = withoutNull(expr)
	return it, true, nil
}

// split tells the form of an item from its first words and returns what is
// left to read as a type.
func split(code string) (*decl.Item, string) {
	if name, rest, ok := cutField(code); ok {
		return &decl.Item{Form: decl.Field, Name: name}, strings.TrimSpace(rest)
	}
	word, rest, _ := strings.Cut(code, " ")
	rest = strings.TrimLeft(rest, " ")
	if typ, ok := cutWord(rest, "="); ok && isWord(word) {
		return &decl.Item{Form: decl.Named, Name: word}, typ
	}
	if _, ok := cutWord(rest, "object"); ok && isWord(word) && word != "optional" {
		return &decl.Item{Form: decl.Named, Name: word}, rest
	}
	return &decl.Item{Form: decl.Variant}, code
}

// cutField cuts `name: T`. A name without quotes holds no space.
func cutField(code string) (name, rest string, ok bool) {
	if code[0] == '"' {
		end := quotedName(code)
		if end < 0 {
			return "", "", false
		}
		return decl.Unquote(code[:end]), code[end+1:], true
	}
	name, rest, ok = strings.Cut(code, ":")
	if !ok || name == "" || strings.ContainsAny(name, " \t{}[]\"`,<>()") {
		return "", "", false
	}
	return name, rest, rest != "" && rest[0] == ' '
}

// quotedName returns the offset of the colon after a quoted name, or -1.
func quotedName(code string) int {
	for i := 1; i < len(code)-2; i++ {
		if code[i] == '\\' {
			i++
		} else if code[i] == '"' && code[i+1] == ':' && code[i+2] == ' ' {
			return i + 1
		} else if code[i] == '"' && code[i+1] == ' ' {
			return -1
		}
	}
	return -1
}

func isWord(s string) bool { return s != "" && !strings.ContainsAny(s, "\"{}[]:,<>()") }

// cutWord removes a leading word; without it, s comes back as it is.
func cutWord(s, word string) (string, bool) {
	rest, ok := strings.CutPrefix(s, word)
	if !ok || rest != "" && rest[0] != ' ' {
		return s, false
	}
	return strings.TrimLeft(rest, " "), true
}

// withoutNull takes `or null` out of a type: whether a value may be null is a
// fact of the field.
//
// `array of T or null` is an array that may be null: a page that means null
// elements has no other way to say so, but no page was seen to mean them.
func withoutNull(e *decl.Expr) (*decl.Expr, bool) {
	switch e.Op {
	case decl.Array:
		elem, nullable := withoutNull(e.Args[0])
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{elem}}, nullable
	case decl.Union:
		return unionWithoutNull(e)
	}
	return e, false
}

func unionWithoutNull(e *decl.Expr) (*decl.Expr, bool) {
	nullable := false
	kept := make([]*decl.Expr, 0, len(e.Args))
	for _, a := range e.Args {
		if a.Is("null") {
			nullable = true
			continue
		}
		if a.Op == decl.Array {
			inner, null := withoutNull(a)
			a, nullable = inner, nullable || null
		}
		kept = append(kept, a)
	}
	switch {
	case !nullable:
		return e, false
	case len(kept) == 1 && e.More == 0:
		return kept[0], true
	}
	return &decl.Expr{Op: decl.Union, Args: kept, More: e.More}, true
}
