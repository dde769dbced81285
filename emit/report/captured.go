package report

import (
	"fmt"
	"strings"
)

// A Captured is what a page that shows two revisions side by side says besides the facts
// that could be compared.
type Captured struct {
	// Shown is how much the page shows to differ, and Stated how much it says.
	Shown  Touched  `json:"shown"`
	Stated *Touched `json:"stated,omitempty"`
	Rest   []Rest   `json:"rest"`
}

// A Touched is how many pages and lines differ.
type Touched struct {
	Pages        int `json:"pages"`
	LinesAdded   int `json:"linesAdded"`
	LinesRemoved int `json:"linesRemoved"`
}

// A Rest is something that differs and is no fact of the API that could be compared.
type Rest struct {
	// Kind is file, words or change: a file that only one side has, lines of prose,
	// links or examples, or an item of which nothing shows what it belongs to.
	Kind string `json:"kind"`
	// Line is where it stands in the captured page, counted from 1.
	Line int32 `json:"line"`
	// Dialects are those of the pages that show it.
	Dialects []string `json:"dialects,omitempty"`
	// Old and New are the lines of each side, or the title of a file.
	Old string `json:"old,omitempty"`
	New string `json:"new,omitempty"`
	// Methods and Types are those of a file.
	Methods []string `json:"methods,omitempty"`
	Types   []string `json:"types,omitempty"`
	// Times is in how many places it is shown.
	Times int `json:"times,omitempty"`
}

// restTitle stands above what a captured page shows besides.
const restTitle = "Shown, and no fact that could be compared"

// rest is one line for each thing that a captured page shows besides, and one for its sums.
func (r *Report) rest(quote func(string) string) []string {
	if r.Captured == nil {
		return nil
	}
	var out []string
	if s := r.Captured.Stated; s != nil {
		out = append(out, fmt.Sprintf("the page says that %s differ (+%d −%d lines) and shows %d (+%d −%d)", count(s.Pages, "page"), s.LinesAdded, s.LinesRemoved,
			r.Captured.Shown.Pages, r.Captured.Shown.LinesAdded, r.Captured.Shown.LinesRemoved))
	}
	for _, x := range r.Captured.Rest {
		out = append(out, x.line(quote))
	}
	return out
}

func (x Rest) line(quote func(string) string) string {
	var parts []string
	old, now := strings.ReplaceAll(x.Old, "\n", " "), strings.ReplaceAll(x.New, "\n", " ")
	switch {
	case x.Kind == "file" && x.Old == "":
		parts = append(parts, "page added: "+quote(now))
	case x.Kind == "file":
		parts = append(parts, "page removed: "+quote(old))
	case old == "":
		parts = append(parts, x.Kind+" added: "+quote(now))
	case now == "":
		parts = append(parts, x.Kind+" removed: "+quote(old))
	default:
		parts = append(parts, x.Kind+" changed: "+quote(old)+" → "+quote(now))
	}
	if len(x.Methods) > 0 {
		parts = append(parts, "methods "+quote(strings.Join(x.Methods, ", ")))
	}
	if len(x.Types) > 0 {
		parts = append(parts, "types "+quote(strings.Join(x.Types, ", ")))
	}
	if x.Times > 1 {
		parts = append(parts, fmt.Sprintf("in %d places", x.Times))
	}
	if len(x.Dialects) > 0 {
		parts = append(parts, strings.Join(x.Dialects, ", "))
	}
	return strings.Join(parts, " · ") + fmt.Sprintf(" · line %d", x.Line)
}
