package parser_test

import (
	"fmt"
	"runtime/debug"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser"
)

// tableGrowths are references in tables of n parts, as many pages and as one.
var tableGrowths = map[string]func(n int) fstest.MapFS{
	"pages": func(n int) fstest.MapFS {
		docs := fstest.MapFS{}
		for i := range n {
			docs[fmt.Sprintf("docs/boats%d.md", i)] = &fstest.MapFile{Data: []byte(boatPage(i))}
		}
		return docs
	},
	"one page": func(n int) fstest.MapFS {
		var b strings.Builder
		b.WriteString("# Boats\n\n")
		for i := range n {
			b.WriteString(strings.TrimPrefix(boatPage(i), "# Boats\n\n"))
		}
		return page(b.String())
	},
	"structures":      hostile["tables of types"],
	"one title":       hostileTables["tables, one title"],
	"partial":         hostileTables["tables, partial"],
	"endpoints":       hostile["endpoints with tables"],
	"stated on pages": hostileTables["tables, stated on pages"],
}

// boatPage is a page with two endpoints, a structure, an enum and examples.
func boatPage(i int) string {
	return strings.ReplaceAll(`# Boats

## List boats N

`+"```plaintext\nGET /harbors/:id/boatsN\n```"+`

| Attribute | Type | Required | Description |
|-----------|------|----------|-------------|
| `+"`id`"+` | integer/string | yes | The ID of the [harbor](#boat-N-object). |
| `+"`sort`"+` | string | no | Sort in `+"`asc` or `desc`"+` order. Default is `+"`desc`"+`. |
| `+"`page`"+` | integer | no | Which page. |

`+"```shell\ncurl --header \"TOKEN: <t>\" \"https://boats.example.com/harbors/1/boatsN?sort=asc\"\n```\n\n```json\n"+`[{"id": 1, "nameN": "Anna", "crew": [{"id": 2, "rank": "mate"}], "built": "2020-01-02T03:04:05Z"}]
`+"```"+`

## Build boat N

`+"```plaintext\nPOST /harbors/:id/boatsN\n```"+`

| Attribute | Type | Required | Description |
|-----------|------|----------|-------------|
| `+"`nameN`"+` | string | yes | The name. |
| `+"`crew`"+` | array of [boat](#boat-N-object) objects | no | Who. |
| `+"`crew[].rank`"+` | string | no | One of: `+"`mate`, `cook`"+`. |

Returns the new [boat](#boat-N-object).

## Boat N Object

| Field | Type | Description |
|-------|------|-------------|
| id | integer | |
| nameN | string | |
| kind | [kind](#boat-N-kinds) | |

## Boat N Kinds

| Value | Name |
|-------|------|
| 1 | SMALL |
| 2 | LARGE |

`, "N", fmt.Sprint(i))
}

// TestTablesGrowth holds that four times the pages take at most six times the processor.
func TestTablesGrowth(t *testing.T) {
	testutil.NoRace(t, "measures time")
	testutil.Slow(t, "reads references of many pages")
	for name, docs := range tableGrowths {
		t.Run(name, func(t *testing.T) { checkGrowth(t, docs, 200) })
	}
}

// checkGrowth holds it of docs of n parts. The collector runs between the measurements only:
// it leaves small heaps alone, so that with it the least docs took less than their share.
func checkGrowth(t *testing.T, docs func(n int) fstest.MapFS, n int) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	small, large := docs(n), docs(4*n)
	ratio := 0.0
	for range 4 { // one that holds is enough: other processes only add
		one, four := used(t, func() { mustRead(t, small) }), used(t, func() { mustRead(t, large) })
		if ratio = four.Seconds() / one.Seconds(); ratio <= 6 {
			t.Logf("%.0f ms, then %.0f ms", one.Seconds()*1e3, four.Seconds()*1e3)
			return
		}
	}
	t.Errorf("four times the pages take %.1f times as long", ratio)
}

func mustRead(t *testing.T, docs fstest.MapFS) {
	t.Helper()
	if _, _, err := parser.Parse(t.Context(), docs, parser.Options{Workers: 1}); err != nil {
		t.Fatal(err)
	}
}
