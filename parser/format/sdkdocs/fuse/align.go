package fuse

import (
	"slices"

	"github.com/docgen-go/docgen/parser/decl"
)

// A pair is an item of the base and its counterpart, or nil.
type pair struct{ a, b *decl.Item }

// An alignment is two lists of items while they are laid side by side. Nothing
// is left of bs that has a counterpart.
type alignment struct {
	pairs []pair
	bs    []*decl.Item
}

// align pairs two lists by name: by whole names first, then by names in another
// number, by headers without the vendor's name, and across forms.
func align(as, bs []*decl.Item) *alignment {
	l := &alignment{pairs: make([]pair, len(as))}
	for i, a := range as {
		l.pairs[i].a = a
	}
	l.bs = slices.Clone(bs[l.inStep(bs):])
	l.byKey(againKey(l.bs))
	for _, key := range keys {
		l.byKey(key)
	}
	l.headers()
	return l
}

// inStep pairs the items up to the first that differ, which mostly are all, and
// returns how many those are. The keys would give the same pairs.
func (l *alignment) inStep(bs []*decl.Item) int {
	n := 0
	for n < len(bs) && n < len(l.pairs) && same(l.pairs[n].a, bs[n]) {
		l.pairs[n].b = bs[n]
		n++
	}
	return n
}

// open reports whether both sides have items without a counterpart.
func (l *alignment) open() bool {
	return len(l.bs) > 0 && slices.ContainsFunc(l.pairs, func(p pair) bool { return p.b == nil })
}

// left are the items of the base without a counterpart.
func (l *alignment) left() []*decl.Item {
	var out []*decl.Item
	for _, p := range l.pairs {
		if p.b == nil {
			out = append(out, p.a)
		}
	}
	return out
}

// byKey pairs items of equal keys, in order where several have one.
func (l *alignment) byKey(key keyOf) {
	if !l.open() {
		return
	}
	index := make(map[string][]*decl.Item, len(l.bs))
	for _, b := range l.bs {
		if k := key(b); k != "" {
			index[k] = append(index[k], b)
		}
	}
	taken := itemSet{}
	for i := range l.pairs {
		p := &l.pairs[i]
		if p.b != nil {
			continue
		}
		if k := key(p.a); len(index[k]) > 0 {
			p.b, index[k] = index[k][0], index[k][1:]
			taken[p.b] = true
		}
	}
	l.bs = taken.without(l.bs)
}

// headers pairs what is left of the headers with parameters that are called
// like their last words: the header harbor-beta is `betas` to a client.
func (l *alignment) headers() {
	named := map[string][]int{}
	for j, b := range l.bs {
		if b.Form == decl.Field && (b.Location == "" || b.Location == "header") {
			key := singularKey(b)
			named[key] = append(named[key], j)
		}
	}
	taken := itemSet{}
	for i := range l.pairs {
		p := &l.pairs[i]
		if p.b != nil || p.a.Location != "header" {
			continue
		}
		first := len(l.bs)
		for key := range lastWords(p.a.Name) {
			if js := named[key]; len(js) > 0 {
				first = min(first, js[0])
			}
		}
		if first < len(l.bs) {
			p.b = l.bs[first]
			key := singularKey(p.b)
			named[key] = named[key][1:]
			taken[p.b] = true
		}
	}
	l.bs = taken.without(l.bs)
}

// inOrder pairs the alternatives that are left, if both sides have as many of a
// kind: all dialects print them in the same order, under names of their own.
// Fields are not paired so, because a field that one dialect leaves out and
// one that another adds have nothing in common.
func (l *alignment) inOrder() {
	l.byClass(func(it *decl.Item) any { return it.Form })
	l.byClass(func(*decl.Item) any { return nil })
}

func (l *alignment) byClass(class func(*decl.Item) any) {
	if !l.open() {
		return
	}
	left, right := map[any][]int{}, map[any][]*decl.Item{}
	for i, p := range l.pairs {
		if p.b == nil && p.a.Form != decl.Field {
			left[class(p.a)] = append(left[class(p.a)], i)
		}
	}
	for _, b := range l.bs {
		if b.Form != decl.Field {
			right[class(b)] = append(right[class(b)], b)
		}
	}
	paired := itemSet{}
	for c, is := range left {
		if bs := right[c]; len(bs) == len(is) {
			for n, i := range is {
				l.pairs[i].b = bs[n]
			}
			paired.add(bs)
		}
	}
	l.bs = paired.without(l.bs)
}
