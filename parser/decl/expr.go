package decl

// An Op says what an Expr is.
type Op uint8

// The operators of the expression tree.
const (
	Name    Op = iota // Text is the name of a scalar or of a type
	Literal           // Text is a JSON literal
	Array             // of Args[0]
	Map               // with values of Args[0]
	Object            // with the listed Fields; Text is its name, if it has one
	Union             // of Args
)

// An Expr is a type expression. Pages shorten long lists: More counts the
// alternatives or fields that are announced and not listed.
type Expr struct {
	Op     Op
	Text   string
	Args   []*Expr
	Fields []string
	More   int
	// Braces says that an object came with a field list, even an empty one.
	Braces bool
}

// Is reports whether the expression is the plain name.
func (e *Expr) Is(name string) bool { return e.Op == Name && e.Text == name }

// Alternatives are the members of a union, and the expression itself where it
// is none.
func (e *Expr) Alternatives() []*Expr {
	if e.Op == Union {
		return e.Args
	}
	return []*Expr{e}
}

// Innermost strips arrays and maps: the type that nested items describe.
func (e *Expr) Innermost() *Expr {
	for e.Op == Array || e.Op == Map {
		e = e.Args[0]
	}
	return e
}

// Regroup reads `array of A or B or C` the other way: as a choice between an
// array of the first n alternatives and the others. It returns nil where the
// expression has no such reading.
func (e *Expr) Regroup(n int) *Expr {
	if e.Op != Array || e.Args[0].Op != Union || n < 1 || n >= len(e.Args[0].Args) {
		return nil
	}
	inner := e.Args[0]
	elem := inner.Args[0]
	if n > 1 {
		elem = &Expr{Op: Union, Args: inner.Args[:n]}
	}
	first := &Expr{Op: Array, Args: []*Expr{elem}}
	return &Expr{Op: Union, Args: append([]*Expr{first}, inner.Args[n:]...), More: inner.More}
}

// Equal compares two expressions by structure.
func Equal(a, b *Expr) bool {
	if a.Op != b.Op || a.Text != b.Text || a.More != b.More || len(a.Args) != len(b.Args) || len(a.Fields) != len(b.Fields) {
		return false
	}
	for i := range a.Fields {
		if a.Fields[i] != b.Fields[i] {
			return false
		}
	}
	for i := range a.Args {
		if !Equal(a.Args[i], b.Args[i]) {
			return false
		}
	}
	return true
}
