package report

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/model/source"
)

// A Use is a place in the code of the user by which a finding reaches it.
type Use struct {
	// Name is the identifier of the generated package that the code refers to.
	Name string      `json:"name"`
	Span source.Span `json:"span"`
}

// UsedBy says that a report holds only findings that reach the code of the user.
type UsedBy struct {
	// Packages are the user's, as he named them, and Package is the import path of
	// the generated one.
	Packages []string `json:"packages"`
	Package  string   `json:"package"`
	// Reached is how many of the findings reach the code, Of how many there are.
	Reached int `json:"reached"`
	Of      int `json:"of"`
}

// String returns how many findings reach the code, in one line.
func (u UsedBy) String() string {
	return fmt.Sprintf("%d of %d entries reach what %s use of %s", u.Reached, u.Of, strings.Join(u.Packages, " "), u.Package)
}

// shownUses is how many places in code a line names before it counts.
const shownUses = 3

// useWords are the places in code by which a finding reaches it.
func (l Finding) useWords() []string {
	words := make([]string, len(l.Uses))
	for i, u := range l.Uses {
		words[i] = u.Span.String() + " " + u.Name
	}
	return words
}

// used is the places in code in one line: a few, and how many more there are.
func (r *Report) used(f Finding) string {
	words := f.useWords()
	if more := len(words) - shownUses; more > 0 && !r.Verbose {
		words = append(words[:shownUses:shownUses], fmt.Sprintf("%d more", more))
	}
	return strings.Join(words, ", ")
}
