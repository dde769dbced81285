package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diff"
)

// An index finds findings by dotted IDs that they are about.
type index struct {
	at    map[string][]int
	below map[string][]int // the same by the ID and all above it
}

func newIndex() *index { return &index{map[string][]int{}, map[string][]int{}} }

func (x *index) add(id string, i int) {
	x.at[id] = append(x.at[id], i)
	for ; id != ""; id = parent(id) {
		x.below[id] = append(x.below[id], i)
	}
}

// covering are the findings about the ID or one above it.
func (x *index) covering(id string) []int {
	var out []int
	for ; id != ""; id = parent(id) {
		out = append(out, x.at[id]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// A resourceIndex is what of an API the findings are about that is larger than a member.
type resourceIndex struct {
	resources *index // resources as such
	methods   *index // that came, went or have another ID
	types     *index // by resource, that came or went
}

// newResourceIndex indexes findings; resourceOf has the resources of types by their IDs.
func newResourceIndex(findings []diff.Finding, resourceOf map[string]string) *resourceIndex {
	a := &resourceIndex{newIndex(), newIndex(), newIndex()}
	for i, f := range findings {
		switch {
		case f.Kind == diff.TypeAdded, f.Kind == diff.TypeRemoved:
			a.types.add(resourceOf[f.Type], i)
		case f.Resource != "":
			a.resources.add(f.Resource, i)
			if f.Kind == diff.ResourceRenamed {
				a.resources.add(f.Old, i)
			}
		case strings.HasPrefix(string(f.Kind), "method-"):
			a.methods.add(f.Method, i)
			a.methods.add(f.Old, i)
		}
	}
	return a
}
