package fuse

import (
	"slices"

	"github.com/docgen-go/docgen/parser/dialect"
)

// Dialects do not print all levels. Where a union of text and a list has a
// level for each on http pages, a client that always takes the list prints its
// elements at once, and a client that reads pages one after the other prints
// the elements of a list without the envelope around it.

// members steps into a lone type: one dialect prints the name of an envelope
// where another prints its bare fields.
func members(items []*dialect.Item) []*dialect.Item {
	if isLone(items) {
		return items[0].Children
	}
	return items
}

// sameLevel steps into a lone type where the other side prints its members, and
// leaves two lone types as they are: they are each other's counterpart.
func sameLevel(as, bs []*dialect.Item) (sameAs, sameBs []*dialect.Item) {
	if isLone(as) && isLone(bs) {
		return as, bs
	}
	return members(as), members(bs)
}

func isLone(items []*dialect.Item) bool {
	return len(items) == 1 && items[0].Form != dialect.Field && len(items[0].Children) > 0
}

// shared counts the items of one list that have a namesake in the other.
func shared(as, bs []*dialect.Item) int {
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
	around  *dialect.Item
	members []*dialect.Item
}

// levels are the items that may be such: alternatives, and a parameter that
// carries the whole body under the name of its type.
func levels(items []*dialect.Item) []level {
	var out []level
	for _, it := range items {
		if len(it.Children) > 0 && (it.Form != dialect.Field || carriesAll(it)) {
			out = append(out, level{it, members(it.Children)})
		}
	}
	return out
}

// carriesAll reports whether a parameter is called like its type.
func carriesAll(it *dialect.Item) bool {
	return it.Form == dialect.Field && it.Expr != nil && plain(it.Name) == plain(it.Expr.Innermost().Text)
}

// namesakes returns the items that have a namesake in the level, and the others.
func (l level) namesakes(items []*dialect.Item) (in, out []*dialect.Item) {
	for _, it := range items {
		if shared([]*dialect.Item{it}, l.members) > 0 {
			in = append(in, it)
		} else {
			out = append(out, it)
		}
	}
	return in, out
}

// stepIn aligns what is left on one side with the members of what is left on
// the other. Levels of the spine that were stepped into are returned.
func (f *fuser) stepIn(l *alignment) (stepped []*dialect.Item) {
	if !l.open() {
		return nil
	}
	for _, inner := range levels(l.left()) {
		in, rest := inner.namesakes(l.bs)
		if len(in) > 0 {
			f.items(inner.members, in)
			l.bs = rest
			stepped = append(stepped, inner.around)
		}
	}
	for _, inner := range levels(l.bs) {
		left := slices.DeleteFunc(l.left(), func(a *dialect.Item) bool { return slices.Contains(stepped, a) })
		if in, _ := inner.namesakes(left); len(in) > 0 {
			f.items(in, inner.members)
			stepped = append(stepped, in...)
			l.bs = slices.DeleteFunc(l.bs, func(b *dialect.Item) bool { return b == inner.around })
		}
	}
	return stepped
}
