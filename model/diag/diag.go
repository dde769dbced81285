// Package diag holds diagnostics: what docgen has to say about a page, where,
// how bad it is, and what to do about it.
//
// A [List] is what reading pages gives. Print a [Diagnostic] to see what happened,
// and ask the catalogue what its code means:
//
//	for _, d := range found {
//		fmt.Println(d)
//		if e, ok := diag.Lookup(d.Code); ok {
//			fmt.Println(e.Why, e.Help)
//		}
//	}
//
// Who reports codes of its own explains them with [Register].
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

// Severities returns all severities, worst first.
func Severities() []Severity { return []Severity{Error, Warning, Info} }

// Rank returns the place of a severity in their order: 0 is the worst, and -1
// stands for what is none.
func (s Severity) Rank() int { return slices.Index(Severities(), s) }

// A Code names a kind of diagnostic, stable across releases, so that users can
// search for it and configure it. Codes are kebab-case, and [Lookup] explains
// each.
type Code string

// A Diagnostic is one finding. Help says what to do, and may be empty where
// the message already does. Related are other places that the finding is about.
type Diagnostic struct {
	Code     Code        `json:"code"`
	Severity Severity    `json:"severity"`
	Span     source.Span `json:"span"`
	Message  string      `json:"message"`
	Help     string      `json:"help,omitempty"`
	Related  []Related   `json:"related,omitempty"`
}

// Related is a place beside that of a diagnostic, and what is there.
type Related struct {
	Span    source.Span `json:"span"`
	Message string      `json:"message"`
}

// See adds a place beside that of the diagnostic, unless the span is no place.
// The message says what is there: "the other structure".
func (d *Diagnostic) See(at source.Span, message string) *Diagnostic {
	if !at.IsZero() {
		d.Related = append(d.Related, Related{Span: at, Message: message})
	}
	return d
}

// Equal reports whether two diagnostics say the same.
func (d Diagnostic) Equal(e Diagnostic) bool {
	return d.Code == e.Code && d.Severity == e.Severity && d.Span == e.Span &&
		d.Message == e.Message && d.Help == e.Help && slices.Equal(d.Related, e.Related)
}

// Below returns the diagnostic with a prefix before the names of its files, as
// it leads from a reader to them.
func (d Diagnostic) Below(prefix string) Diagnostic {
	if d.Span.File != "" {
		d.Span.File = prefix + d.Span.File
	}
	d.Related = slices.Clone(d.Related)
	for i := range d.Related {
		if file := &d.Related[i].Span.File; *file != "" {
			*file = prefix + *file
		}
	}
	return d
}

// String returns the diagnostic as compilers print it, with a line for each
// related place and for the help. What of it comes from pages is Plain.
func (d Diagnostic) String() string {
	var b strings.Builder
	if at := d.Span.String(); at != "" {
		b.WriteString(Plain(at) + ": ")
	}
	fmt.Fprintf(&b, "%s: %s [%s]", d.Severity, Plain(d.Message), d.Code)
	for _, r := range d.Related {
		b.WriteString("\n\t" + Plain(r.Span.String()) + ": " + Plain(r.Message))
	}
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
	*l = slices.CompactFunc(*l, Diagnostic.Equal)
}

func compare(a, b Diagnostic) int {
	if c := cmp.Or(
		cmp.Compare(a.Span.File, b.Span.File),
		cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message, b.Message),
	); c != 0 || a.Equal(b) {
		return c
	}
	return cmp.Compare(a.String(), b.String()) // what differs is the help or a related place
}
