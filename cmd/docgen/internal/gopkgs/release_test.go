package gopkgs

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"
)

// TestParseRelease keeps of the standard library what the types of declarations are made
// of: neither bodies nor large tables, but arrays that say their own length.
func TestParseRelease(t *testing.T) {
	many := strings.Repeat("1, ", maxData+1)
	f, err := parseRelease(token.NewFileSet(), "p.go", []byte("package p\n\nfunc f() { g() }\n\nvar (\n\ta = []int{"+many+"}\n\tb = [...]int{"+many+"}\n"+
		"\tc = &T{S: []int{"+many+"}}\n\td = [99]int{"+many+"}\n\te = []int{1, 2}\n)\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			got = append(got, len(n.Elts))
		case *ast.FuncDecl:
			if n.Body != nil {
				t.Error("the function has a body")
			}
		}
		return true
	})
	want := []int{0, maxData + 1, 1, 0, 0, 2}
	if len(got) != len(want) {
		t.Fatal(got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("literal %d has %d elements, want %d", i, got[i], want[i])
		}
	}
}
