package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// reshaped are the findings about the type that has a member, where the type is another
// kind of thing now: an object that became a union loses the members of its struct.
func (x *explainer) reshaped(c *Change) []int {
	owner, _, has := strings.Cut(c.Name, ".")
	if !has {
		return nil
	}
	now := owner
	if to := x.to[owner]; to != "" && c.Action != Added {
		now = to
	}
	before, after := x.old.origins.types[owner], x.new.origins.types[now]
	if before == nil || after == nil || kindOf(before) == kindOf(after) {
		return nil
	}
	all := func(diff.Finding) bool { return true }
	out := slices.Concat(x.inType(x.old, x.old.origins.byName[owner], all), x.inType(x.new, x.new.origins.byName[now], all))
	slices.Sort(out)
	return slices.Compact(out)
}

func kindOf(t *model.NamedType) model.Kind {
	if t.Type == nil {
		return ""
	}
	return t.Type.Kind
}

// helpers gives functions that belong to no type the causes of what they are for: As
// comes with the first union of a package and goes with the last.
func helpers(all []change, causes [][]int) {
	by := map[Action][]int{}
	for i := range all {
		c := &all[i]
		if c.Kind == KindType && c.Old+c.New == "interface" {
			by[c.Action] = append(by[c.Action], causes[i]...)
		}
	}
	for i := range all {
		c := &all[i]
		if c.Kind == KindFunc && len(causes[i]) == 0 && c.Name == "As" {
			found := slices.Clone(by[c.Action])
			slices.Sort(found)
			causes[i] = slices.Compact(found)
		}
	}
}
