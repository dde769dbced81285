package classes

import (
	"slices"

	"github.com/docgen-go/docgen/parser/decl"
)

// neutral are the scalars that have neither members nor alternatives.
var neutral = map[string]bool{
	"string": true, "number": true, "integer": true, "float": true, "boolean": true,
	"date-time": true, "date": true, "file": true, "null": true,
}

// innermost is the type of the owner that nested items describe.
func innermost(owner *decl.Item) *decl.Expr {
	if owner == nil || owner.Expr == nil {
		return nil
	}
	return owner.Expr.Innermost()
}

// permitsField reports whether a field may stand there. Where the owner is but
// a name, what stands there first tells whether it has fields or alternatives.
func permitsField(owner *decl.Item) bool {
	e := innermost(owner)
	if e == nil || e.Op == decl.Object {
		return true
	}
	return e.Op == decl.Name && !neutral[e.Text] && !hasAlternative(owner)
}

// permitsType reports whether the declaration of a type may stand there.
func permitsType(owner *decl.Item) bool {
	e := innermost(owner)
	return e == nil || e.Op == decl.Union || e.Op == decl.Name && !neutral[e.Text]
}

func hasAlternative(owner *decl.Item) bool {
	return slices.ContainsFunc(owner.Children, func(it *decl.Item) bool { return it.Form != decl.Field })
}
