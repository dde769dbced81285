package golang

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// Bulleted descriptions may hold bullets that are one code span, just as items
// are. What the owner is tells them apart. A type's name alone does not say
// whether it is a struct, an interface or a set of values.

// innermost is the type of the owner that nested items describe.
func innermost(owner *decl.Item) *decl.Expr {
	if owner == nil || owner.Expr == nil {
		return nil
	}
	return owner.Expr.Innermost()
}

// isOpen reports whether a type may be a struct as well as anything else.
func isOpen(e *decl.Expr) bool {
	return e.Op == decl.Name && (!isScalar(e.Text) || e.Text == "unknown")
}

// permitsType reports whether the declaration of a type may stand there.
func permitsType(owner *decl.Item) bool {
	e := innermost(owner)
	return e == nil || e.Op == decl.Union || isOpen(e)
}

// permitsField reports whether a field of the name may stand there: members
// are exported, parameters are not.
func permitsField(owner *decl.Item, name string) bool {
	e := innermost(owner)
	if e == nil {
		return true
	}
	return isExported(name) && (e.Op == decl.Object || isOpen(e))
}

// permitsValue reports whether a constant may stand there.
func permitsValue(owner *decl.Item) bool {
	e := innermost(owner)
	return e != nil && e.Op != decl.Object
}

// permitsAlternative reports whether a type without a name may stand there. A
// lone name is doubtful: unions say what they are, or have other alternatives.
func permitsAlternative(owner *decl.Item, code string) bool {
	e := innermost(owner)
	switch {
	case e == nil || e.Op == decl.Union:
		return true
	case !isOpen(e):
		return false
	case isIdent(code) && isExported(code):
		return strings.Contains(e.Text, "Union") || slices.ContainsFunc(owner.Children, isAlternative)
	}
	return true
}

func isAlternative(it *decl.Item) bool {
	return it.Form == decl.Named || it.Form == decl.Variant && it.Native == ""
}

// isScalar reports whether a neutral name is that of a scalar.
func isScalar(neutral string) bool {
	for _, name := range vocabulary.Scalars {
		if name == neutral {
			return true
		}
	}
	return false
}
