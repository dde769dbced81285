package report

import (
	"io"
	"strings"

	"github.com/docgen-go/docgen/emit/ci"
)

// GitHub writes the report as workflow commands, which GitHub shows beside the
// lines of the new pages. What was removed has no such line; its old place is
// in the message. See ci.Run.GitHub for how many there are. The error is the writer's.
func (r *Report) GitHub(w io.Writer) error {
	run := ci.Run{Subject: "docgen diff", Summary: r.OneLine()}
	for _, h := range headings {
		for _, f := range r.lines(h.severity) {
			run.Results = append(run.Results, ci.Result{Rule: strings.Join(f.Rules, " "), Level: ciLevels[f.Severity], At: ci.At(r.New, r.NewPrefix, f.NewSpan, ""), Message: r.annotation(f)})
		}
	}
	for _, c := range r.Go {
		run.Results = append(run.Results, ci.Result{Rule: goRule, Level: ci.Note, Message: goNote(c, asIs)})
	}
	for i, says := range r.trust() {
		run.Notes = append(run.Notes, ci.Result{Rule: "trust", Level: r.trustLevel(i), Message: says})
	}
	if r.Summary.StepIsTooSmall() {
		run.Level = ci.Error
	}
	return run.GitHub(w)
}

// annotation is an entry in one line.
func (r *Report) annotation(f Finding) string {
	message := r.sentence(f)
	if f.NewSpan.IsZero() && !f.OldSpan.IsZero() {
		message += ", was at " + strings.Join(r.locations(f.OldSpan, f.NewSpan), "")
	}
	for _, why := range f.Reclassified {
		message += "; " + string(f.Severity) + ": " + why
	}
	for _, d := range f.Doubts {
		message += "; doubt: " + r.doubt(d)
	}
	return message
}

// trustLevel is how loud a line of the trust is told: the old side is 0, the new one 1.
func (r *Report) trustLevel(line int) ci.Level {
	sides := []Side{r.Trust.Old, r.Trust.New}
	if line >= len(sides) || sides[line].isWhole() {
		return ci.Note
	}
	return ci.Warning
}
