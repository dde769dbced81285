package embedded

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// repeating makes the text of fences of one specification, each with one operation
// and the same components.
func repeating(fences int) []string {
	var components strings.Builder
	for i := range 20 {
		fmt.Fprintf(&components, "    Kite%d:\n      type: object\n      required:\n        - id\n      properties:\n        id:\n          type: string\n          description: Which one it is.\n", i)
		for j := range 8 {
			fmt.Fprintf(&components, "        part%d:\n          type: array\n          items:\n            $ref: '#/components/schemas/Kite%d'\n          description: >-\n            What hangs on it, and how long that holds, as far as anybody knows.\n", j, (i+j)%20)
		}
	}
	out := make([]string, fences)
	for i := range out {
		out[i] = fmt.Sprintf("openapi: 3.0.3\ninfo:\n  title: Kites\n  version: '1'\nservers:\n  - url: https://kites.example\npaths:\n  /kites/%d:\n    get:\n      operationId: getKite%d\n      responses:\n        '200':\n          description: ok\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/Kite%d'\ncomponents:\n  schemas:\n%s", i, i, i%20, components.String())
	}
	return out
}

// mergeTexts parses fences and merges them; it returns how long each took.
func mergeTexts(texts []string) (parsing, merging time.Duration, operations int) {
	files := make(tree.Files, len(texts))
	parts := newStore()
	var fragments []*fragment
	var c canon
	for i, text := range texts {
		start := time.Now()
		files[i] = source.NewFile(fmt.Sprintf("%d.md", i), []byte(text))
		docs, _ := tree.Parse(files[i], i, 0, len(text), 0)
		parsed := time.Now()
		for _, root := range docs {
			f := &fragment{file: "kites.yaml", root: root}
			f.take(&c, parts)
			fragments = append(fragments, f)
		}
		parsing += parsed.Sub(start)
		merging += time.Since(parsed)
	}
	start := time.Now()
	var diags diag.List
	specs, _ := group(fragments)
	for _, s := range specs {
		m := merger{spec: s, files: files, parts: parts, diags: &diags}
		m.merge()
		operations += len(m.chosen)
	}
	return parsing, merging + time.Since(start), operations
}

// BenchmarkMerge reports how long merging fences takes that repeat their components,
// in times of parsing them; parsing and merging together must stay below 1.5.
func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{500, 2000} {
		texts := repeating(n)
		b.Run(fmt.Sprint(n, " fences"), func(b *testing.B) {
			var parsing, merging time.Duration
			for range b.N {
				p, m, operations := mergeTexts(texts)
				parsing, merging = parsing+p, merging+m
				if operations != n {
					b.Fatalf("%d operations, want %d", operations, n)
				}
			}
			b.ReportMetric(float64(parsing+merging)/float64(parsing), "×parsing")
			b.ReportMetric(float64((parsing+merging).Nanoseconds())/float64(b.N*n*len(texts[0])), "ns/byte")
		})
	}
}
