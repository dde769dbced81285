// Package sdkdocs reads references that print each method once per client
// language, as lists of nested items, each of them one code span.
//
// It reads in two rounds. The first looks at the lines of every page, cuts it
// into units (a method, a domain type, a resource's heading) and notes a hash
// of each. A reference prints most units several times, on the page of the
// method and on those of all resources above it; the second round reads each
// distinct unit once, where it stands deepest in the tree. What several
// dialects say of a unit is fused.
//
// It is not part of the compatibility promise.
package sdkdocs

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format"
)

// Format is this format.
type Format struct{}

// Name returns "sdkdocs".
func (Format) Name() string { return "sdkdocs" }

// Describe says how the pages look.
func (Format) Describe() string {
	return "reference pages on which a line **verb** `/path` below a heading announces a method and list items " +
		"that are one code span its parameters (" + strings.Join(Dialects(), ", ") + "), rendered copies of such pages, " +
		"and captured comparisons of them"
}

// Open begins a run.
func (Format) Open(t *format.Tree) format.Reader { return newRun(t) }
