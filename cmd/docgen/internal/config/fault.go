package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/source"
)

// A Fault is one thing that is wrong in the file.
type Fault struct {
	At      source.Span
	Message string
}

// Faults is the error for all that is wrong in the file.
type Faults []Fault

// Add notes a fault.
func (f *Faults) Add(at source.Span, format string, args ...any) {
	*f = append(*f, Fault{at, fmt.Sprintf(format, args...)})
}

// Err is the faults as an error, in the order of the file and each once; nil
// where there are none.
func (f Faults) Err() error {
	if len(f) == 0 {
		return nil
	}
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.At.Start.Line, b.At.Start.Line), cmp.Compare(a.At.Start.Column, b.At.Start.Column))
	})
	return slices.Compact(f)
}

// Error is one line for each fault: file:line:column: message.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.At.String() + ": " + fault.Message
	}
	return strings.Join(lines, "\n")
}
