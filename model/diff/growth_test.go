package diff_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// TestGrowth compares APIs of n and 4n types that refer to each other. Each union
// opens the rest of its chain and each type of a chain pairs with many others, so
// that what is allocated may grow with the square of the types, and no faster.
func TestGrowth(t *testing.T) {
	ref := func(i int) *model.Type { return &model.Type{Kind: model.KindRef, Ref: fmt.Sprint("P", i)} }
	for name, declare := range map[string]func(i, rev int) *model.Type{
		"unions of unions": func(i, rev int) *model.Type {
			return &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{{Type: ref(i + 1)}, {Type: ref(i + 2 + rev)}, {Type: &model.Type{Kind: model.KindString}}}}
		},
		"types in a chain": func(i, rev int) *model.Type {
			return &model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: "a", Type: ref(i + 1)}, {Name: "b", Type: ref(i + 2 + rev)}}}
		},
	} {
		chain := func(n, rev int) *model.API {
			api := &model.API{Resources: []*model.Resource{{ID: "p", Methods: []*model.Method{{ID: "p.get", Verb: "GET", Path: "/p", Returns: &model.Response{Type: ref(0)}}}}}}
			for i := range n {
				id := fmt.Sprint("P", i)
				api.Types = append(api.Types, &model.NamedType{ID: id, Name: id, Type: declare(i, rev)})
			}
			return api
		}
		allocated := func(n int) uint64 {
			before, after := chain(n, 0), chain(n, 1)
			var start, end runtime.MemStats
			runtime.ReadMemStats(&start)
			diff.Compare(before, after)
			runtime.ReadMemStats(&end)
			return end.TotalAlloc - start.TotalAlloc
		}
		once, more := allocated(50), allocated(200)
		t.Logf("%s: %d KB, %d KB", name, once>>10, more>>10)
		if more > 18*once {
			t.Errorf("%s: 4 times the types take %d KB instead of %d", name, more>>10, once>>10)
		}
	}
}
