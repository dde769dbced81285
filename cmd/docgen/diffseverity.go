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

// classifyRest gives findings of which a file has taken a part the rules of what is left: that
// of requests, say, is none where only responses are.
func (c *severityFlags) classifyRest(findings []report.Finding, by userRules) {
	for i := range findings {
		f := &findings[i]
		if f.Kind == goapi.OnlyGo || f.Policy != "" || f.Undoubted != "" {
			continue
		}
		rest := by.rules.Classify([]diff.Change{f.Change})[0]
		if len(rest.Rules) >= len(f.Rules) {
			continue
		}
		f.Rules, f.Message, f.Severity, f.Reclassified = rest.Rules, rest.Message, rest.Severity, nil
		c.reclassify(findings[i:i+1], by.file.Diff.Mild)
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
	if slices.ContainsFunc(r.Findings, c.fails) {
		return errFindings
	}
	return nil
}

// fails reports whether a finding is as bad as --fail-on says. What can stop code from
// compiling is so wherever the preset is about the package, too.
func (c *diffCmd) fails(f report.Finding) bool {
	worst := diff.Severity(c.FailOn).Rank() // -1 for never
	if c.FailOn == "go" {
		worst = diff.Breaking.Rank()
	}
	ofGo := c.FailOn == "go" || c.Preset != "wire" && c.FailOn != "never"
	return f.Severity.Rank() <= worst || ofGo && slices.ContainsFunc(f.Go, goapi.Change.Breaks)
}

// hasGo reports whether a report has a change of the Go API of a kind. What an ignore file or a
// baseline takes out, and what code does not use, is none: each change that can stop code from
// compiling stands with a finding.
func hasGo(r *report.Report, is func(goapi.Change) bool) bool {
	return slices.ContainsFunc(r.Go, is) || slices.ContainsFunc(r.Findings, func(f report.Finding) bool { return slices.ContainsFunc(f.Go, is) })
}

// goStep is what the version number of the Go package should grow by: as much as that of
// the API, and more where code may no longer compile or finds something new. It does not
// depend on what the user's code uses.
func goStep(r *report.Report, whole goapi.Summary) diff.Step {
	s := r.Summary
	if s.Go == nil {
		return ""
	}
	breaks, adds := hasGo(r, goapi.Change.Breaks), hasGo(r, func(c goapi.Change) bool { return !c.Breaks() })
	if s.UsedBy != nil {
		breaks, adds = whole.Breaks(), whole.Added > 0
	}
	switch {
	case breaks:
		return diff.Major
	case adds && s.Step != diff.Major:
		return diff.Minor
	}
	return s.Step
}
