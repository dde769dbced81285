package http

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// Bulleted descriptions may hold bullets that are one code span, just as items
// are. What the owner is tells them apart: a string has no members, an object
// has no alternatives, and a set of values has only values.

// permitsField reports whether fields may stand below the owner.
func permitsField(owner *decl.Item) bool {
	if owner == nil || owner.Expr == nil {
		return true
	}
	for _, alt := range leaves(owner.Expr) {
		switch alt.Op {
		case decl.Object:
			return true
		case decl.Name:
			if !isScalar(alt.Text) || alt.Text == "unknown" {
				return true
			}
		}
	}
	return false
}

// permits reports whether a type or value of the form may stand below the owner.
func permits(owner *decl.Item, form decl.Form, typ string) bool {
	if owner == nil || owner.Expr == nil {
		return form == decl.Named || plausible(typ)
	}
	alts := leaves(owner.Expr)
	if len(alts) > 1 || owner.Expr.More > 0 {
		return form == decl.Named || plausible(typ)
	}
	switch alt := alts[0]; alt.Op {
	case decl.Literal:
		return typ == alt.Text || decl.Quote(decl.Unquote(typ)) == alt.Text
	case decl.Name:
		return !isScalar(alt.Text) && (form == decl.Named || plausible(typ))
	}
	return false
}

// leaves are the alternatives that nested items can describe, arrays and maps
// stripped at every level.
func leaves(e *decl.Expr) []*decl.Expr {
	var out []*decl.Expr
	for _, alt := range e.Innermost().Alternatives() {
		if inner := alt.Innermost(); inner.Op == decl.Union {
			out = append(out, leaves(inner)...)
		} else {
			out = append(out, inner)
		}
	}
	return out
}

// plausible reports whether a code span can be a type: a literal, a scalar, a
// structure or a capitalised name. A lower-case word is more likely a value
// that a description speaks of.
func plausible(typ string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(typ, " "), " ")
	if word == "" {
		return false
	}
	c := word[0]
	return c == '"' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' && len(word) > 1 ||
		isScalar(word) || word == "array" || word == "object" || word == "true" || word == "false" ||
		strings.HasPrefix(word, "map[") || c >= 0x80
}

// Scalars are the type words of the http pages.
var scalars = map[string]bool{
	"string": true, "number": true, "integer": true, "boolean": true, "unknown": true,
	"any": true, "null": true, "file": true, "binary": true,
}

func isScalar(word string) bool { return scalars[word] }
