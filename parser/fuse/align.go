package fuse

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/dialect"
)

// A pair is an item of the spine and its counterpart, or nil.
type pair struct{ a, b *dialect.Item }

// align pairs two lists of items. Equal names pair first, then names that differ
// in number or by a prefix, as headers do; what is left between two pairs goes
// in order where both sides have as many left, since all dialects print the
// same members in the same order.
func align(as, bs []*dialect.Item) []pair {
	l := lists{pairs: make([]pair, len(as)), bs: bs, taken: make([]bool, len(bs))}
	for i, a := range as {
		l.pairs[i].a = a
	}
	l.byName(key)
	l.byName(looseKey)
	l.inOrder(func(it *dialect.Item) any { return [2]any{it.Form, it.Place} })
	l.inOrder(func(it *dialect.Item) any { return it.Form })
	l.inOrder(func(it *dialect.Item) any { return it.Form == dialect.Field })
	return l.pairs
}

// lists are two lists while they are aligned.
type lists struct {
	pairs []pair
	bs    []*dialect.Item
	taken []bool
}

// byName pairs items of equal keys; an empty key pairs with nothing.
func (l *lists) byName(key func(*dialect.Item) string) {
	index := make(map[string]int, len(l.bs))
	for j := len(l.bs) - 1; j >= 0; j-- {
		if !l.taken[j] {
			index[key(l.bs[j])] = j
		}
	}
	for i := range l.pairs {
		p := &l.pairs[i]
		if p.b != nil {
			continue
		}
		k := key(p.a)
		if j, ok := index[k]; ok && k != "" && !l.taken[j] {
			p.b, l.taken[j] = l.bs[j], true
		}
	}
}

// inOrder pairs what is left of each class, if both sides have as many left.
func (l *lists) inOrder(class func(*dialect.Item) any) {
	left, right := map[any][]int{}, map[any][]int{}
	for i, p := range l.pairs {
		if p.b == nil {
			left[class(p.a)] = append(left[class(p.a)], i)
		}
	}
	for j, b := range l.bs {
		if !l.taken[j] {
			right[class(b)] = append(right[class(b)], j)
		}
	}
	for c, is := range left {
		if js := right[c]; len(js) == len(is) {
			for n, i := range is {
				l.pairs[i].b, l.taken[js[n]] = l.bs[js[n]], true
			}
		}
	}
}

// key is what an item is recognised by in every dialect: the letters and digits
// of its wire name, or of its literal.
func key(it *dialect.Item) string {
	switch it.Form {
	case dialect.Field:
		return "f:" + plain(it.Name)
	case dialect.Named:
		return "n:" + plain(it.Name)
	}
	if it.Expr == nil {
		return ""
	}
	return "v:" + it.Expr.Text
}

// looseKey is the key of a field without its place's prefix and its number: the
// header "x-beta" is `betas` to some, and the list `items` a flag `--item`.
func looseKey(it *dialect.Item) string {
	if it.Form != dialect.Field {
		return ""
	}
	name := it.Name
	if it.Place == "header" {
		name = name[strings.LastIndexByte(name, '-')+1:]
	}
	return it.Place + ":" + strings.TrimSuffix(plain(name), "s")
}

// plain drops case and punctuation, and the underscore that some dialects put
// behind their reserved words with it.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}
