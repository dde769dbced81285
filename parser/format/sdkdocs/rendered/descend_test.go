package rendered

import (
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/python"
)

// modelFrom nests items of http, separated by bars, as their announcements tell.
func modelFrom(t *testing.T, items string) *Model {
	t.Helper()
	tree := newTree(newCounts(), nil)
	for code := range strings.SplitSeq(items, "|") {
		if code == "?" {
			tree.choice()
			continue
		}
		n := readDeclaration(link(code))
		if n == nil {
			t.Fatalf("%s is no item", code)
		}
		tree.add(n)
	}
	m := &Model{}
	for _, n := range tree.end() {
		m.members = append(m.members, modelOf(n))
	}
	return m
}

// The keys of the outline items that items have, behind a slash at the top, or - where they have none.
func TestDescend(t *testing.T) {
	library := NewLibrary()
	for _, m := range modelFrom(t, "Tug object { name, engine }|name: string|engine: object { power }|power: number|"+
		"Chain object { next, id }|next: @Chain { next, id }|id: string").members {
		library.byName[m.key] = m
	}
	for name, tc := range map[string]struct{ items, section, want string }{
		"equal":           {"id: str|size: Size|x: int|y: int|note: str", "id: string|size: object { x, y }|x: number|y: number|note: string", "/id /size x y /note"},
		"more items":      {"id: str|lid: str|note: str", "id: string|note: string", "/id - /note"},
		"more members":    {"id: str|note: str", "id: string|lid: string|gate: string|note: string", "/id /note"},
		"another order":   {"size: Size|y: int|x: int|note: str", "size: object { x, y }|x: number|y: number|note: string", "/size y x /note"},
		"of one name":     {"a: A|id: str|id: str", "a: object { id }|id: string|id: string", "/a id /id"},
		"without a name":  {"by: By|class Van: …|wheels: int|class Tram: …|rail: str", "by: object { wheels } or object { rail }|?|object { wheels }|wheels: number|object { rail }|rail: string", "/by  wheels  rail"},
		"one is left out": {"by: By|class Tram: …|rail: str", "by: object { wheels } or object { rail }|?|object { wheels }|wheels: number|object { rail }|rail: string", "/by  rail"},
		"a model":         {"tug: Tug|name: str|engine: Engine|power: int|name: str", "tug: @Tug { name, engine }|name: string", "/tug name engine power /name"},
		"no model":        {"tug: Tug|name: str", "tug: @Tug { name, engine }|name: string", "/tug /name"},
		"more values":     {`mode: Mode|"a"|"b"|"c"|id: str|"d"`, `mode: "a" or "b"|?|"a"|"b"|id: string`, "/mode    /id -"},
		"recursion":       {"c: Chain|next: Chain|next: Chain|id: str|id: str|id: str", "c: @Chain { next, id }", "/c next next id id id"},
		"another type":    {"id: str|class Tug: …|name: str|engine: Engine|power: int", "id: string", "/id /tug name engine power"},
		"an envelope":     {"class Tug: …|name: str", "data: array of object { name }|name: string|more: boolean", "- name"},
	} {
		t.Run(name, func(t *testing.T) {
			items := flatOf(t, python.Dialect{}, tc.items)
			s := newOutline(modelFrom(t, tc.section), library, len(items), false)
			var got []string
			for _, b := range s.descend(items) {
				switch {
				case b < 0:
					got = append(got, "-")
				case s.items[b].Parent < 0:
					got = append(got, "/"+s.items[b].key)
				default:
					got = append(got, s.items[b].key)
				}
			}
			if strings.Join(got, " ") != tc.want {
				t.Errorf("the outline items are %q, want %q", strings.Join(got, " "), tc.want)
			}
		})
	}
}

// However often a model refers to itself, the outline items grow with the items.
func TestDescendIsBounded(t *testing.T) {
	library := NewLibrary()
	section := modelFrom(t, "A object { "+strings.Repeat("a, ", 199)+"a }"+strings.Repeat("|a: @A { a }", 200))
	library.byName["a"] = section.members[0]
	items := flatOf(t, python.Dialect{}, strings.TrimSuffix(strings.Repeat("a: A|", 500), "|"))
	s := newOutline(section, library, len(items), false)
	on := s.descend(items)
	if len(on) != 500 || slices.Max(on) < 0 || len(s.items) > maxGrown*(500+maxGrown)+200 {
		t.Errorf("%d outline items for 500 items", len(s.items))
	}
}
