// Package diag holds diagnostics: what docgen has to say about a page, where,
// how bad it is, and what to do about it.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/source"
)

// A Severity says how bad a diagnostic is.
type Severity string

// The severities, worst first. An error is a true fault of a page and makes a
// run exit with findings; a warning is a doubt; info is for the curious.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// A Code names a kind of diagnostic, stable across releases, so that users can
// search for it and configure it. Codes are kebab-case.
type Code string

// A Diagnostic is one finding. Help says what to do, and may be empty where
// the message already does.
type Diagnostic struct {
	Code     Code        `json:"code"`
	Severity Severity    `json:"severity"`
	Span     source.Span `json:"span"`
	Message  string      `json:"message"`
	Help     string      `json:"help,omitempty"`
}

// String returns the diagnostic as compilers print it, help on a second line.
// What of it comes from pages is Plain.
func (d Diagnostic) String() string {
	var b strings.Builder
	if at := d.Span.String(); at != "" {
		b.WriteString(Plain(at) + ": ")
	}
	fmt.Fprintf(&b, "%s: %s [%s]", d.Severity, Plain(d.Message), d.Code)
	if d.Help != "" {
		b.WriteString("\n\thelp: " + Plain(d.Help))
	}
	return b.String()
}

// A List is the findings of a run.
type List []Diagnostic

// Add appends one finding.
func (l *List) Add(code Code, severity Severity, at source.Span, format string, args ...any) *Diagnostic {
	*l = append(*l, Diagnostic{Code: code, Severity: severity, Span: at, Message: fmt.Sprintf(format, args...)})
	return &(*l)[len(*l)-1]
}

// Count is how many findings have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Sort orders findings by place and then by content and drops exact repeats,
// so that the order of files or of goroutines never shows.
func (l *List) Sort() {
	slices.SortStableFunc(*l, compare)
	*l = slices.Compact(*l)
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Span.File, b.Span.File),
		cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message, b.Message),
	)
}
