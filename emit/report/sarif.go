package report

import (
	"cmp"
	"io"

	"github.com/docgen-go/docgen/emit/ci"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
)

// ciLevels are the levels of severities in forms that CI systems read.
var ciLevels = map[diff.Severity]ci.Level{diff.Breaking: ci.Error, diff.Warning: ci.Warning, diff.Info: ci.Note}

// goRule is what formats with rules call changes of the Go API that no finding caused.
const goRule = "go-api"

// stepRule is what they call a version step that is too small.
const stepRule = "version-step"

// SARIF writes the report as SARIF 2.1.0, for code scanning and editors: a result for
// each entry, with all its locations. The error is the writer's.
func (r *Report) SARIF(w io.Writer) error {
	run := ci.Run{
		Tool: "docgen", Summary: r.OneLine(), Notes: r.notes(),
		Properties: map[string]any{"old": diag.Plain(r.Old), "new": diag.Plain(r.New), "summary": r.Summary},
	}
	for _, f := range r.Findings {
		run.Results = append(run.Results, r.sarifResult(f))
	}
	for _, c := range r.Go {
		run.Results = append(run.Results, ci.Result{Rule: goRule, Title: goTitle, URL: rulesURL, Level: ci.Note, Message: goNote(c, asIs)})
	}
	if r.Summary.StepIsTooSmall() {
		run.Results = append(run.Results, ci.Result{
			Rule: stepRule, Title: "the version step of the release is too small", URL: rulesURL, Level: ci.Error,
			Message: "version step: " + string(r.Summary.Step) + r.Summary.takenStep(),
		})
	}
	return run.SARIF(w)
}

func (r *Report) sarifResult(f Finding) ci.Result {
	id := f.Rules[0]
	out := ci.Result{
		Rule: id, Title: cmp.Or(f.ofRule, f.Message), URL: rulesURL + "#" + id, Level: ciLevels[f.Severity],
		Message: r.sentence(f), Fingerprint: f.Fingerprint,
		Properties: map[string]any{"severity": f.Severity, "rules": f.Rules, "changes": len(f.Locations)},
	}
	if len(f.Endpoints) > 0 {
		out.Properties["endpoints"] = plainEndpoints(f)
	}
	known := map[string]bool{}
	for _, l := range f.Locations {
		for _, where := range r.fileOf(l.OldSpan, l.NewSpan, at(l).subject()) {
			if key := where.String(); !known[key] {
				known[key] = true
				out.At = append(out.At, where)
			}
		}
		if !l.OldSpan.IsZero() && !l.NewSpan.IsZero() {
			out.Related = append(out.Related, ci.At(r.Old, r.OldPrefix, l.OldSpan, "before")...)
		}
	}
	for _, u := range f.Uses {
		out.Related = append(out.Related, ci.At("", "", u.Span, "uses "+u.Name)...)
	}
	for _, d := range f.Doubts {
		ref, prefix := r.New, r.NewPrefix
		if d.Side == "old" {
			ref, prefix = r.Old, r.OldPrefix
		}
		out.Related = append(out.Related, ci.At(ref, prefix, d.Span, "doubt: "+d.Reason)...)
	}
	return out
}

func plainEndpoints(f Finding) []string {
	var out []string
	for _, e := range f.Endpoints {
		out = append(out, diag.Plain(e.String()))
	}
	return out
}

// notes say what concerns the comparison as a whole.
func (r *Report) notes() []ci.Result {
	var out []ci.Result
	for i, says := range r.trust() {
		out = append(out, ci.Result{Rule: "trust", Level: r.trustLevel(i), Message: says})
	}
	if note := r.unstated(); note != "" {
		out = append(out, ci.Result{Rule: "unstated", Level: ci.Note, Message: note})
	}
	return out
}
