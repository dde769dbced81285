package rendered

import (
	"slices"

	"github.com/docgen-go/docgen/parser/decl"
)

// unknown is the size of a level that nothing announces.
const unknown = -1

// A level is the list of items that an item announced below it.
type level struct {
	owner *node
	// variants says that the items are alternatives rather than fields.
	variants bool
	// want is how many fields or alternatives were announced, or unknown.
	want, have int
	// counted says that want is a number of items, as another place shows it,
	// rather than of printed alternatives.
	counted bool
	// names are the fields that were announced by name, the first ones in
	// order; alts the alternatives.
	names []string
	alts  []*decl.Expr
	// doubtful says that items of this level could also belong to another one,
	// or the other way round.
	doubtful bool
	// leaves says that nothing tells where the level ends but the next field
	// that a level further out announces by name.
	leaves bool
	// surrender are doubtful items of levels further in that this one could
	// claim, with the level that has them.
	surrender []contender
	// rivals are the items that a level of unknown size could also have had.
	rivals []rival
}

type contender struct {
	node *node
	from *level
}

func (l *level) left() int { return l.want - l.have }

// full reports whether all that was announced is there, as far as one knows.
func (l *level) full() bool { return l.want == unknown || l.left() <= 0 }

// fieldsOf opens the level for the fields that an item announces in braces, or
// returns nil.
func fieldsOf(n *node) *level {
	e := n.item.Expr.Innermost()
	if e.Op != decl.Object || !e.Braces && n.item.Form != decl.Named {
		return nil
	}
	if !e.Braces {
		return &level{owner: n, want: unknown}
	}
	if e.Text != "" && len(e.Fields) == 0 && e.More > 0 {
		return nil // `{ , , }`: alternatives without names, never fields
	}
	return &level{owner: n, want: len(e.Fields) + e.More, names: e.Fields}
}

// variantsOf opens the level for the alternatives of an item, which a line
// announces: as many as its type lists, or as its model is known to have.
func variantsOf(n *node, known *counts) *level {
	l := &level{owner: n, variants: true, want: unknown}
	e := n.item.Expr.Innermost()
	if e.Op == decl.Union {
		l.alts = leading(e)
		l.want = size(e)
	} else if e.Braces {
		l.want = len(e.Fields) + e.More // the braces name the alternatives of an alias
	} else if size, ok := known.of(n.model, n.declared); ok {
		l.want, l.counted = size, true
	}
	return l
}

// extends reports whether the item adds a field to the model that the owner is
// said to be: `Crate = Parcel { id, 3 more }` and then `lid: string`. It can
// where the field has no place further out.
func (l *level) extends(n *node) bool {
	own := l.owner.item
	return n.isField() && own != nil && own.Form == decl.Named && own.Expr.Op == decl.Object && own.Expr.Text != ""
}

// takes reports whether the level has room for the item. Fields that were
// announced by name come first; one of them may be missing, but no other field
// can stand in its place.
func (l *level) takes(n *node) bool {
	if l.variants == n.isField() || l.want != unknown && l.left() < 1 {
		return false
	}
	return l.variants || l.have >= len(l.names) || slices.Contains(l.names[l.have:], n.item.Name)
}

// next reports whether the item is the next one of the level, as far as its
// announcement tells.
func (l *level) next(n *node) bool {
	return l.takes(n) && (l.variants || l.have >= len(l.names) || l.names[l.have] == n.item.Name)
}

// expects reports whether the item is the very alternative that comes next.
func (l *level) expects(n *node) bool {
	alt := l.nextAlt()
	switch {
	case alt == nil:
		return false
	case alt.Op == decl.Name, alt.Op == decl.Object && alt.Text != "":
		return alt.Text == n.item.Name || n.item.Form == decl.Variant && alt.Text == n.item.Expr.Text
	}
	return decl.Equal(alt, n.item.Expr)
}

// nextAlt is the alternative that comes next where the announcement tells.
func (l *level) nextAlt() *decl.Expr {
	if !l.variants || l.have >= len(l.alts) {
		return nil
	}
	return l.alts[l.have]
}

// weight is how many of the announced fields or alternatives an item makes up:
// one with a name that is announced by it, as many as it has elsewhere.
func (l *level) weight(n *node) int {
	e := n.item.Expr
	if !l.variants || l.want == unknown || l.counted {
		return 1
	}
	if n.item.Form == decl.Named && e.Op == decl.Union && !l.listsAlternatives(e) {
		return 1
	}
	return max(1, min(size(e), l.left()))
}

// listsAlternatives reports whether the announcement lists the alternatives of a named
// choice instead of its name. Where it does not show, the rest decides.
func (l *level) listsAlternatives(e *decl.Expr) bool {
	if alt := l.nextAlt(); alt != nil {
		return decl.Equal(alt, e.Args[0])
	}
	return size(e) == l.left()
}

// leading are the alternatives that are announced before any are left out, one
// for each that counts.
func leading(e *decl.Expr) []*decl.Expr {
	var out []*decl.Expr
	for _, a := range e.Args {
		for range size(a) {
			out = append(out, a)
		}
	}
	if e.More > 0 {
		out = out[:min(len(out), visible)]
	}
	return out
}

// visible is how many alternatives pages print before they count the rest.
const visible = 3

// size is how many alternatives a type has. `array of A or B` may be a choice
// itself or a choice of arrays, so those below arrays count as well.
func size(e *decl.Expr) int {
	switch e.Op {
	case decl.Array:
		return size(e.Args[0])
	case decl.Union:
		n := e.More
		for _, a := range e.Args {
			n += size(a)
		}
		return n
	}
	return 1
}
