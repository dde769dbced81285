package fuse

import (
	"iter"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/decl"
)

// A keyOf says what an item is recognised by in another dialect; what it gives
// "" for is recognised by nothing.
type keyOf func(*decl.Item) string

// keys are what items are recognised by, the surest first.
var keys = []keyOf{locatedKey, nameKey, singularKey, looseKey}

// locatedKey tells parameters of one name in two places apart.
func locatedKey(it *decl.Item) string {
	if it.Form != decl.Field {
		return ""
	}
	location := it.Location
	if location == "" {
		location = "body" // the one section that names its place by its title
	}
	return location + ":" + plain(it.Name)
}

// againKey is the name of a parameter that stands among the items more than once
// without a place: that of the path comes first everywhere, and that of the body last.
func againKey(items []*decl.Item) keyOf {
	count := map[string]int{}
	for _, it := range items {
		if it.Form == decl.Field && it.Location == "" {
			count[plain(it.Name)]++
		}
	}
	return func(it *decl.Item) string {
		if name := plain(it.Name); it.Form == decl.Field && count[name] > 1 {
			return name
		}
		return ""
	}
}

// nameKey is the letters and digits of a name, or of a literal or a type that
// has no name.
func nameKey(it *decl.Item) string {
	switch it.Form {
	case decl.Field:
		return "field " + plain(it.Name)
	case decl.Named:
		return "type " + plain(it.Name)
	}
	if it.Expr == nil {
		return ""
	}
	return "value " + canonical(it.Expr)
}

// singularKey is for flags, which carry one element of a list: the list `items`
// is a flag `--item`.
func singularKey(it *decl.Item) string {
	if it.Form != decl.Field {
		return ""
	}
	return singular(plain(it.Name))
}

// looseKey is the name alone: some dialects print a field with the name of
// each alternative where others print the alternatives.
func looseKey(it *decl.Item) string {
	if it.Form == decl.Variant {
		return ""
	}
	return plain(it.Name)
}

// same reports whether two items have equal keys.
func same(a, b *decl.Item) bool {
	if a.Form != b.Form || a.Location != b.Location {
		return false
	}
	if a.Form == decl.Variant {
		return a.Expr != nil && b.Expr != nil && canonical(a.Expr) == canonical(b.Expr)
	}
	return a.Name == b.Name || plain(a.Name) == plain(b.Name)
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

// singular brings a word and its plural to one form, which is no word itself:
// entry and entries to entri, box and boxes to box.
func singular(word string) string {
	if stem, ok := strings.CutSuffix(word, "y"); ok {
		return stem + "i"
	}
	if stem := strings.TrimRight(word, "es"); stem != "" {
		return stem
	}
	return word
}

// maxHeaderWords bounds the names that a header may go by.
const maxHeaderWords = 16

// lastWords are the names that a header can go by: its name without the words
// before it, which name the vendor and are left out by clients.
func lastWords(header string) iter.Seq[string] {
	return func(yield func(string) bool) {
		words := strings.Split(header, "-")
		for i := max(1, len(words)-maxHeaderWords); i < len(words); i++ {
			if !yield(singular(plain(strings.Join(words[i:], "-")))) {
				return
			}
		}
	}
}

// canonical is an expression in one spelling.
func canonical(e *decl.Expr) string {
	switch e.Op {
	case decl.Name, decl.Literal:
		return e.Text
	case decl.Array:
		return "[]" + canonical(e.Args[0])
	case decl.Map:
		return "{}" + canonical(e.Args[0])
	case decl.Object:
		return "object " + plain(e.Text)
	}
	parts := make([]string, len(e.Args))
	for i, a := range e.Args {
		parts[i] = canonical(a)
	}
	return strings.Join(parts, "|")
}
