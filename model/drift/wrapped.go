package drift

import (
	"strings"

	"github.com/docgen-go/docgen/model/gofacts"
)

// nullHolder stands for all types with a name that hold a value which may be absent or null: NullableString, null.Int. A
// name for a pointer is a pointer, whoever gave it.
const nullHolder = "null "

// heldBy returns the type of a member in two parts, as held does, with nullHolder or a pointer for the name of a
// holder.
func heldBy(f *gofacts.Field) (holder, base string) {
	switch {
	case f.Held == "":
		return held(f.GoType)
	case f.HeldNull:
		return nullHolder, f.Held
	}
	return "*", f.Held
}

// held returns a Go type in two parts: what holds a value, a pointer or a generic type of one argument
// (*, opt.Field[, *opt.Field[), and the type of the value.
func held(goType string) (holder, base string) {
	base = strings.TrimPrefix(goType, "*")
	holder = goType[:len(goType)-len(base)]
	open := strings.IndexByte(base, '[')
	if open <= 0 || !strings.HasSuffix(base, "]") || base[:open] == "map" || strings.ContainsAny(base[:open], "*({ ") {
		return holder, base
	}
	if inner := base[open+1 : len(base)-1]; isOneType(inner) {
		return holder + base[:open+1], inner
	}
	return holder, base
}

// isOneType reports whether the text between brackets is one type argument.
func isOneType(text string) bool {
	depth := 0
	for _, r := range text {
		switch r {
		case '[', '(', '{':
			depth++
		case ']', ')', '}':
			depth--
		case ',':
			if depth == 0 {
				return false
			}
		}
		if depth < 0 {
			return false
		}
	}
	return text != ""
}

// hold returns the type of a value in what holds it.
func hold(holder, base string) string {
	return holder + base + strings.Repeat("]", strings.Count(holder, "["))
}
