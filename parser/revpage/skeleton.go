package revpage

import (
	"strings"

	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/rendered"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

// A bone is an item of a section whose nesting is known.
type bone struct {
	key    string
	parent int // index of the bone that it hangs on, or -1
}

// skeletonOf keeps the nesting of a section for other dialects, which print
// the same items in the same order and do not say how many belong to each.
func skeletonOf(items []rendered.Flat, depths []int) []bone {
	bones := make([]bone, len(items))
	var open []int
	for i, d := range depths {
		d = min(d, len(open))
		open = append(open[:d], i)
		bones[i] = bone{key: keyOf(items[i].Item), parent: -1}
		if d > 0 {
			bones[i].parent = open[d-1]
		}
	}
	return bones
}

// keyOf is what an item is called in all dialects, or "".
func keyOf(it *dialect.Item) string {
	e := it.Expr.Innermost()
	switch {
	case it.Form == dialect.Variant && e.Op == typeexpr.Literal:
		return "=" + strings.ToLower(typeexpr.Unquote(e.Text))
	case it.Name != "":
		return rendered.Fold(it.Name)
	case e.Op == typeexpr.Name:
		return rendered.Fold(e.Text)
	}
	return ""
}

// maxAligned bounds the work of laying two sections side by side, as the
// product of their sizes.
const maxAligned = 1 << 20

// hang gives items the nesting of a skeleton. Items that it lacks stand beside
// the one before them.
func hang(items []rendered.Flat, bones []bone) []int {
	on := align(items, bones)
	depths := make([]int, len(items))
	at := map[int]int{} // depth by bone, of the top item that is open
	last := 0
	for i, f := range items {
		switch {
		case f.Top:
			last, at = 0, map[int]int{}
		case on[i] >= 0:
			last = below(bones, on[i], at)
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

// below is the depth of a bone under its nearest parent that is open.
func below(bones []bone, b int, at map[int]int) int {
	for p := bones[b].parent; p >= 0; p = bones[p].parent {
		if d, ok := at[p]; ok {
			return d + 1
		}
	}
	return 1
}

// align finds the bone of each item, or -1: the longest run of equal keys.
func align(items []rendered.Flat, bones []bone) []int {
	n, m := len(items), len(bones)
	on := make([]int, n)
	for i := range on {
		on[i] = -1
	}
	if n*m > maxAligned {
		return on
	}
	longest := make([][]int32, n+1)
	for i := range longest {
		longest[i] = make([]int32, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if key := keyOf(items[i].Item); key != "" && sameKey(key, bones[j].key) {
				longest[i][j] = max(longest[i][j], longest[i+1][j+1]+1)
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch key := keyOf(items[i].Item); {
		case key != "" && sameKey(key, bones[j].key) && longest[i][j] == longest[i+1][j+1]+1:
			on[i] = j
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return on
}

// shortest is how long a name must be to be known by its end.
const shortest = 4

// sameKey compares names; those of nested types may carry the words of the
// types around them in front.
func sameKey(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	return a == b || len(b) >= shortest && b[0] != '=' && strings.HasSuffix(a, b)
}
