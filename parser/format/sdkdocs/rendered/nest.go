package rendered

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// A Flat is an item that kept its bullet and lost its indentation.
type Flat struct {
	Item *decl.Item
	// Top says that the item was not indented at all.
	Top bool
	// refers is the key of the only model that the item links to, or "".
	refers string
}

// Nest returns how deep each item of a section stands: what items announce
// says how many of the following belong to them. sizes are the fields of
// objects by the names of their types, for items that only name one; see
// [Sizes].
func Nest(items []Flat, sizes map[string]*decl.Expr) []int {
	depths := Forest(items, sizes)
	for i, f := range items {
		if !f.Top {
			depths[i] = max(depths[i], 1) // it belongs below something
		}
	}
	return depths
}

// Forest is as Nest for a stretch of a section: indented items that belong
// below none of the others are roots as well.
func Forest(items []Flat, sizes map[string]*decl.Expr) []int {
	known := newCounts()
	nest(items, sizes, known) // the first time only to learn how many alternatives types have
	return nest(items, sizes, known)
}

func nest(items []Flat, sizes map[string]*decl.Expr, known *counts) []int {
	t := newTree(known, nil)
	nodes := make([]*node, len(items))
	for i, f := range items {
		n := &node{item: f.Item, at: int32(i)}
		if f.Item.Expr != nil && f.Item.Expr.Innermost().Op == decl.Name {
			n.model = f.Item.Expr.Innermost().Text
		}
		nodes[i] = n
		if f.Top {
			t.close(1)
		} else {
			t.expand(n, sizes)
		}
		t.add(n)
	}
	depths := make([]int, len(items))
	setDepths(t.end(), 0, depths)
	return depths
}

func setDepths(nodes []*node, depth int, into []int) {
	for _, n := range nodes {
		into[n.at] = depth
		setDepths(n.kids, depth+1, into)
	}
}

// expand opens the level below the last item where n can stand nowhere else
// than there, or nowhere better.
func (t *tree) expand(n *node, sizes map[string]*decl.Expr) {
	if t.last == nil || t.last.item.Expr == nil || t.open[len(t.open)-1].owner == t.last {
		return
	}
	e := t.last.item.Expr.Innermost()
	switch {
	case e.Op == decl.Union || e.Op == decl.Literal && n.item.Expr != nil && decl.Equal(e, n.item.Expr):
		if !n.isField() && t.choice() && e.Op == decl.Literal {
			t.open[len(t.open)-1].want = 1
		}
	case e.Op != decl.Name || scalars[e.Text] || t.innermost(n, (*level).next) > 0 && t.knownNext(n):
	case n.isField():
		t.open = append(t.open, levelOf(t.last, sizes[Fold(e.Text)]))
	default:
		t.choice()
	}
}

// knownNext reports whether a level of known size takes the item next.
func (t *tree) knownNext(n *node) bool {
	i := t.innermost(n, (*level).next)
	l := t.open[i]
	return l.want != unknown && (l.variants || l.have < len(l.names))
}

// levelOf is the level for the fields of a type that another place announces.
func levelOf(owner *node, announced *decl.Expr) *level {
	if announced == nil {
		return &level{owner: owner, want: unknown, leaves: true}
	}
	return &level{owner: owner, want: len(announced.Fields) + announced.More, names: announced.Fields}
}

// Sizes notes what the items announce of the types that they declare. Types
// that are announced in two ways are left out.
func Sizes(into map[string]*decl.Expr, items []Flat) {
	for _, f := range items {
		e := f.Item.Expr
		if e == nil || f.Item.Name == "" || !e.Innermost().Braces {
			continue
		}
		e = e.Innermost()
		key := Fold(f.Item.Name)
		if had, ok := into[key]; ok && (had == nil || !decl.Equal(had, e)) {
			e = nil
		}
		into[key] = e
	}
}

// Size is how many fields or alternatives an item announces, and whether these
// are alternatives. It is 0 where it announces none.
func Size(it *decl.Item) (n int, alternatives bool) {
	switch e := it.Expr.Innermost(); {
	case e.Op == decl.Union:
		return size(e), true
	case e.Op == decl.Object && e.Braces:
		return len(e.Fields) + e.More, false
	}
	return 0, false
}

// Fold is a name by its letters and digits alone, as all dialects agree on it.
func Fold(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r > 0x7f:
			return r
		}
		return -1
	}, name)
}
