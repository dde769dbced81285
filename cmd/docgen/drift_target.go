package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/drift"
)

// A driftTarget is one client to compare: the flags, and what they leave open from an
// entry of docgen.yaml.
type driftTarget struct {
	driftCmd
	severity config.Pairs
}

// targets returns what to compare: what the command line names, or else the entries of
// docgen.yaml.
func (c *driftCmd) targets() ([]*driftTarget, error) {
	if c.Docs != "" {
		if len(c.Packages) == 0 {
			return nil, usageError{errors.New("name the packages of the client behind DOCS: ./... is all of this module")}
		}
		t := &driftTarget{driftCmd: *c}
		t.defaults()
		return []*driftTarget{t}, nil
	}
	name, err := (&targetFlags{Config: c.Config}).file()
	if errors.Is(err, config.ErrNotFound) {
		return nil, usageError{fmt.Errorf("%w; name DOCS and PACKAGES", config.ErrNotFound)}
	}
	if err != nil {
		return nil, err
	}
	file, err := load(name)
	if err != nil {
		return nil, err
	}
	switch {
	case len(file.Drift) == 0:
		return nil, usageError{fmt.Errorf("%s has no entries under drift; add one with docs and packages, or name DOCS and PACKAGES", name)}
	case len(file.Drift) > 1 && (c.Format == "json" || c.Format == "sarif" || c.Since != "" || c.Baseline != ""):
		return nil, usageError{fmt.Errorf("%s has %d entries under drift; --since, --baseline and the formats json and sarif are for one, so name DOCS and PACKAGES", name, len(file.Drift))}
	}
	var out []*driftTarget
	for _, d := range file.Drift {
		out = append(out, c.of(file, d))
	}
	return out, nil
}

// of returns the flags with what an entry of docgen.yaml adds to them.
func (c *driftCmd) of(file *config.File, d *config.Drift) *driftTarget {
	t := &driftTarget{driftCmd: *c, severity: d.Severity}
	dir := filepath.Dir(file.Path)
	t.Docs = docsFrom(file, &config.Target{Docs: d.Docs})
	for _, p := range d.Packages {
		t.Packages = append(t.Packages, p.Value)
	}
	t.Dir = cmp.Or(c.Dir, from(dir, cmp.Or(d.Dir, ".")))
	if c.Ignore == "" && d.Ignore != "" {
		t.Ignore = from(dir, d.Ignore)
	}
	t.FailOn, t.Confidence = cmp.Or(c.FailOn, d.FailOn.Value), cmp.Or(c.Confidence, d.Confidence.Value)
	t.defaults()
	return t
}

func (c *driftTarget) defaults() {
	c.FailOn, c.Confidence = cmp.Or(c.FailOn, "warning"), cmp.Or(c.Confidence, "likely")
}

// classify gives findings the severities of docgen.yaml; those that are off count as accepted.
func (r *driftReport) classify(severity config.Pairs) {
	for _, p := range severity {
		for _, f := range r.Findings {
			if string(f.Rule) == p.Key.Value {
				f.Severity = diag.Severity(p.Value.Value)
			}
		}
	}
	all := len(r.Findings)
	r.Findings = slices.DeleteFunc(r.Findings, func(f *drift.Finding) bool { return f.Severity == "off" })
	r.Ignored += all - len(r.Findings)
}

// checkDriftRules holds the rules that entries of docgen.yaml name against those there are.
func checkDriftRules(file *config.File, faults *config.Faults) {
	var rules []string
	for _, r := range drift.Rules() {
		rules = append(rules, string(r))
	}
	for _, d := range file.Drift {
		for _, p := range d.Severity {
			at := slices.Index(rules, p.Key.Value)
			if at < 0 {
				faults.Add(p.Key.At, "drift has no finding %q%s", p.Key.Value, config.Suggest(p.Key.Value, rules))
			} else if drift.Severities[drift.Rules()[at]] == diag.Severity(p.Value.Value) {
				faults.Add(p.Key.At, "the severity of %s is %s already; take the entry out", p.Key.Value, p.Value.Value)
			}
		}
	}
}
