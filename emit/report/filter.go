package report

import (
	"fmt"
	"strings"
)

// A Filter says that a report shows only some of the findings that it counts.
type Filter struct {
	// Flags are those that chose them, as the user wrote them.
	Flags []string `json:"flags"`
	Shown int      `json:"shown"`
	Of    int      `json:"of"`
}

// By returns the flags in one line.
func (f Filter) By() string { return strings.Join(f.Flags, " ") }

// String returns how many entries are shown, in one line.
func (f Filter) String() string { return fmt.Sprintf("%d of %d entries shown", f.Shown, f.Of) }

// Show leaves only the findings that keep returns true for. The summary stays, because
// what is shown changes nothing about what there is.
func (r *Report) Show(keep func(Finding) bool, flags []string) {
	filter := &Filter{Flags: flags, Of: len(r.Findings)}
	left := []Finding{}
	for _, f := range r.Findings {
		if keep(f) {
			left = append(left, f)
		}
	}
	filter.Shown = len(left)
	r.Findings, r.Summary.Filter = left, filter
}
