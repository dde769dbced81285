package runtime

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// A node is an object as generated packages declare them.
type node struct {
	ID       string                     `json:"id"`
	Weight   float64                    `json:"weight"`
	Note     Opt[string]                `json:"note,omitzero"`
	Children []node                     `json:"children"`
	Parent   Opt[node]                  `json:"parent,omitzero"`
	Extra    map[string]json.RawMessage `json:"-"`
	read     *readJSON
}

func (v node) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *node) UnmarshalJSON(data []byte) error { return decodeOwn(data, v) }

// plain is a node as encoding/json alone would read it, for comparison.
type plain struct {
	ID       string  `json:"id"`
	Weight   float64 `json:"weight"`
	Note     *string `json:"note"`
	Children []plain `json:"children"`
	Parent   *plain  `json:"parent"`
}

// tree is JSON of nodes that have width children, depth levels deep.
func tree(width, depth int) string {
	var children []string
	for range width {
		if depth > 1 {
			children = append(children, tree(width, depth-1))
		}
	}
	return fmt.Sprintf(`{"id":"node at level %d","weight":%d.5,"note":"some text to carry","children":[%s]}`,
		depth, depth, strings.Join(children, ","))
}

func BenchmarkDecode(b *testing.B) {
	for _, shape := range []struct{ width, depth int }{{1000, 2}, {2, 10}, {1, 500}} {
		data := []byte(tree(shape.width, shape.depth))
		name := fmt.Sprintf("width=%d/depth=%d", shape.width, shape.depth)
		b.Run(name+"/generated", func(b *testing.B) { benchmarkDecode[node](b, data) })
		b.Run(name+"/plain", func(b *testing.B) { benchmarkDecode[plain](b, data) })
	}
}

func benchmarkDecode[T any](b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var v T
		if err := json.Unmarshal(data, &v); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	var v node
	if err := json.Unmarshal([]byte(tree(2, 10)), &v); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(v); err != nil {
			b.Fatal(err)
		}
	}
}
