package dialect

import "github.com/docgen-go/docgen/parser/decl"

// Bulleted descriptions may hold bullets that are one code span, just as items
// are. What the owner is tells them apart: a text has no members, an object
// has no alternatives, and a set of values has only values.

// neutralScalars are the words to which dialects bring their scalars.
var neutralScalars = map[string]bool{
	"string": true, "number": true, "integer": true, "float": true, "boolean": true, "unknown": true,
	"null": true, "file": true, "date-time": true, "date": true,
}

// Admit decides whether what was read from a code span below an owner is a
// declaration there. err is why its type could not be read: with a name it is
// a declaration all the same, without one it is more likely prose.
func Admit(it, owner *decl.Item, err error) (*decl.Item, bool, error) {
	if !Permits(owner, it) || it.Form == decl.Variant && (err != nil || !Plausible(it.Expr)) {
		return nil, false, nil
	}
	return it, true, err
}

// Permits reports whether the item may stand below the owner, both in the
// neutral vocabulary. owner is nil at the top of a section.
func Permits(owner, it *decl.Item) bool {
	if owner == nil || owner.Expr == nil {
		return true
	}
	alts := innermost(owner.Expr)
	if it.Form == decl.Field {
		return permitsField(alts)
	}
	if len(alts) != 1 || owner.Expr.More > 0 {
		return true
	}
	switch alt := alts[0]; alt.Op {
	case decl.Literal:
		return it.Expr != nil && decl.Equal(it.Expr, alt)
	case decl.Name:
		return !neutralScalars[alt.Text]
	}
	return false
}

func permitsField(alts []*decl.Expr) bool {
	for _, alt := range alts {
		if alt.Op == decl.Object || alt.Op == decl.Name && (alt.Text == "unknown" || !neutralScalars[alt.Text]) {
			return true
		}
	}
	return false
}

// innermost are the alternatives that nested items can describe, arrays and
// maps stripped at every level.
func innermost(e *decl.Expr) []*decl.Expr {
	var out []*decl.Expr
	for _, alt := range e.Innermost().Alternatives() {
		if inner := alt.Innermost(); inner.Op == decl.Union {
			out = append(out, innermost(inner)...)
		} else {
			out = append(out, inner)
		}
	}
	return out
}

// Plausible reports whether an expression can be a declaration without a name:
// every name in it is a scalar or the name of a type. A lower-case word is
// more likely a value that a description speaks of.
func Plausible(e *decl.Expr) bool {
	for _, alt := range innermost(e) {
		if alt.Op == decl.Name && !neutralScalars[alt.Text] && !decl.IsTypeName(alt.Text) {
			return false
		}
	}
	return true
}
