package fuse

import (
	"iter"
	"strings"

	"github.com/docgen-go/docgen/model/names"
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
	return location + ":" + names.Letters(it.Name)
}

// againKey is the name of a parameter that stands among the items more than once
// without a place: that of the path comes first everywhere, and that of the body last.
func againKey(items []*decl.Item) keyOf {
	count := map[string]int{}
	for _, it := range items {
		if it.Form == decl.Field && it.Location == "" {
			count[names.Letters(it.Name)]++
		}
	}
	return func(it *decl.Item) string {
		if name := names.Letters(it.Name); it.Form == decl.Field && count[name] > 1 {
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
		return "field " + names.Letters(it.Name)
	case decl.Named:
		return "type " + names.Letters(it.Name)
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
	return names.Letters(names.SingularName(it.Name))
}

// looseKey is the name alone: some dialects print a field with the name of
// each alternative where others print the alternatives.
func looseKey(it *decl.Item) string {
	if it.Form == decl.Variant {
		return ""
	}
	return names.Letters(it.Name)
}

// same reports whether two items have equal keys.
func same(a, b *decl.Item) bool {
	if a.Form != b.Form || a.Location != b.Location {
		return false
	}
	if a.Form == decl.Variant {
		return a.Expr != nil && b.Expr != nil && canonical(a.Expr) == canonical(b.Expr)
	}
	return a.Name == b.Name || names.Letters(a.Name) == names.Letters(b.Name)
}

// maxHeaderWords bounds the names that a header may go by.
const maxHeaderWords = 16

// lastWords are the names that a header can go by: its name without the words
// before it, which name the vendor and are left out by clients.
func lastWords(header string) iter.Seq[string] {
	return func(yield func(string) bool) {
		words := strings.Split(header, "-")
		for i := max(1, len(words)-maxHeaderWords); i < len(words); i++ {
			if !yield(names.Letters(names.SingularName(strings.Join(words[i:], "-")))) {
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
		return "object " + names.Letters(e.Text)
	}
	parts := make([]string, len(e.Args))
	for i, a := range e.Args {
		parts[i] = canonical(a)
	}
	return strings.Join(parts, "|")
}
