// Package report writes what differs between two revisions: as text for people,
// as Markdown for a changelog, as JSON for programs, and as annotations for
// GitHub. Everything that comes from the pages is escaped for its format.
//
// It is not part of the compatibility promise.
package report

import (
	"slices"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/release"
)

// Version is that of the JSON form.
const Version = 1

// A Report is a comparison after the rules have classified it.
type Report struct {
	Schema  string `json:"$schema"`
	Version int    `json:"version"`
	// Old and New are what was compared, as the user named it.
	Old string `json:"old"`
	New string `json:"new"`
	// OldRevision and NewRevision are nil where nothing is known of them.
	OldRevision *Revision `json:"oldRevision,omitempty"`
	NewRevision *Revision `json:"newRevision,omitempty"`
	Summary     Summary   `json:"summary"`
	// Trust is nil where a captured page shows both sides, of which it leaves out what
	// did not change.
	Trust    *Trust    `json:"trust,omitempty"`
	Findings []Finding `json:"findings"`
	// Go are changes of the generated Go API that no finding caused.
	Go []goapi.Change `json:"go,omitempty"`
	// Captured is what a page that shows both sides says besides; nil for two references.
	Captured *Captured `json:"captured,omitempty"`
	// Texts are differences of words only, which are no findings.
	Texts []diff.Text `json:"texts"`
	// Unstated counts differences in facts that the pages of one side never
	// state; they are no findings either.
	Unstated map[model.Fact]int `json:"unstated,omitempty"`

	// OldPrefix and NewPrefix lead from the user to the pages of each side.
	OldPrefix string `json:"-"`
	NewPrefix string `json:"-"`
	// Fails reports whether an entry makes the run fail; nil where none does.
	Fails func(Finding) bool `json:"-"`
	// Failed says that the run fails, if only by entries that are not shown.
	Failed bool `json:"-"`
	// Link is the template of URLs of places, see CheckLink; "" asks for none.
	Link string `json:"-"`
	// Verbose asks for all places, methods and changes of Go where a line would count.
	Verbose bool `json:"-"`
	// ShowTexts asks for the places of texts.
	ShowTexts bool `json:"-"`
	// Color allows the escape sequences of terminals.
	Color bool `json:"-"`
	// Width is how many columns lines of text have at most; 0 bounds nothing.
	Width int `json:"-"`
}

// A Finding is one with what it does to the generated Go API.
type Finding struct {
	diff.Finding
	// Endpoints are the methods of the reach as requests name them.
	Endpoints []Endpoint     `json:"endpoints,omitempty"`
	Go        []goapi.Change `json:"go,omitempty"`
	// Doubts are those that the finding rests on. Undoubted is the severity that it would
	// have without them, where they lowered it.
	Doubts    []Doubted     `json:"doubts,omitempty"`
	Undoubted diff.Severity `json:"undoubted,omitempty"`
	// Reclassified says why the severity is not that of the rule.
	Reclassified []string `json:"reclassified,omitempty"`
	// Uses are the places in the code of the user by which the finding reaches it.
	Uses []Use `json:"uses,omitempty"`
	// ofRule is the message of the rule, where this finding has another.
	ofRule string
}

// Without returns the finding without some of its locations, or false where none is left.
func (l Finding) Without(known func(diff.Location) bool) (Finding, bool) {
	left, some := l.Narrow(func(at diff.Location) bool { return !known(at) })
	if l.Kind == goapi.OnlyGo && some { // each location is a change of the Go API
		l.Go = slices.DeleteFunc(slices.Clone(l.Go), func(c goapi.Change) bool { return !slices.ContainsFunc(left.Locations, c.IsAt) })
	}
	l.Change = left
	return l, some
}

// Reclassify gives a finding another severity, and notes why.
func (l *Finding) Reclassify(severity diff.Severity, why string) {
	l.Severity = severity
	l.Reclassified = append(l.Reclassified, why)
}

// A Summary is a report in numbers.
type Summary struct {
	// Pages were added, removed or changed; lines are counted as sets are, so
	// that a line that only moved is none.
	Pages        int `json:"pages"`
	LinesAdded   int `json:"linesAdded"`
	LinesRemoved int `json:"linesRemoved"`

	// Breaking, Warnings and Infos count entries, which are causes; Changes counts the
	// facts at their places.
	Breaking int    `json:"breaking"`
	Warnings int    `json:"warnings"`
	Infos    int    `json:"infos"`
	Changes  Counts `json:"changes"`
	// Ignored and Baseline count changes that an ignore file or the report of an earlier
	// run leaves out.
	Ignored  int `json:"ignored"`
	Baseline int `json:"baseline"`
	Docs     int `json:"docs"`
	Examples int `json:"examples"`
	// Step is what the version number of the API should grow by. It follows from
	// the findings that are shown and from nothing else: a program that speaks to
	// the API without the generated package sees no other difference. The package
	// may break where the API does not, which Go tells (see goapi.Summary.Breaks).
	Step diff.Step `json:"step"`
	// Taken is the step that a release takes, where the user has named it.
	Taken diff.Step `json:"taken,omitempty"`
	// GoStep is what the version number of the generated package should grow by: the
	// same, or more where code may no longer compile that uses it. As Step it leaves out
	// what an ignore file or a baseline does.
	GoStep diff.Step `json:"goStep,omitempty"`
	// Go counts the changes of the whole Go API, whatever findings are shown. It
	// is nil where there is no package to compare.
	Go *goapi.Summary `json:"go,omitempty"`
	// UsedBy is nil where the code of no user was looked at, and Filter where all
	// entries are shown.
	UsedBy *UsedBy `json:"usedBy,omitempty"`
	Filter *Filter `json:"filter,omitempty"`
}

// Counts are numbers by severity.
type Counts struct {
	Breaking int `json:"breaking"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
}

// of is the number of a severity.
func (c *Counts) of(severity diff.Severity) *int {
	switch severity {
	case diff.Breaking:
		return &c.Breaking
	case diff.Warning:
		return &c.Warnings
	}
	return &c.Infos
}

// New makes a report of findings, which may be a part of the comparison's
// changes; ignored is how many were left out. Pages and lines are the caller's.
func New(c *diff.Comparison, findings []Finding, ignored int) *Report {
	r := &Report{
		Schema: release.Pin(SchemaURL), Version: Version,
		Findings: append([]Finding{}, findings...),
		Texts:    append([]diff.Text{}, c.Texts...),
		Unstated: c.Unstated,
	}
	r.Summary.Ignored = ignored
	r.Summary.Step = diff.StepFor(diffFindings(findings), c.Texts)
	var entries Counts
	for _, f := range findings {
		*entries.of(f.Severity)++
		*r.Summary.Changes.of(f.Severity) += len(f.Locations)
	}
	r.Summary.Breaking, r.Summary.Warnings, r.Summary.Infos = entries.Breaking, entries.Warnings, entries.Infos
	for _, t := range c.Texts {
		if t.Kind == diff.Examples {
			r.Summary.Examples++
		} else {
			r.Summary.Docs++
		}
	}
	return r
}

// diffFindings returns what the findings say of the API, by which its version grows.
func diffFindings(findings []Finding) []diff.Finding {
	var out []diff.Finding
	for _, f := range findings {
		if f.Kind != goapi.OnlyGo {
			out = append(out, f.Finding)
		}
	}
	return out
}
