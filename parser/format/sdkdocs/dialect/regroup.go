package dialect

import "github.com/docgen-go/docgen/parser/decl"

// A regrouped is a type and the reading that its items gave it.
type regrouped struct{ printed, read *decl.Expr }

// regroup decides how the type of an item is read: by the items below it, or as it
// was where the page printed it with items before.
func (r *Reader) regroup(it *decl.Item) {
	if it.Expr == nil || it.Expr.Op != decl.Array {
		return
	}
	if alt := decl.Regroup(it.Expr, it.Children); alt != nil {
		r.regrouped = append(r.regrouped, regrouped{it.Expr, alt})
		it.Expr = alt
		return
	}
	for _, have := range r.regrouped {
		if len(it.Children) == 0 && decl.Equal(have.printed, it.Expr) {
			it.Expr = have.read
			return
		}
	}
}
