package main

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diff"
)

// severityFlags say how strictly findings are classified.
type severityFlags struct {
	Preset string `enum:"wire,source,all" default:"wire" help:"What counts as breaking: wire, what stops programs that speak to the API as it was; source, also what can stop code from compiling that uses the generated package; all, also what may surprise programs."`
	Strict bool   `help:"Keep findings breaking that rest on pages in doubt alone, such as pages that were cut; they are warnings otherwise."`
}

// reclassify changes severities as the preset says, and then as docgen.yaml says of methods
// that promise nothing. Each finding notes what changed its severity.
func (c *severityFlags) reclassify(findings []report.Finding, mild []config.Text) {
	for i := range findings {
		f := &findings[i]
		switch {
		case f.Severity == diff.Breaking:
		case c.Preset != "wire" && slices.ContainsFunc(f.Go, goapi.Change.Breaks):
			f.Reclassify(diff.Breaking, "it can stop code from compiling (--preset "+c.Preset+")")
		case c.Preset == "all" && f.Severity == diff.Warning:
			f.Reclassify(diff.Breaking, "--preset all")
		}
		if pattern := mildFor(f, mild); pattern != "" && f.Severity == diff.Breaking {
			f.Reclassify(diff.Warning, "only "+pattern+" shows it, which is mild in docgen.yaml")
		}
	}
	slices.SortStableFunc(findings, func(a, b report.Finding) int { return a.Severity.Rank() - b.Severity.Rank() })
}

// mildFor returns the patterns of docgen.yaml that all methods fit which a finding is
// about, or "" where one fits none.
func mildFor(f *report.Finding, mild []config.Text) string {
	methods := f.Reach
	if len(methods) == 0 && f.Method != "" {
		methods = []string{f.Method}
	}
	var fit []string
	for _, id := range methods {
		i := slices.IndexFunc(mild, func(p config.Text) bool { return config.MatchID(p.Value, id) })
		if i < 0 {
			return ""
		}
		if !slices.Contains(fit, mild[i].Value) {
			fit = append(fit, mild[i].Value)
		}
	}
	return strings.Join(fit, ", ")
}

// weigh says how far both sides can be trusted, and marks the findings that rest on what
// is in doubt. A captured page leaves out what did not change: its counts prove nothing.
func (c *diffCmd) weigh(both *twoSides, findings []report.Finding) *report.Trust {
	if c.New == "" {
		return nil
	}
	t := &report.Trust{Old: sideOf(both.before), New: sideOf(both.after)}
	t.Weigh(findings, c.Strict)
	return t
}

// exitError is what the verb returns that has reported findings.
func (c *diffCmd) exitError(r *report.Report) error {
	breaksGo := r.Summary.Go != nil && r.Summary.Go.Breaks()
	if by := r.Summary.UsedBy; by != nil { // what the code does not use breaks nothing of it
		breaksGo = slices.ContainsFunc(r.Findings, func(f report.Finding) bool { return slices.ContainsFunc(f.Go, goapi.Change.Breaks) })
	}
	if c.fails(r.Findings) || breaksGo && (c.FailOn == "go" || c.Preset != "wire" && c.FailOn != "never") {
		return errFindings
	}
	return nil
}

// fails reports whether one of the findings is as bad as --fail-on says.
func (c *diffCmd) fails(findings []report.Finding) bool {
	worst := diff.Severity(c.FailOn).Rank() // -1 for never
	if c.FailOn == "go" {
		worst = diff.Breaking.Rank()
	}
	return slices.ContainsFunc(findings, func(f report.Finding) bool {
		return f.Severity.Rank() <= worst || c.FailOn == "go" && slices.ContainsFunc(f.Go, goapi.Change.Breaks)
	})
}

// goStep is what the version number of the Go package should grow by: as much as that of
// the API, and more where code may no longer compile or finds something new.
func goStep(s report.Summary) diff.Step {
	switch {
	case s.Go == nil:
		return ""
	case s.Go.Breaks():
		return diff.Major
	case s.Go.Added > 0 && s.Step != diff.Major:
		return diff.Minor
	}
	return s.Step
}
