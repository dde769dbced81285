package fuse

import (
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// typeName is the name that b gives to the named type inside of a.
func typeName(a, b *typeexpr.Expr) string {
	if a == nil || b == nil {
		return ""
	}
	a, b = a.Innermost(), b.Innermost()
	if a.Op != typeexpr.Name || b.Op != typeexpr.Name && b.Op != typeexpr.Object {
		return ""
	}
	return b.Text
}

// nativeName is what the Go pages call an item.
func nativeName(it *dialect.Item) string {
	if it.Native != "" {
		return it.Native
	}
	if it.Form == dialect.Variant {
		return ""
	}
	return it.Name
}
