package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// pollOption is the option that a package has for methods after which a value can be asked
// for again.
const pollOption = "WithPollInterval"

// pollResources are the IDs of the resources that have such methods.
func pollResources(api *model.API) []string {
	var out []string
	for id := range naming.Polls(api) {
		out = append(out, id[:max(0, strings.LastIndexByte(id, '.'))])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// carried gives what the runtime exports for some methods alone the causes of what
// happened to the resources of these.
func (x *explainer) carried(all []change, causes [][]int) {
	for i, c := range all {
		if c.Name != pollOption || len(causes[i]) > 0 {
			continue
		}
		s := x.old
		if c.Action == Added {
			s = x.new
		}
		for _, id := range s.polls {
			causes[i] = append(causes[i], x.resource(s, id)...)
		}
		slices.Sort(causes[i])
		causes[i] = slices.Compact(causes[i])
	}
}
