package report

import (
	"github.com/docgen-go/docgen/emit/ci"
	"github.com/docgen-go/docgen/model/source"
)

// fileOf is where a finding stands on the new side or, for what is gone, on the old one;
// nil where it stands nowhere.
func (r *Report) fileOf(before, after source.Span, message string) []ci.Location {
	if !after.IsZero() {
		return ci.At(r.New, r.NewPrefix, after, message)
	}
	return ci.At(r.Old, r.OldPrefix, before, message)
}

// sentence is a finding in one line of plain text, without its place.
func (r *Report) sentence(f Finding) string {
	text := r.subject(f) + ": " + f.what(asIs)
	if reach := r.reach(f); reach != "" {
		text += " (" + reach + ")"
	}
	if endpoints := r.endpoints(f, asIs); endpoints != "" {
		text += ", " + endpoints
	}
	if changes := r.golang(f, asIs); changes != "" {
		text += "; Go: " + changes
	}
	if used := r.used(f); used != "" {
		text += "; used: " + used
	}
	return text
}
