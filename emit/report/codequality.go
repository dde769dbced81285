package report

import (
	"io"

	"github.com/docgen-go/docgen/emit/ci"
	"github.com/docgen-go/docgen/model/diff"
)

// CodeQuality writes the report for GitLab, which shows each entry beside the line of
// the new pages in a merge request and tells by fingerprints which ones are new. What
// stands nowhere is shown at the first page that differs. The error is the writer's.
func (r *Report) CodeQuality(w io.Writer) error {
	run := ci.Run{}
	for _, f := range r.Findings {
		run.Results = append(run.Results, ci.Result{Rule: f.Rules[0], Level: ciLevels[f.Severity], Message: r.sentence(f), Fingerprint: f.Fingerprint, At: r.fileOf(f.OldSpan, f.NewSpan, "")})
	}
	for _, c := range r.Go {
		run.Results = append(run.Results, ci.Result{
			Rule: goRule, Level: ci.Note, Message: goNote(c, asIs), Fingerprint: diff.Digest(goRule, string(c.Action), c.Name, c.Old, c.New),
		})
	}
	if r.Summary.StepIsTooSmall() {
		run.Results = append(run.Results, ci.Result{
			Rule: stepRule, Level: ci.Error, Message: "version step: " + string(r.Summary.Step) + r.Summary.takenStep(),
			Fingerprint: diff.Digest(stepRule, string(r.Summary.Step), string(r.Summary.Taken)),
		})
	}
	return run.CodeQuality(w, r.NewPrefix+".")
}
