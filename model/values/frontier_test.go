package values

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/docgen-go/docgen/model"
)

// TestFrontier opens the types of a union in every order, and demands what one walk
// over all that is open gives: the same values, and the same mentions of the rest.
func TestFrontier(t *testing.T) {
	all := map[string]*model.NamedType{}
	add := func(id string, anonymous bool, t *model.Type) {
		all[id] = &model.NamedType{ID: id, Name: id, Anonymous: anonymous, Type: t}
	}
	add("Crate", false, object(field("id", true, scalar(model.KindString))))
	add("Boxes", false, union(ref("Crate"), ref("inner"), ref("Loop")))
	add("Loop", false, union(ref("Boxes"), ref("Loop"), ref("Alias"), ref("Alias"), scalar(model.KindNull)))
	add("Alias", false, ref("Crate"))
	add("inner", true, union(ref("Crate"), constant(`"none"`), ref("nobody")))
	lookup := func(id string) *model.NamedType { return all[id] }
	whole := union(ref("Boxes"), ref("inner"), ref("Alias"))
	for _, order := range orders([]string{"Crate", "Boxes", "Loop", "Alias"}) {
		f := NewFrontier(lookup, whole)
		for i := range len(order) + 1 {
			want := Of(lookup, whole, func(t *model.NamedType) bool { return slices.Contains(order[:i], t.ID) })
			if got := f.Set(); !reflect.DeepEqual(got, want) {
				t.Errorf("%v: %+v, want %+v", order[:i], got, want)
			}
			for id := range all {
				mentions := 0
				for _, r := range want.Refs {
					if r.ID == id {
						mentions++
					}
				}
				if got := f.Mentions(id); got != mentions {
					t.Errorf("%v: %s is mentioned %d times, want %d", order[:i], id, got, mentions)
				}
			}
			if i < len(order) {
				f.Open(order[i])
			}
		}
	}
}

func orders(of []string) [][]string {
	if len(of) < 2 {
		return [][]string{of}
	}
	var out [][]string
	for i, first := range of {
		for _, rest := range orders(slices.Concat(of[:i], of[i+1:])) {
			out = append(out, append([]string{first}, rest...))
		}
	}
	return out
}

// TestFrontierGrowth opens a chain of unions one by one. Each ref is followed once,
// so that the types looked up grow with the chain.
func TestFrontierGrowth(t *testing.T) {
	for _, n := range []int{50, 100, 200} {
		all := map[string]*model.NamedType{}
		for i := range n {
			id := fmt.Sprint("P", i)
			all[id] = &model.NamedType{ID: id, Type: union(ref(fmt.Sprint("P", i+1)), ref(fmt.Sprint("P", i+2)))}
		}
		lookups := 0
		f := NewFrontier(func(id string) *model.NamedType { lookups++; return all[id] }, ref("P0"))
		opened := 0
		for fresh := f.Fresh(); len(fresh) > 0; fresh = f.Fresh() {
			for _, next := range fresh {
				if !f.IsOpen(next) {
					f.Open(next.ID)
					opened++
				}
			}
		}
		// A ref is looked up where one stops at it and where it is opened.
		if refs := 2*n + 1; opened != n || lookups > 2*refs {
			t.Errorf("%d types: %d opened with %d lookups, want at most %d", n, opened, lookups, 2*refs)
		}
	}
}
