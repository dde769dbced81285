package decl

// Regroup returns the reading of `array of A or B or C` in which the array is one of
// the alternatives, where a nested item shows that array, and nil elsewhere.
func Regroup(e *Expr, kids []*Item) *Expr {
	for _, k := range kids {
		if k.Form == Field || k.Expr == nil || k.Expr.Op != Array {
			continue
		}
		alt := e.Regroup(len(k.Expr.Args[0].Alternatives()))
		if alt != nil && Equal(k.Expr, alt.Args[0]) {
			return alt
		}
	}
	return nil
}
