package dialecttest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
)

// Name is the expression of a name.
func Name(text string) *decl.Expr { return &decl.Expr{Op: decl.Name, Text: text} }

// Of is an expression made of others.
func Of(op decl.Op, args ...*decl.Expr) *decl.Expr {
	return &decl.Expr{Op: op, Args: args}
}

// Literal is the expression of a JSON literal.
func Literal(text string) *decl.Expr { return &decl.Expr{Op: decl.Literal, Text: text} }

// Owner is an item of the type, to stand above others.
func Owner(e *decl.Expr) *decl.Item { return &decl.Item{Expr: e} }

// WantSignature compares a signature member by member; one without names means
// that the code span is none.
func WantSignature(t *testing.T, d dialect.Dialect, code string, want decl.Signature) {
	t.Helper()
	got, ok := d.Signature(code)
	if diff := cmp.Diff(want, got); diff != "" || ok != (want.Names != nil) {
		t.Errorf("Signature(%q): ok %v (-want +got):\n%s", code, ok, diff)
	}
}

// WantItem compares an item member by member.
func WantItem(t *testing.T, d dialect.Dialect, code string, owner *decl.Item, want decl.Item) {
	t.Helper()
	got, ok, err := d.Item(code, owner)
	if !ok || err != nil {
		t.Errorf("Item(%q): ok %v, error %v", code, ok, err)
		return
	}
	if diff := cmp.Diff(&want, got, cmpopts.IgnoreUnexported(decl.Item{})); diff != "" {
		t.Errorf("Item(%q) (-want +got):\n%s", code, diff)
	}
}

// WantUnreadable checks that each code span is a declaration that cannot be read.
func WantUnreadable(t *testing.T, d dialect.Dialect, codes ...string) {
	t.Helper()
	for _, code := range codes {
		if it, ok, err := d.Item(code, nil); !ok || err == nil || it == nil {
			t.Errorf("Item(%q): %+v, ok %v, error %v; want an error", code, it, ok, err)
		}
	}
}
