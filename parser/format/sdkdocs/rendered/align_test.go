package rendered

import (
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/http"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/python"
)

// flatOf reads items of a dialect, separated by bars.
func flatOf(t *testing.T, d dialect.Dialect, items string) []Flat {
	t.Helper()
	var out []Flat
	for code := range strings.SplitSeq(items, "|") {
		it := ReadItem(d, code, true)
		if it == nil {
			t.Fatalf("%s is no item", code)
		}
		out = append(out, Flat{Item: it})
	}
	return out
}

func outlineFor(t *testing.T, items string) []OutlineItem {
	t.Helper()
	flat := flatOf(t, http.Dialect{}, items)
	return Outline(flat, make([]int, len(flat)))
}

func TestAlign(t *testing.T) {
	for name, tc := range map[string]struct {
		items, outline string
		want           []int
	}{
		"equal":              {"id: str|weight: float", "id: string|weight: number", []int{0, 1}},
		"more items":         {"id: str|lid: str|weight: float", "id: string|weight: number", []int{0, -1, 1}},
		"more outline items": {"id: str|weight: float", "id: string|lid: string|weight: number", []int{0, 2}},
		"names of types":     {"class HarborCrate: …|wood: str", "Crate object { wood }|wood: string", []int{0, 1}},
		"a type of a name":   {"class Wood: …", "wood: string", []int{-1}},
		"without names":      {"str|List[int]|Literal[\"air\"]", "Text = string|array of number|\"air\"", []int{0, 1, 2}},
		"a type without it":  {"class ParcelBox: …|wood: str", "object { wood }|wood: string", []int{-1, 1}},
		"two for one":        {"class A: …|class B: …|wood: str", "object { wood }|wood: string", []int{-1, -1, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			items, outline := flatOf(t, python.Dialect{}, tc.items), outlineFor(t, tc.outline)
			on := align(items, outline)
			if !slices.Equal(on, tc.want) {
				t.Errorf("the outline items are %v, want %v", on, tc.want)
			}
		})
	}
}

// Runs of more than one word carry over, and a long run that only one side has
// does not end the alignment.
func TestAlignLong(t *testing.T) {
	outline := outlineFor(t, strings.Repeat("a: string|b: string|", 100)+"c: string")
	items := flatOf(t, python.Dialect{}, strings.Repeat("x: str|", 3000)+strings.Repeat("a: str|b: str|", 100)+"c: str")
	on := align(items, outline)
	for i, j := range on {
		if want := max(-1, i-3000); j != want {
			t.Fatalf("item %d has outline item %d, want %d", i, j, want)
		}
	}
}
