package report

import (
	"encoding/json"
	"io"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
)

// A codeQuality is an entry as GitLab reads it in a report of code quality.
type codeQuality struct {
	Description string          `json:"description"`
	CheckName   string          `json:"check_name"`
	Fingerprint string          `json:"fingerprint"`
	Severity    string          `json:"severity"`
	Location    qualityLocation `json:"location"`
}

type qualityLocation struct {
	Path  string       `json:"path"`
	Lines qualityLines `json:"lines"`
}

type qualityLines struct {
	Begin int `json:"begin"`
}

var qualityLevels = map[diff.Severity]string{diff.Breaking: "critical", diff.Warning: "major", diff.Info: "info"}

// CodeQuality writes the report for GitLab, which shows each entry beside the line of
// the new pages in a merge request and tells by fingerprints which ones are new. What
// stands nowhere is shown at the first page that differs. The error is the writer's.
func (r *Report) CodeQuality(w io.Writer) error {
	out := []codeQuality{}
	for _, f := range r.Findings {
		where, ok := r.fileOf(f.OldSpan, f.NewSpan)
		if !ok {
			where = r.anyFile()
		}
		out = append(out, codeQuality{
			diag.Plain(r.sentence(f)), f.Rules[0], f.Fingerprint, qualityLevels[f.Severity],
			qualityLocation{where.path, qualityLines{where.line}},
		})
	}
	for _, c := range r.Go {
		level := diff.Info
		if c.Breaks() {
			level = diff.Warning
		}
		where := r.anyFile()
		out = append(out, codeQuality{
			diag.Plain(goNote(c, asIs)), goRule, diff.Digest(goRule, string(c.Action), c.Name, c.Old, c.New), qualityLevels[level],
			qualityLocation{where.path, qualityLines{where.line}},
		})
	}
	if r.Summary.StepIsTooSmall() {
		where := r.anyFile()
		out = append(out, codeQuality{
			"version step: " + string(r.Summary.Step) + r.Summary.takenStep(), stepRule, diff.Digest(stepRule, string(r.Summary.Step), string(r.Summary.Taken)), qualityLevels[diff.Breaking],
			qualityLocation{where.path, qualityLines{where.line}},
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// anyFile is where to show what stands nowhere.
func (r *Report) anyFile() file {
	for _, f := range r.Findings {
		if where, ok := r.fileOf(f.OldSpan, f.NewSpan); ok {
			return file{where.path, 1, 1}
		}
	}
	return file{r.NewPrefix + ".", 1, 1}
}
