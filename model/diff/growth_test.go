package diff_test

import (
	"fmt"
	"maps"
	"math"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// apiOf is an API whose one method returns the first of the types.
func apiOf(types ...*model.NamedType) *model.API {
	returns := &model.Response{Type: &model.Type{Kind: model.KindRef, Ref: types[0].ID}}
	return &model.API{
		Resources: []*model.Resource{{ID: "p", Methods: []*model.Method{{ID: "p.get", Verb: "GET", Path: "/p", Returns: returns}}}},
		Types:     types,
	}
}

func chain(n int, declare func(i int) *model.Type) *model.API {
	types := make([]*model.NamedType, n)
	for i := range types {
		id := fmt.Sprint("P", i)
		types[i] = &model.NamedType{ID: id, Name: id, Type: declare(i)}
	}
	return apiOf(types...)
}

// growing are APIs of n parts that all differ between two revisions.
var growing = map[string]func(n, rev int) *model.API{
	"types in a chain that all differ": func(n, rev int) *model.API {
		return chain(n, func(i int) *model.Type {
			return object(field("a", refTo(i+1)), field(fmt.Sprint("x", rev, i), text))
		})
	},
	"types in a chain that mention others": func(n, rev int) *model.API {
		return chain(n, func(i int) *model.Type { return object(field("a", refTo(i+1)), field("b", refTo(i+2+rev))) })
	},
	"renamed members": func(n, rev int) *model.API {
		o := object(field("id", text))
		for i := range n {
			f := field(fmt.Sprint("x", rev, i), object(field("a", text)))
			f.Doc = fmt.Sprint("The member ", i)
			o.Fields = append(o.Fields, f)
		}
		return chain(1, func(int) *model.Type { return o })
	},
	"members of which a word is replaced": func(n, rev int) *model.API {
		o := object(field("id", text)) // objects without a member in common are others
		for i := range n {
			f := field(fmt.Sprint([]string{"rig_", "unit_"}[rev], i), text)
			f.Doc = []string{"What the rig has.", "What the unit has."}[rev]
			g := field(fmt.Sprint([]string{"a", "b"}[rev], i), text)
			g.Doc = "The like is said of all."
			o.Fields = append(o.Fields, f, g)
		}
		return chain(1, func(int) *model.Type { return o })
	},
	"renamed values": func(n, rev int) *model.API {
		e := &model.Enum{Base: model.KindString}
		for i := range n {
			e.Values = append(e.Values, model.EnumValue{Literal: model.Literal(fmt.Sprintf("%q", fmt.Sprint(rev, i)))})
		}
		return chain(1, func(int) *model.Type { return &model.Type{Kind: model.KindEnum, Enum: e} })
	},
	"alternatives that all differ": func(n, rev int) *model.API {
		return chain(1, func(int) *model.Type { return alternatives(n, "", fmt.Sprint("x", rev)) })
	},
	"unions of unions": func(n, rev int) *model.API {
		return chain(n, func(i int) *model.Type {
			return &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{{Type: refTo(i + 1)}, {Type: refTo(i + 2 + rev)}, {Type: text}}}
		})
	},
	"other alternatives": func(n, rev int) *model.API {
		return chain(1, func(int) *model.Type { return alternatives(n, fmt.Sprint(rev, "-"), "x") })
	},
}

var text = &model.Type{Kind: model.KindString}

func object(fields ...*model.Field) *model.Type {
	return &model.Type{Kind: model.KindObject, Fields: fields}
}

func field(name string, t *model.Type) *model.Field { return &model.Field{Name: name, Type: t} }

func refTo(i int) *model.Type { return &model.Type{Kind: model.KindRef, Ref: fmt.Sprint("P", i)} }

// alternatives are n objects of a union, each with a constant and a member.
func alternatives(n int, prefix, member string) *model.Type {
	u := &model.Type{Kind: model.KindUnion}
	for i := range n {
		kind := &model.Type{Kind: model.KindConst, Literal: model.Literal(fmt.Sprintf("%q", fmt.Sprint(prefix, i)))}
		u.Variants = append(u.Variants, &model.Variant{Type: object(&model.Field{Name: "type", Required: true, Type: kind}, field(member, text))})
	}
	return u
}

// TestGrowth compares APIs of n and 4n parts. What is allocated grows with them.
func TestGrowth(t *testing.T) {
	for name, parts := range growing {
		allocated := func(n int) uint64 {
			before, after := parts(n, 0), parts(n, 1)
			var start, end runtime.MemStats
			least := uint64(math.MaxUint64)
			for range 3 { // other goroutines and emptied pools only add
				runtime.ReadMemStats(&start)
				diff.Compare(before, after)
				runtime.ReadMemStats(&end)
				least = min(least, end.TotalAlloc-start.TotalAlloc)
			}
			return least
		}
		once, more := allocated(100), allocated(400)
		t.Logf("%s: %d KB, %d KB", name, once>>10, more>>10)
		if more > 6*once {
			t.Errorf("%s: 4 times the parts take %d KB instead of %d", name, more>>10, once>>10)
		}
	}
}

// BenchmarkGrowth reports how the time grows, which memory need not show: growth is the
// time of 4n parts by that of n, each the best of its runs in one benchmark. Linear is 4.
func BenchmarkGrowth(b *testing.B) {
	const n = 1000
	for _, name := range slices.Sorted(maps.Keys(growing)) {
		b.Run(name, func(b *testing.B) {
			var best [2]time.Duration
			for b.Loop() {
				for i, n := range []int{n, 4 * n} {
					before, after := growing[name](n, 0), growing[name](n, 1)
					runtime.GC()
					start := time.Now()
					diff.Compare(before, after)
					if took := time.Since(start); best[i] == 0 || took < best[i] {
						best[i] = took
					}
				}
			}
			b.ReportMetric(best[1].Seconds()/best[0].Seconds(), "growth")
			b.ReportMetric(best[1].Seconds()*1000, "ms-of-4n")
		})
	}
}
