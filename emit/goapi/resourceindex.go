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
func newResourceIndex(x *findingIndex, resourceOf map[string]string) *resourceIndex {
	out := &resourceIndex{newIndex(), newIndex(), newIndex()}
	for _, about := range x.all {
		switch f := x.findings[about.finding]; {
		case about.typ != "" && (f.Kind == diff.TypeAdded || f.Kind == diff.TypeRemoved):
			out.types.add(resourceOf[about.typ], about.finding)
		case about.resource != "":
			out.resources.add(about.resource, about.finding)
		case about.method != "" && strings.HasPrefix(string(f.Kind), "method-"):
			out.methods.add(about.method, about.finding)
		}
	}
	return out
}

// parent is the ID of the resource around one, or around a method.
func parent(id string) string { return id[:max(0, strings.LastIndexByte(id, '.'))] }
