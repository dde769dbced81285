package tables

import (
	"encoding/json"

	"github.com/docgen-go/docgen/parser/decl"
)

// lifted takes rows that are nested below a scalar one step up, where the example shows
// that it is one: nothing is nested in it, and the mark of nesting is one too many.
func (r *reading) lifted(rows []*attribute) []*attribute {
	var out []*attribute
	for _, a := range rows {
		a.children = r.lifted(a.children)
		out = append(out, a)
		if len(a.children) == 0 || !isScalar(a.typ.Expr) || !showsScalar(shownAt(r.shown, a.name.Text, deepestShown)) {
			continue
		}
		r.problem(a.start, a.end, "members-of-scalar", "\""+a.name.Text+"\" is declared as "+exprText(a.typ.Expr)+", but rows below it list members; the example shows it as one value, so that they are read as members beside it", "")
		out = append(out, a.children...)
		a.children = nil
	}
	return out
}

// isScalar reports whether a type is that of one text, number or truth value.
func isScalar(e *decl.Expr) bool {
	return e != nil && (e.Is("string") || e.Is("integer") || e.Is("number") || e.Is("boolean"))
}

func showsScalar(v any) bool {
	switch v.(type) {
	case string, bool, json.Number:
		return true
	}
	return false
}
