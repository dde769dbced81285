package rendered

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/http"
)

// TestNest rebuilds levels from what items announce. Items that are not
// indented are marked by a dot.
func TestNest(t *testing.T) {
	for name, c := range map[string]struct{ items, want string }{
		"fields":           {`.A object { a, b }|a: object { x, y }|x: string|y: string|b: string`, "01221"},
		"a constant":       {`.A object { a, b }|a: "v"|"v"|b: string`, "0121"},
		"values":           {`.A object { a, b }|a: "v" or "w" or 1 more|"v"|"w"|"x"|b: string`, "012221"},
		"a choice":         {`.A = B or C|B object { k }|k: "b"|"b"|C object { k }|k: "c"|"c"`, "0123123"},
		"a named type":     {`.A object { list, more }|list: array of B|id: string|at: string|more: boolean`, "01221"},
		"one known before": {`.B object { id, more }|id: string|more: string|.A object { b, more }|b: B|id: string|more: string|more: boolean`, "01101221"},
		"not expanded":     {`.A object { b, c }|b: B|c: string`, "011"},
	} {
		t.Run(name, func(t *testing.T) {
			var items []Flat
			for _, code := range strings.Split(c.items, "|") {
				code, top := strings.CutPrefix(code, ".")
				it, ok, err := http.Dialect{}.Item(code, nil)
				if !ok || err != nil {
					t.Fatalf("%s is no item: %v", code, err)
				}
				items = append(items, Flat{Item: it, Top: top})
			}
			sizes := map[string]*decl.Expr{}
			Sizes(sizes, items)
			var got strings.Builder
			for _, d := range Nest(items, sizes) {
				got.WriteByte(byte('0' + d))
			}
			if got.String() != c.want {
				t.Errorf("got %s, want %s", got.String(), c.want)
			}
		})
	}
}

func TestSize(t *testing.T) {
	for code, want := range map[string]int{"a: string": 0, "a: object { b, 3 more }": 4, `a: "x" or "y" or 5 more`: 7} {
		it, _, err := http.Dialect{}.Item(code, (*decl.Item)(nil))
		if err != nil {
			t.Fatal(err)
		}
		if n, _ := Size(it); n != want {
			t.Errorf("%s announces %d, want %d", code, n, want)
		}
	}
}
