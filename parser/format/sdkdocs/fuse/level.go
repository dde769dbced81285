package fuse

import (
	"slices"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
)

// Dialects do not print all levels. Where a union of text and a list has a
// level for each on http pages, a client that always takes the list prints its
// elements at once, and a client that reads pages one after the other prints
// the elements of a list without the envelope around it.

// members steps into a lone type: one dialect prints the name of an envelope
// where another prints its bare fields.
func members(items []*decl.Item) []*decl.Item {
	if isLone(items) {
		return items[0].Children
	}
	return items
}

// sameLevel steps into a lone type where the other side prints its members, and
// leaves two lone types as they are: they are each other's counterpart.
func sameLevel(as, bs []*decl.Item) (sameAs, sameBs []*decl.Item) {
	if isLone(as) && isLone(bs) {
		return as, bs
	}
	return members(as), members(bs)
}

func isLone(items []*decl.Item) bool {
	return len(items) == 1 && items[0].Form != decl.Field && len(items[0].Children) > 0
}

// shared counts the items of one list that have a namesake in the other.
func shared(as, bs []*decl.Item) int {
	have := make(map[string]bool, len(bs))
	for _, b := range bs {
		have[nameKey(b)] = true
	}
	n := 0
	for _, a := range as {
		if k := nameKey(a); k != "" && have[k] {
			n++
		}
	}
	return n
}

// A level is an item that one side prints around what the other side prints
// without it.
type level struct {
	around  *decl.Item
	members []*decl.Item
}

// levels are the items that may be such: alternatives, and a parameter that
// carries the whole body under the name of its type.
func levels(items []*decl.Item) []level {
	var out []level
	for _, it := range items {
		if len(it.Children) > 0 && (it.Form != decl.Field || carriesAll(it)) {
			out = append(out, level{it, members(it.Children)})
		}
	}
	return out
}

// carriesAll reports whether a parameter is called like its type.
func carriesAll(it *decl.Item) bool {
	return it.Form == decl.Field && it.Expr != nil && names.Letters(it.Name) == names.Letters(it.Expr.Innermost().Text)
}

// An itemSet is a set of items.
type itemSet map[*decl.Item]bool

func (s itemSet) add(items []*decl.Item) {
	for _, it := range items {
		s[it] = true
	}
}

// without are the items that are not in the set, in their order.
func (s itemSet) without(items []*decl.Item) []*decl.Item {
	return slices.DeleteFunc(items, func(it *decl.Item) bool { return s[it] })
}

// A nameIndex finds items by their names, in the order of the items.
type nameIndex struct {
	items []*decl.Item
	at    map[string][]int
}

func indexNames(items []*decl.Item) nameIndex {
	n := nameIndex{items, make(map[string][]int, len(items))}
	for i, it := range items {
		if k := nameKey(it); k != "" {
			n.at[k] = append(n.at[k], i)
		}
	}
	return n
}

// take returns the items that have a namesake among the members, and takes them
// out of the index.
func (n nameIndex) take(members []*decl.Item) []*decl.Item {
	var found []int
	for _, m := range members {
		k := nameKey(m)
		found = append(found, n.at[k]...)
		delete(n.at, k)
	}
	slices.Sort(found)
	out := make([]*decl.Item, len(found))
	for i, at := range found {
		out[i] = n.items[at]
	}
	return out
}

// stepIn aligns what is left on one side with the members of what is left on
// the other. Items of the base that were accounted for so are returned.
func (f *fuser) stepIn(l *alignment) (stepped itemSet) {
	stepped = itemSet{}
	if !l.open() {
		return stepped
	}
	taken, others := itemSet{}, indexNames(l.bs)
	for _, inner := range levels(l.left()) {
		if in := others.take(inner.members); len(in) > 0 {
			f.items(inner.members, in)
			taken.add(in)
			stepped[inner.around] = true
		}
	}
	l.bs = taken.without(l.bs)
	around, left := itemSet{}, indexNames(stepped.without(l.left()))
	for _, inner := range levels(l.bs) {
		if in := left.take(inner.members); len(in) > 0 {
			f.items(in, inner.members)
			stepped.add(in)
			around[inner.around] = true
		}
	}
	l.bs = around.without(l.bs)
	return stepped
}
