package laws_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/laws"
	"github.com/docgen-go/docgen/model/testutil"
)

// FuzzTableLaws holds what docgen makes of any tables under headings, and of pages that
// generators write, against the laws: lines are mixed up as for other pages, and cells of
// tables besides.
func FuzzTableLaws(f *testing.F) {
	testutil.NoRace(f, "TestLaws does the same with fewer pages")
	testutil.Slow(f, "builds a package of each seed")
	checkLaws(f, os.DirFS("../../../../testdata/orchard")) // which loads the standard library
	seeds := 0
	for name, docs := range archivedDocs(f) {
		if !strings.HasPrefix(name, "parser/tables-") && !strings.HasPrefix(name, "parser/generated-") {
			continue
		}
		seeds++
		text := archiveOf(f, docs)
		for _, mix := range []uint64{4, 5, 6} { // those of FuzzLaws are others
			f.Add(text, mix)
		}
	}
	if seeds < 5 {
		f.Fatalf("%d seeds", seeds)
	}
	f.Fuzz(func(t *testing.T, text []byte, mix uint64) {
		if len(text) <= longestMutant {
			checkMutant(t, mixedCells(laws.Mixed(text, mix), mix), ".md")
		}
	})
}

// mutantCells are what cells of tables could hold and no reader should stumble over.
var mutantCells = []string{
	"", "`a`", "`a.b`", "`a[]`", "`a[].b[c]`", "`a:b`", "> `a`", ">> b", "`a`, `b`", "*", "[]", "…", "`id`", "string", "integer/string", "array of [a](#a) objects",
	"?string", "array of arrays of array", "hash", "JSON", "mixed", "partial [a](#b)", "decimal", "yes", "no", "**true**", "required if `a` is set", "required by: `a`",
	"One of `a`, `b` or `1`.", "Default is `x`.", "Deprecated. Use `b`.", "`a` | `b`", "\\|", "<br>", "{{<required>}}", "Type", "Attribute", "Required", "1", "1 << 3", "可选", "数组",
	" **a** ", "**a\\_b**", "[**[]Crane**](Crane.md)", "Pointer to **NullableString**", "Option<**Crane**>", "[**List&lt;Crane&gt;**](Crane.md)", "**&#39;a&#39; ", "map[string]interface{}",
	"[optional] [default to 10]", "(optional) defaults to 'a'", "[enum: a, b]", " **GET** /a/{b} ", "[**a**](A.md#a) ", "**Array<",
}

// mixedCells changes a few cells of the rows of tables.
func mixedCells(text []byte, mix uint64) []byte {
	if mix == 0 {
		return text
	}
	r := rand.New(rand.NewPCG(mix, 7))
	lines := strings.SplitAfter(string(text), "\n")
	var rows []int
	for i, line := range lines {
		if strings.HasPrefix(line, "|") || strings.HasPrefix(strings.TrimLeft(line, " ["), "**") && strings.Contains(line, "|") {
			rows = append(rows, i)
		}
	}
	for range min(len(rows), 1+r.IntN(6)) {
		i := rows[r.IntN(len(rows))]
		cells := strings.Split(strings.TrimRight(lines[i], "\n"), "|")
		at := r.IntN(len(cells))
		switch r.IntN(4) {
		case 0: // a cell is lost
			cells = append(cells[:at:at], cells[at+1:]...)
		case 1: // a cell of another row
			other := strings.Split(strings.TrimRight(lines[rows[r.IntN(len(rows))]], "\n"), "|")
			cells[at] = other[r.IntN(len(other))]
		default:
			cells[at] = " " + mutantCells[r.IntN(len(mutantCells))] + " "
		}
		lines[i] = strings.Join(cells, "|") + "\n"
	}
	return []byte(strings.Join(lines, ""))
}
