package goapi

import (
	"slices"

	"github.com/docgen-go/docgen/model/diff"
)

// lost gives the findings that a member went, of which nothing in Go is known yet, the
// change of the method that returns or takes another type now: structures that were equal are
// one Go type, which keeps the member where only one of them loses it.
func (x *explainer) lost(all []change, causes [][]int) {
	has := make([]bool, len(x.findings))
	for _, found := range causes {
		for _, f := range found {
			has[f] = true
		}
	}
	var of map[string][]int // the changes of methods, by ID, made when a finding asks
	for f, finding := range x.findings {
		gone := finding.Kind == diff.FieldRemovedRequired || finding.Kind == diff.FieldRemovedOptional
		if has[f] || !gone {
			continue
		}
		if of == nil {
			of = x.ofMethods(all)
		}
		for _, s := range finding.Subjects {
			for _, i := range of[s.NewMethod] {
				if at, known := slices.BinarySearch(causes[i], f); !known {
					causes[i] = slices.Insert(slices.Clone(causes[i]), at, f)
				}
			}
		}
	}
}

// ofMethods returns the changes of methods whose signatures are others, by the IDs of the methods.
func (x *explainer) ofMethods(all []change) map[string][]int {
	out := map[string][]int{}
	for i := range all {
		c := &all[i]
		if c.Kind != KindMethod || c.Action != Changed {
			continue
		}
		if o, ok := x.new.origins.of(x.is(&c.Change)); ok && o.Method != "" {
			out[o.Method] = append(out[o.Method], i)
		}
	}
	return out
}
