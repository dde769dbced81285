package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/ci"
	"github.com/docgen-go/docgen/model/diff"
)

// JUnit writes the report as the result of tests: a suite for each severity and a test
// for each entry, which fails where the entry makes the run fail (see Report.Fails). Where
// that are only entries which are not shown, a test of its own fails. The error is the writer's.
func (r *Report) JUnit(w io.Writer) error {
	var suites []ci.Suite
	for _, h := range headings {
		s := ci.Suite{Name: h.title, Out: r.OneLine()}
		for _, f := range r.lines(h.severity) {
			s.Tests = append(s.Tests, r.test(f))
		}
		if len(s.Tests) == 0 { // no test at all is a failure to many servers
			s.Tests = append(s.Tests, ci.Test{Class: h.title, Name: r.noneOf(h.severity)})
		}
		suites = append(suites, s)
	}
	whole := ci.Suite{Name: "The comparison", Out: r.OneLine()}
	if r.Summary.StepIsTooSmall() {
		says := "the findings ask for " + string(r.Summary.Step) + ", the release takes " + string(r.Summary.Taken)
		whole.Tests = append(whole.Tests, ci.Test{Class: "version", Name: "version step", Fails: true, Rule: stepRule, Message: says, Text: says})
	}
	if r.Failed && !fails(append(suites, whole)) {
		says := "entries that are not shown make the run fail"
		whole.Tests = append(whole.Tests, ci.Test{Class: "exit code", Name: "entries that are not shown", Fails: true, Rule: "exit-code", Message: says, Text: r.OneLine()})
	}
	for _, c := range r.Go {
		whole.Tests = append(whole.Tests, ci.Test{Class: goRule, Name: goNote(c, asIs)})
	}
	for _, says := range r.trust() {
		whole.Tests = append(whole.Tests, ci.Test{Class: "trust", Name: says})
	}
	if len(whole.Tests) > 0 {
		suites = append(suites, whole)
	}
	return ci.WriteJUnit(w, "docgen diff "+r.Old+" "+r.New, suites)
}

// noneOf says that no entry of a severity is shown.
func (r *Report) noneOf(severity diff.Severity) string {
	all := map[diff.Severity]int{diff.Breaking: r.Summary.Breaking, diff.Warning: r.Summary.Warnings, diff.Info: r.Summary.Infos}[severity]
	if all > 0 {
		return "0 of " + plural(all, "entry", "entries") + " shown"
	}
	return "no such change"
}

// fails reports whether one of the tests fails.
func fails(suites []ci.Suite) bool {
	return slices.ContainsFunc(suites, func(s ci.Suite) bool { return slices.ContainsFunc(s.Tests, func(t ci.Test) bool { return t.Fails }) })
}

func (r *Report) test(f Finding) ci.Test {
	t := ci.Test{
		Class: f.about().title, Name: r.subject(f) + ": " + f.Rules[0],
		Fails: r.Fails != nil && r.Fails(f), Rule: f.Rules[0], Message: f.what(asIs), Text: r.junitText(f),
	}
	for _, where := range r.fileOf(f.OldSpan, f.NewSpan, "") {
		t.File, t.Line = where.File, where.Line
	}
	return t
}

// junitText is an entry with all its locations, a line each.
func (r *Report) junitText(f Finding) string {
	lines := []string{r.sentence(f)}
	for _, l := range f.Locations {
		lines = append(lines, at(l).subject()+" "+strings.Join(r.locations(l.OldSpan, l.NewSpan), " → "))
	}
	for _, d := range f.Doubts {
		lines = append(lines, "doubt: "+r.doubt(d))
	}
	return strings.Join(append(lines, fmt.Sprintf("fingerprint %s", f.Fingerprint)), "\n")
}
