package ci

import (
	"io"
	"strconv"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
)

// A codeQuality is a finding as GitLab reads it in a report of code quality.
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

var qualityLevels = map[Level]string{Error: "critical", Warning: "major", Note: "info"}

// CodeQuality writes the run for GitLab, which shows each result beside its line in a
// merge request and tells by fingerprints which ones are new; no two results have the
// same. What stands nowhere is shown at the first file that has a result, or at fallback.
// The error is the writer's.
func (r *Run) CodeQuality(w io.Writer, fallback string) error {
	anywhere := Location{File: fallback, Line: 1}
	for _, res := range r.Results {
		if len(res.At) > 0 {
			anywhere.File = res.At[0].File
			break
		}
	}
	out, seen := []codeQuality{}, map[string]int{}
	for _, res := range r.Results {
		at := anywhere
		if len(res.At) > 0 {
			at = res.At[0]
		}
		print := res.Fingerprint
		if print == "" {
			print = diff.Digest(res.Rule, res.Message)
		}
		if seen[print]++; seen[print] > 1 {
			print = diff.Digest(print, strconv.Itoa(seen[print]))
		}
		out = append(out, codeQuality{
			diag.Plain(res.Message), res.Rule, print, qualityLevels[res.Level],
			qualityLocation{at.File, qualityLines{at.Line}},
		})
	}
	return encode(w, out)
}
