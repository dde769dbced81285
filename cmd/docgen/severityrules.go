package main

import (
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
)

// severityRules are the rules with the severities that a docgen.yaml gives them.
func severityRules(file *config.File) (*diff.Rules, error) {
	all := rules.All()
	var faults config.Faults
	for _, p := range file.Diff.Severity {
		if j := slices.IndexFunc(rules.Policies(), func(r rules.Policy) bool { return r.ID == p.Key.Value }); j >= 0 {
			if rules.Policies()[j].Severity == diff.Severity(p.Value.Value) {
				faults.Add(p.Key.At, "the severity of %s is %s already; take the entry out", p.Key.Value, p.Value.Value)
			}
			continue
		}
		i := slices.IndexFunc(all, func(r diff.Rule) bool { return r.ID == p.Key.Value })
		switch {
		case i < 0:
			faults.Add(p.Key.At, "there is no rule %q%s", p.Key.Value, suggestRule(p.Key.Value, all))
		case all[i].Severity == diff.Severity(p.Value.Value):
			faults.Add(p.Key.At, "the severity of %s is %s already; take the entry out", p.Key.Value, p.Value.Value)
		default:
			all[i].Severity = diff.Severity(p.Value.Value)
		}
	}
	return diff.NewRules(all), badConfig(faults.Err())
}

// suggestRule proposes a rule where one is near. All of them would be too many.
func suggestRule(id string, all []diff.Rule) string {
	var ids []string
	for _, r := range all {
		ids = append(ids, r.ID)
	}
	for _, p := range rules.Policies() {
		ids = append(ids, p.ID)
	}
	if near, ok := config.Nearest(id, ids); ok {
		return "; did you mean " + near + "?"
	}
	return "; docgen rules lists them"
}
