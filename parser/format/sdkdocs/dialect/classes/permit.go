package classes

import (
	"slices"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// neutral are the scalars that have neither members nor alternatives.
var neutral = map[string]bool{
	"string": true, "number": true, "integer": true, "float": true, "boolean": true,
	"date-time": true, "date": true, "file": true, "null": true,
}

// innermost is the type of the owner that nested items describe.
func innermost(owner *dialect.Item) *typeexpr.Expr {
	if owner == nil || owner.Expr == nil {
		return nil
	}
	return owner.Expr.Innermost()
}

// permitsField reports whether a field may stand there. Where the owner is but
// a name, what stands there first tells whether it has fields or alternatives.
func permitsField(owner *dialect.Item) bool {
	e := innermost(owner)
	if e == nil || e.Op == typeexpr.Object {
		return true
	}
	return e.Op == typeexpr.Name && !neutral[e.Text] && !hasAlternative(owner)
}

// permitsType reports whether the declaration of a type may stand there.
func permitsType(owner *dialect.Item) bool {
	e := innermost(owner)
	return e == nil || e.Op == typeexpr.Union || e.Op == typeexpr.Name && !neutral[e.Text]
}

func hasAlternative(owner *dialect.Item) bool {
	return slices.ContainsFunc(owner.Children, func(it *dialect.Item) bool { return it.Form != dialect.Field })
}
