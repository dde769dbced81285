package fuse

import "github.com/docgen-go/docgen/parser/decl"

// typeName is the name that b gives to the named type inside of a.
func typeName(a, b *decl.Expr) string {
	if a == nil || b == nil {
		return ""
	}
	a, b = a.Innermost(), b.Innermost()
	if a.Op != decl.Name || b.Op != decl.Name && b.Op != decl.Object {
		return ""
	}
	return b.Text
}

// nativeName is what the Go pages call an item.
func nativeName(it *decl.Item) string {
	if it.Native != "" {
		return it.Native
	}
	if it.Form == decl.Variant {
		return ""
	}
	return it.Name
}
