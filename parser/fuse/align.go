package fuse

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/dialect"
)

// A pair is an item of the spine and its counterpart, or nil.
type pair struct{ a, b *dialect.Item }

// align pairs two lists of items. Equal names pair first; what is left between
// two pairs goes in order where both sides have as many of one form left, since
// all dialects print the same members in the same order.
func align(as, bs []*dialect.Item) []pair {
	out := make([]pair, len(as))
	taken := make([]bool, len(bs))
	byKey := map[string]int{}
	for i := len(bs) - 1; i >= 0; i-- {
		byKey[key(bs[i])] = i
	}
	for i, a := range as {
		out[i].a = a
		if j, ok := byKey[key(a)]; ok && !taken[j] {
			out[i].b, taken[j] = bs[j], true
		}
	}
	for _, form := range []dialect.Form{dialect.Field, dialect.Named, dialect.Variant} {
		inOrder(out, bs, taken, form)
	}
	mixed(out, bs, taken)
	return out
}

// inOrder pairs the items of a form that are left, if there are as many.
func inOrder(out []pair, bs []*dialect.Item, taken []bool, form dialect.Form) {
	var left []int
	for i, p := range out {
		if p.b == nil && p.a.Form == form {
			left = append(left, i)
		}
	}
	var right []int
	for j, b := range bs {
		if !taken[j] && b.Form == form {
			right = append(right, j)
		}
	}
	if len(left) != len(right) {
		return
	}
	for n, i := range left {
		out[i].b, taken[right[n]] = bs[right[n]], true
	}
}

// mixed pairs alternatives that one dialect names and the other does not.
func mixed(out []pair, bs []*dialect.Item, taken []bool) {
	var left, right []int
	for i, p := range out {
		if p.b == nil && p.a.Form != dialect.Field {
			left = append(left, i)
		}
	}
	for j, b := range bs {
		if !taken[j] && b.Form != dialect.Field {
			right = append(right, j)
		}
	}
	if len(left) != len(right) {
		return
	}
	for n, i := range left {
		out[i].b, taken[right[n]] = bs[right[n]], true
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
