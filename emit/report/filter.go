package report

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/model/diff"
)

// A Filter says that a report shows only some of what it counts.
type Filter struct {
	// Flags are those that chose them, as the user wrote them.
	Flags []string `json:"flags"`
	// Shown and Of count entries; Go counts additions to the Go API without a finding, and
	// Texts what was reworded.
	Shown int   `json:"shown"`
	Of    int   `json:"of"`
	Go    Share `json:"go"`
	Texts Share `json:"texts"`
}

// A Share is how many of a number of things are shown.
type Share struct {
	Shown int `json:"shown"`
	Of    int `json:"of"`
}

// By returns the flags in one line.
func (f Filter) By() string { return strings.Join(f.Flags, " ") }

// String returns how much is shown, in one line.
func (f Filter) String() string {
	text := fmt.Sprintf("%d of %d entries shown", f.Shown, f.Of)
	if f.Go.Of > 0 {
		text += fmt.Sprintf(", %d of %d Go API additions without a finding", f.Go.Shown, f.Go.Of)
	}
	if f.Texts.Of > 0 {
		text += fmt.Sprintf(", %d of %d reworded texts", f.Texts.Shown, f.Texts.Of)
	}
	return text
}

// Wanted says what a report is to show.
type Wanted struct {
	Finding func(Finding) bool
	Go      func(goapi.Change) bool
	Text    func(diff.Text) bool
}

// Show leaves only what is wanted. The summary stays, because what is shown changes
// nothing about what there is.
func (r *Report) Show(wanted Wanted, flags []string) {
	filter := &Filter{Flags: flags}
	var entries Share
	r.Findings, entries = only(r.Findings, wanted.Finding)
	filter.Shown, filter.Of = entries.Shown, entries.Of
	r.Go, filter.Go = only(r.Go, wanted.Go)
	r.Texts, filter.Texts = only(r.Texts, wanted.Text)
	r.Summary.Filter = filter
}

func only[T any](all []T, wanted func(T) bool) ([]T, Share) {
	left := []T{}
	for _, x := range all {
		if wanted(x) {
			left = append(left, x)
		}
	}
	return left, Share{len(left), len(all)}
}
