package rendered

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// An OutlineItem is an item of a section whose nesting is known.
type OutlineItem struct {
	identity
	// Parent is the index of the outline item that it is nested in, or -1.
	Parent int
}

// Outline keeps the nesting of a section for other dialects, which print the
// same items in the same order and do not say how many belong to each.
func Outline(items []Flat, depths []int) []OutlineItem {
	outline := make([]OutlineItem, len(items))
	var open []int
	for i, d := range depths {
		d = min(d, len(open))
		open = append(open[:d], i)
		outline[i] = OutlineItem{identify(items[i].Item), -1}
		if d > 0 {
			outline[i].Parent = open[d-1]
		}
	}
	return outline
}

// Unflatten gives items the nesting of an outline. Items that it lacks stand beside
// the one before them.
func Unflatten(items []Flat, outline []OutlineItem) []int {
	return unflatten(items, outline, align(items, outline))
}

func unflatten(items []Flat, outline []OutlineItem, on []int) []int {
	depths := make([]int, len(items))
	at := map[int]int{} // depth by outline item, of the top item that is open
	last := 0
	for i, f := range items {
		switch {
		case f.Top:
			last, at = 0, map[int]int{}
		case on[i] >= 0:
			last = below(outline, on[i], at)
		default:
			last = max(last, 1)
		}
		depths[i] = last
		if on[i] >= 0 {
			at[on[i]] = last
		}
	}
	return depths
}

// below is the depth of an outline item under its nearest parent that is open.
func below(outline []OutlineItem, b int, at map[int]int) int {
	for p := outline[b].Parent; p >= 0; p = outline[p].Parent {
		if d, ok := at[p]; ok {
			return d + 1
		}
	}
	return 1
}

// An identity is what an item is called in all dialects, or else what it looks
// like.
type identity struct {
	key, shape string
	field      bool
}

func identify(it *decl.Item) identity {
	id := identity{key: Key(it), field: it.Form == decl.Field}
	if id.field {
		return id
	}
	id.shape = shapeOf(it.Expr)
	if it.Form == decl.Variant && id.shape != "" {
		id.key = ""
	}
	return id
}

func shapeOf(e *decl.Expr) string {
	switch {
	case e.Op == decl.Array:
		return "array"
	case e.Op == decl.Map:
		return "map"
	case e.Op == decl.Union:
		return "union"
	case e.Op == decl.Name && numbers[e.Text]:
		return "number"
	case e.Op == decl.Name && scalars[e.Text]:
		return e.Text
	case e.Op == decl.Literal:
		return "=" + strings.ToLower(decl.Unquote(e.Text))
	}
	return ""
}

// numbers are the scalars that not all dialects tell apart.
var numbers = map[string]bool{"number": true, "integer": true, "float": true}

// same compares identities; the names of nested types may carry the words of
// the types around them in front.
func (a identity) same(b identity) bool {
	if a.field != b.field {
		return false
	}
	if a.shape != "" && a.shape == b.shape && (a.key == "" || b.key == "") {
		return true
	}
	return a.key != "" && b.key != "" && sameKey(a.key, b.key)
}

// Key is what an item is called in all dialects, or "".
func Key(it *decl.Item) string {
	e := it.Expr.Innermost()
	switch {
	case it.Form == decl.Variant && e.Op == decl.Literal:
		return "=" + strings.ToLower(decl.Unquote(e.Text))
	case it.Name != "":
		return Fold(it.Name)
	case e.Op == decl.Name:
		return Fold(e.Text)
	}
	return ""
}

// shortest is how long a name must be to be known by its end.
const shortest = 4

func sameKey(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	return a == b || len(b) >= shortest && b[0] != '=' && strings.HasSuffix(a, b)
}
