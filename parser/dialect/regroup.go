package dialect

import "github.com/docgen-go/docgen/parser/typeexpr"

// Regroup returns the reading of `array of A or B or C` in which the array is one of
// the alternatives, where a nested item shows that array, and nil elsewhere.
func Regroup(e *typeexpr.Expr, kids []*Item) *typeexpr.Expr {
	for _, k := range kids {
		if k.Form == Field || k.Expr == nil || k.Expr.Op != typeexpr.Array {
			continue
		}
		alt := e.Regroup(len(k.Expr.Args[0].Alternatives()))
		if alt != nil && typeexpr.Equal(k.Expr, alt.Args[0]) {
			return alt
		}
	}
	return nil
}

// A regrouped is a type and the reading that its items gave it.
type regrouped struct{ printed, read *typeexpr.Expr }

// regroup settles how the type of an item is read: by the items below it, or as it
// was where the page printed it with items before.
func (r *Reader) regroup(it *Item) {
	if it.Expr == nil || it.Expr.Op != typeexpr.Array {
		return
	}
	if alt := Regroup(it.Expr, it.Children); alt != nil {
		r.regrouped = append(r.regrouped, regrouped{it.Expr, alt})
		it.Expr = alt
		return
	}
	for _, have := range r.regrouped {
		if len(it.Children) == 0 && typeexpr.Equal(have.printed, it.Expr) {
			it.Expr = have.read
			return
		}
	}
}
