package main

import (
	"slices"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
)

// only returns entries for what can stop code from compiling and of which no other finding
// tells, so that none of it is only counted.
func (c causes) only(both *twoSides, policy rules.Deprecation) []report.Finding {
	if c.Explanation == nil {
		return nil
	}
	rule, _ := policy.Policy(rules.GoChanged)
	var out []report.Finding
	users := usersOfTypes{both: both}
	for _, e := range c.Entries() {
		for i := range e.Locations {
			e.Locations[i].Reach = users.of(e.Locations[i])
		}
		e.Complete()
		f := report.Finding{Finding: diff.Finding{Change: e.Change, Severity: rule.Severity, Rules: []string{rule.ID}, Message: rule.Message}, Go: e.Go}
		if fact := e.Go[0].Unstated; fact != "" {
			f.Policy = "the pages of one side do not state the fact: " + string(fact)
		}
		out = append(out, f)
	}
	return out
}

// usersOfTypes finds the methods that lead to a type on either side.
type usersOfTypes struct {
	both *twoSides
	by   map[string][]string // made when somebody asks
}

func (u *usersOfTypes) of(l diff.Location) []string {
	switch {
	case l.Method != "":
		return []string{l.Method}
	case l.Type == "":
		return nil
	}
	if u.by == nil {
		u.by = map[string][]string{}
		for _, api := range []*model.API{u.both.before.api, u.both.after.api} {
			u.add(api)
		}
		for id := range u.by {
			slices.Sort(u.by[id])
			u.by[id] = slices.Compact(u.by[id])
		}
	}
	return u.by[l.Type]
}

func (u *usersOfTypes) add(api *model.API) {
	for _, m := range api.Methods {
		w := refWalk{api: api, found: map[string]bool{}, seen: map[*model.Type]bool{}}
		w.method(m)
		for id := range w.found {
			u.by[id] = append(u.by[id], m.ID)
		}
	}
}

// uses returns the identifiers of code that entries about Go alone are about.
func usesOf(changes []goapi.Change, used map[string]bool) []string {
	var out []string
	for _, c := range changes {
		out = append(out, goapi.BrokenBy(c, used)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
