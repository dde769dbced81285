package cli

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/decl"
)

// cutName cuts `name: T`. Titles of alternatives may hold spaces.
func cutName(code string) (name, typ string, ok bool) {
	name, typ, ok = strings.Cut(code, ": ")
	if !ok || name == "" || strings.ContainsAny(name, "{}[]\"`,<>()$") {
		return "", "", false
	}
	return name, typ, true
}

// isOptional reports whether a type stands behind the word that only members
// have.
func isOptional(typ string) bool { return strings.HasPrefix(typ, "optional ") }

// declaresType reports whether `name: T` below the owner declares a type
// rather than a field. At the top of a section it does, flags aside, and below
// alternatives it names one of them. Below a name that stands for either, the
// alternatives are objects without exception, and fields are not; a field that
// follows decides it (unnameSiblings).
func declaresType(owner *decl.Item, typ string) bool {
	if owner == nil || owner.Expr == nil {
		return true
	}
	e := owner.Expr.Innermost()
	switch e.Op {
	case decl.Union:
		return true
	case decl.Name:
		return isObject(typ) && !hasField(owner)
	}
	return false
}

func isObject(typ string) bool { return typ == "object" || strings.HasPrefix(typ, "object {") }

func hasField(owner *decl.Item) bool {
	for _, it := range owner.Children {
		if it.Form == decl.Field {
			return true
		}
	}
	return false
}

// unnameSiblings makes fields of the objects that were taken for alternatives
// of the owner before its first plain field.
func unnameSiblings(owner *decl.Item) {
	if owner == nil {
		return
	}
	for _, it := range owner.Children {
		if it.Form == decl.Named && it.Native != "" {
			it.Form, it.Name, it.Native = decl.Field, it.Native, ""
		}
	}
}

// typeName is the name of a type that is printed in snake case: as the owner
// spells it where it does, and by the letters alone elsewhere.
func typeName(printed string, owner *decl.Item) string {
	if owner != nil && owner.Expr != nil {
		for _, alt := range owner.Expr.Innermost().Alternatives() {
			if alt = alt.Innermost(); alt.Op == decl.Name && fold(alt.Text) == fold(printed) {
				return alt.Text
			}
		}
	}
	if strings.ContainsFunc(printed, unicode.IsUpper) && !strings.Contains(printed, " ") {
		return printed // named by hand, not by the rule of commands
	}
	return camel(printed)
}

func fold(name string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(name))
}

func camel(name string) string {
	var b strings.Builder
	upper := true
	for _, r := range name {
		switch {
		case r == '_' || r == ' ' || r == '-':
			upper = true
		case upper:
			b.WriteRune(unicode.ToUpper(r))
			upper = false
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
