package typeexpr

import "github.com/docgen-go/docgen/parser/decl"

// apart reads `array of A or A` as a choice between a list and one element: a list of
// A or A would say one of them twice. Objects without a name are not the same for
// having members of the same names.
func apart(e *decl.Expr) *decl.Expr {
	if e.Args[0] == nil || e.Args[0].Op != decl.Union {
		return e
	}
	for i, alt := range e.Args[0].Args {
		for _, before := range e.Args[0].Args[:i] {
			if alt.Op == decl.Name && decl.Equal(alt, before) {
				return e.Regroup(i)
			}
		}
	}
	return e
}

// left is how many alternatives a union announces and does not list.
func left(e *decl.Expr) int {
	if e.Op == decl.Union {
		return e.More
	}
	return 0
}
