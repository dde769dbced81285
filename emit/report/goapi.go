package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/goapi"
)

// goTitle stands above the changes of the Go API that no finding caused. What can stop
// code from compiling is a finding of its own.
const goTitle = "Go API additions without a finding"

// shownGo is how many changes of the Go API a line names before it counts.
const shownGo = 3

// golang is what the line does to the Go API, or "": a few by name. quote marks
// what was made of the pages.
func (r *Report) golang(l Finding, quote func(string) string) string {
	words := l.goWords(quote)
	first := words[:min(len(words), shownGo)]
	if r.Verbose {
		first = words
	}
	text := strings.Join(first, ", ")
	if more := len(words) - len(first); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// goWords is all that the line does to the Go API, the worst first.
func (l Finding) goWords(quote func(string) string) []string {
	changes := slices.Clone(l.Go)
	slices.SortStableFunc(changes, func(a, b goapi.Change) int { return cmp.Compare(goRank(a), goRank(b)) })
	var words []string
	for _, c := range changes {
		words = append(words, quote(goText(c)))
	}
	return words
}

// goRank orders what stops code from compiling before what is new, and methods
// before what only they use.
func goRank(c goapi.Change) int {
	rank := slices.Index([]goapi.Kind{goapi.KindMethod, goapi.KindField, goapi.KindType, goapi.KindConst}, c.Kind)
	if rank < 0 {
		rank = 4
	}
	if !c.Breaks() {
		rank += 5
	}
	return rank
}

// goText is one change: -Gone, +New, Name before → after.
func goText(c goapi.Change) string {
	switch c.Action {
	case goapi.Removed:
		return "-" + c.Name
	case goapi.Added:
		return "+" + c.Name
	case goapi.Renamed:
		return c.Old + " → " + c.New
	}
	if c.Kind == goapi.KindMethod || c.Kind == goapi.KindFunc {
		return c.Name + signatures(c.Old, c.New)
	}
	return c.Name + " " + c.Old + " → " + c.New
}

// signatures is the part of two signatures that differs.
func signatures(before, after string) string {
	params, results := cutSignature(before)
	nowParams, nowResults := cutSignature(after)
	var text string
	if params != nowParams {
		text = "(" + differing(params, nowParams) + ")"
	}
	if results != nowResults {
		text += " returns " + differing(results, nowResults)
	}
	return text
}

// cutSignature is the parameters and the results of func(…) (…). No parameter
// of a generated method is a function itself.
func cutSignature(text string) (params, results string) {
	params, results, _ = strings.Cut(strings.TrimPrefix(text, "func("), ")")
	return params, strings.Trim(results, " ()")
}

// differing is the part of two lists that differs.
func differing(before, after string) string {
	a, b := strings.Split(before, ", "), strings.Split(after, ", ")
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	gone, came := strings.Join(a, ", "), strings.Join(b, ", ")
	switch {
	case gone == "":
		return "+" + came
	case came == "":
		return "-" + gone
	}
	return gone + " → " + came
}

// goNote is a change that no finding caused, with the reason.
func goNote(c goapi.Change, quote func(string) string) string {
	text := quote(goText(c))
	if c.Unstated != "" {
		text += fmt.Sprintf(" (the pages of one side do not state the fact: %s)", c.Unstated)
	}
	return text
}

// goCounts is how the Go API changed, in words, with the numbers as they are to be shown.
func (s Summary) goCounts(number func(int) string) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{s.Go.Removed, "removed"}, {s.Go.Renamed, "renamed"}, {s.Go.Changed, "changed"}, {s.Go.Added, "added"}} {
		if p.n > 0 {
			parts = append(parts, number(p.n)+" "+p.what)
		}
	}
	switch {
	case len(parts) > 0:
		return strings.Join(parts, ", ")
	case s.Baseline+s.Ignored > 0 || s.UsedBy != nil:
		return "no other change"
	}
	return "unchanged"
}
