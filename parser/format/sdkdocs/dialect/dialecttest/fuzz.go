package dialecttest

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// Fuzz reads arbitrary code spans as signatures and as items, one below the
// other. Whatever a page prints, an item that is a declaration has a type or
// an error, and types nest no deeper than the grammar allows.
func Fuzz(f *testing.F, d dialect.Dialect, cases ...[]Case) {
	for _, list := range cases {
		for _, tc := range list {
			f.Add(tc[0], "")
			f.Add("", tc[0])
		}
	}
	f.Fuzz(func(t *testing.T, above, code string) {
		if s, ok := d.Signature(code); ok && len(s.Names) == 0 {
			t.Errorf("the signature %q names no method", code)
		}
		owner, ok, err := d.Item(above, nil)
		check(t, above, owner, ok, err)
		if !ok || err != nil {
			owner = nil
		}
		it, ok, err := d.Item(code, owner)
		check(t, code, it, ok, err)
	})
}

func check(t *testing.T, code string, it *decl.Item, ok bool, err error) {
	t.Helper()
	switch {
	case !ok || err != nil:
		return
	case it == nil || it.Expr == nil:
		t.Fatalf("%q has no type", code)
	case it.Form != decl.Variant && it.Name == "" && !strings.HasPrefix(code, `""`): // JSON allows ""
		t.Errorf("%q has no name", code)
	case depth(it.Expr) > 2*typeexpr.MaxNesting:
		t.Errorf("%q nests %d levels deep", code, depth(it.Expr))
	}
}

func depth(e *decl.Expr) int {
	deepest := 0
	for _, a := range e.Args {
		deepest = max(deepest, depth(a))
	}
	return deepest + 1
}
