package rendered

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// link turns @Name into a link to a model, so that cases stay readable.
func link(line string) string {
	words := strings.Split(line, " ")
	for i, w := range words {
		if name, ok := strings.CutPrefix(w, "@"); ok {
			words[i] = "[" + name + "](/api#(resource)%20parcels%20%3E%20(model)%20" + strings.ToLower(name) + ")"
		}
	}
	return strings.Join(words, " ")
}

// build rebuilds items from lines, ? standing for "One of the following:", and
// prints them with one space per level.
func build(t *testing.T, namesOnly bool, lines ...string) string {
	t.Helper()
	var ps []paragraph
	for _, line := range lines {
		if line == "?" {
			line = oneOf
		}
		ps = append(ps, paragraph{lines: []string{link(line)}})
	}
	r := &rewriter{survey: NewSurvey()}
	r.tree(ps, namesOnly)
	items, prose := r.tree(ps, namesOnly)
	if len(prose) > 0 {
		t.Errorf("%q was taken for prose", prose[0].first())
	}
	var out []string
	var walk func(items []*node, indent string)
	walk = func(items []*node, indent string) {
		for _, n := range items {
			out = append(out, indent+n.code)
			walk(n.kids, indent+" ")
		}
	}
	walk(items, "")
	return strings.Join(out, "\n")
}

// treeCases are sections; namesOnly are those of named types.
var treeCases = []struct {
	name      string
	namesOnly bool
	lines     []string
	want      []string
}{
	{
		name:  "fields are counted",
		lines: []string{"size: object { x, y }", "x: number", "y: number", "id: string"},
		want:  []string{"size: object { x, y }", " x: number", " y: number", "id: string"},
	},
	{
		name:  "a model that is not expanded",
		lines: []string{"from: @Depot { id, gate }", "note: string"},
		want:  []string{"from: Depot { id, gate }", "note: string"},
	},
	{
		name: "a model that is not expanded before a field of its first name",
		lines: []string{"Leg object { from, id, to, 1 more }", "from: @Depot { id, gate, cranes }", "id: string",
			"to: string", "km: number"},
		want: []string{"Leg object { from, id, to, 1 more }", " from: Depot { id, gate, cranes }", " id: string", " to: string", " km: number"},
	},
	{
		name:  "members without names are alternatives",
		lines: []string{"legs: @Legs { , ,  }", "id: string", "parts: @Parts { , B }", "?", "A object { x }", "x: number", "B object { }", "n: string"},
		want:  []string{"legs: Legs { , , }", "id: string", "parts: Parts { , B }", " A object { x }", "  x: number", " B object { }", "n: string"},
	},
	{
		name: "a choice without a name counts its alternatives",
		lines: []string{`mode: string or "air" or "sea" or "road" or 1 more or "bike"`, "?", "string",
			`"air" or "sea" or "road" or 1 more`, "?", `"air"`, `"sea"`, `"road"`, `"rail"`, `"bike"`, "id: string"},
		want: []string{`mode: string or "air" or "sea" or "road" or 1 more or "bike"`, " string",
			` "air" or "sea" or "road" or 1 more`, `  "air"`, `  "sea"`, `  "road"`, `  "rail"`, ` "bike"`, "id: string"},
	},
	{
		name:  "arrays of alternatives and alternatives of arrays",
		lines: []string{"ids: string or array of string or array of array of number", "?", "string", "array of string", "array of array of number", "n: string"},
		want:  []string{"ids: string or array of string or array of array of number", " string", " array of string", " array of array of number", "n: string"},
	},
	{
		name:  "a named choice counts once where it is announced by name",
		lines: []string{`how: @Mode or @Route { id }`, "?", `Mode = "air" or "sea"`, "?", `"air"`, `"sea"`, "Route object { id }", "id: string"},
		want:  []string{"how: Mode or Route { id }", ` Mode = "air" or "sea"`, `  "air"`, `  "sea"`, " Route object { id }", "  id: string"},
	},
	{
		name: "an inner choice of unknown size leaves what the outer one expects",
		lines: []string{"by: @Ship { cargo } or @Truck { axles }", "?", "Ship object { cargo }", "cargo: @Cargo", "?",
			"Crate object { w }", "w: number", "Sack object { }", "Truck object { axles }", "axles: number"},
		want: []string{"by: Ship { cargo } or Truck { axles }", " Ship object { cargo }", "  cargo: Cargo",
			"   Crate object { w }", "    w: number", "   Sack object { }", " Truck object { axles }", "  axles: number"},
	},
	{
		name: "an outer choice takes back what it misses",
		lines: []string{"by: @Ship { cargo } or @Van { } or @Cart { } or 2 more", "?", "Van object { }", "Cart object { }", "Ship object { cargo }",
			"cargo: @Cargo", "?", "Crate object { }", "Plane object { }", "Train object { }", "id: string"},
		want: []string{"by: Ship { cargo } or Van { } or Cart { } or 2 more", " Van object { }", " Cart object { }", " Ship object { cargo }",
			"  cargo: Cargo", "   Crate object { }", " Plane object { }", " Train object { }", "id: string"},
	},
	{
		name: "the size of a choice is learnt where its end shows", namesOnly: true,
		lines: []string{"A object { c }", "c: @Cargo", "?", "Crate object { }", "Sack object { }", "B object { c, n }",
			"c: @Cargo", "?", "Crate object { }", "Sack object { }", "n: string"},
		want: []string{"A object { c }", " c: Cargo", "  Crate object { }", "  Sack object { }", "B object { c, n }",
			" c: Cargo", "  Crate object { }", "  Sack object { }", " n: string"},
	},
	{
		name: "a model with more fields than the one it extends", namesOnly: true,
		lines: []string{"Crate = @Parcel { id, weight }", "lid: string", "hinge: string", "Sack object { n }", "n: number"},
		want:  []string{"Crate = Parcel { id, weight }", " lid: string", " hinge: string", "Sack object { n }", " n: number"},
	},
	{
		name:  "names in quotes",
		lines: []string{`"depot-mark": optional object { "x-1" }`, `"x-1": string`, "n: string"},
		want:  []string{`"depot-mark": optional object { "x-1" }`, ` "x-1": string`, "n: string"},
	},
}

func TestTree(t *testing.T) {
	for _, tc := range treeCases {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.Join(tc.want, "\n"), build(t, tc.namesOnly, tc.lines...)); diff != "" {
				t.Errorf("items (-want +got):\n%s", diff)
			}
		})
	}
}

// What is no item describes the one above it, whatever it looks like.
func TestReadItemDeclines(t *testing.T) {
	for _, line := range []string{
		"The parcel.", "Note: the parcel is heavy", "Parcel", "parcel: Parcel", "Example: `x: string`", "* `air`: by air",
		"See [Parcel](/docs/parcel)", "# Parcel", "string: or", "",
	} {
		if n := readItem(paragraph{lines: []string{line}}); n != nil {
			t.Errorf("%q is an item: %s", line, n.code)
		}
	}
	if n := readItem(paragraph{lines: []string{"id: string", "number: string"}}); n != nil {
		t.Error("two lines are an item")
	}
}

func TestDeprecatedLabel(t *testing.T) {
	n := readItem(paragraph{lines: []string{`Deprecateddepot\_id: optional string`}})
	if n == nil || !n.deprecated || n.code != "depot_id: optional string" {
		t.Errorf("the item is %+v", n)
	}
	n = readItem(paragraph{lines: []string{"DeprecatedDepot object { id }"}})
	if n == nil || n.deprecated || n.item.Name != "DeprecatedDepot" {
		t.Errorf("the item is %+v", n)
	}
}
