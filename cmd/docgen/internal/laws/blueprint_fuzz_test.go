package laws_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/laws"
	"github.com/docgen-go/docgen/model/testutil"
)

// FuzzBlueprintLaws holds what docgen makes of any blueprints against the laws: lines are
// mixed up as for other pages, and items are indented, renamed and retyped besides.
func FuzzBlueprintLaws(f *testing.F) {
	testutil.NoRace(f, "TestLaws does the same with fewer pages")
	testutil.Slow(f, "builds a package of each seed")
	checkLaws(f, os.DirFS("../../../../testdata/bakery")) // which loads the standard library
	seeds := 0
	for name, docs := range archivedDocs(f) {
		if !strings.HasPrefix(name, "parser/blueprint-") {
			continue
		}
		seeds++
		text := archiveOf(f, docs)
		for mix := range uint64(8) {
			f.Add(text, mix)
		}
	}
	if seeds < 4 {
		f.Fatalf("%d seeds", seeds)
	}
	f.Fuzz(func(t *testing.T, text []byte, mix uint64) {
		if len(text) <= longestMutant {
			checkMutant(t, mixedItems(laws.Mixed(text, mix), mix), ".apib")
		}
	})
}

// mutantItems are what items of blueprints could be and no reader should stumble over.
var mutantItems = []string{
	"+ Response 200", "+ Response 404 (application/json)", "+ Response", "+ Request a (text/plain)", "+ Request (application/json)", "+ Parameters", "+ Attributes", "+ Attributes (array[Bread])",
	"+ Attributes (enum)", "+ Body", "+ Schema", "+ Headers", "+ Model (application/json)", "+ Relation: a", "+ Members", "+ Properties", "+ Items", "+ Values", "+ One Of", "+ Include Dough",
	"+ Include Bread", "+ Sample", "+ Sample: a", "+ Default", "+ Default: `1`", "+ a: 1 (number, required)", "+ a: x (number, fixed)", "+ id (Bread, nullable)", "+ *a (string)*: b", "+ (object)",
	"+ (string)", "+ *1* (number)", "+ `a b`: `c (d)` (string) - e", "+ a = `b` (optional, `c`) ... d", "+ a (array[array[enum[number]]])", "+ id", "+", "{\"a\": [1, null]}", "[1]", "{", "[Crane][]",
	"X-A: b", "# Group A", "# Data Structures", "## Bread (Dough)", "## Dough (Bread)", "## A (enum[number])", "### Members", "## GET", "## A [POST]", "## A [PUT /a/{b}{?c*}{#d}]", "# A [/{a}/{a}]",
	"# GET /a?b=c{&d}", "<!-- include(a) -->", "```", "FORMAT: 1A",
}

// mixedItems changes a few items of a blueprint.
func mixedItems(text []byte, mix uint64) []byte {
	if mix == 0 {
		return text
	}
	r := rand.New(rand.NewPCG(mix, 11))
	lines := strings.SplitAfter(string(text), "\n")
	for range 1 + r.IntN(6) {
		i := r.IntN(len(lines))
		line := strings.TrimLeft(lines[i], " ")
		if strings.HasPrefix(line, "-- ") {
			continue // the name of a file
		}
		indent := len(lines[i]) - len(line)
		switch r.IntN(3) {
		case 0: // further right, or left
			lines[i] = strings.Repeat(" ", max(0, indent+r.IntN(13)-6)) + line
		case 1: // one more
			lines[i] += strings.Repeat(" ", indent) + mutantItems[r.IntN(len(mutantItems))] + "\n"
		default:
			lines[i] = strings.Repeat(" ", indent) + mutantItems[r.IntN(len(mutantItems))] + "\n"
		}
	}
	return []byte(strings.Join(lines, ""))
}
