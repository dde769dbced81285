package dialect

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// CutQuoted cuts a name in quotes, which wire names that are no identifiers
// come in: `"created[gte]": T`. rest starts with the colon or with marks of the
// language that stand before it.
func CutQuoted(code string) (name, rest string, ok bool) {
	if !strings.HasPrefix(code, `"`) {
		return "", "", false
	}
	for i := 1; i < len(code); i++ {
		switch code[i] {
		case '\\':
			i++
		case '"':
			return decl.Unquote(code[:i+1]), code[i+1:], i > 1
		}
	}
	return "", "", false
}

// Unescape returns the wire name of a name that carries an underscore because
// it is a word of the language or the name of a method of its objects: from_,
// format_. native is the name as printed, or "" where they are one.
func Unescape(printed string) (wire, native string) {
	if wire = strings.TrimRight(printed, "_"); wire == "" || wire == printed || len(wire)+1 < len(printed) {
		return printed, ""
	}
	return wire, printed
}

// Widen undoes what overloads do to the parameter that chooses between them: a
// page that prints one overload prints one value of a flag.
func Widen(e *decl.Expr) *decl.Expr {
	if e == nil || e.Op != decl.Literal || e.Text != "true" && e.Text != "false" {
		return e
	}
	return &decl.Expr{Op: decl.Union, Args: []*decl.Expr{
		{Op: decl.Literal, Text: "true"}, {Op: decl.Literal, Text: "false"},
	}}
}
