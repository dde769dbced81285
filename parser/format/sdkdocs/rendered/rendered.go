// Package rendered reads copies of reference pages that were made from the
// rendered site. Such copies lost bullets, code spans and nesting; what an
// item announces (`{ id, weight, 3 more }`, "One of the following:") is enough
// to rebuild them, so that everything after reads them like published pages.
//
// It is not part of the compatibility promise.
package rendered

import (
	"bytes"
	"regexp"
	"slices"
)

// expandCollapse are the labels of two buttons, glued to headings of sections.
const expandCollapse = "Expand Collapse"

var (
	verbLine  = regexp.MustCompile(`^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(/\S*)$`)
	foreign   = regexp.MustCompile(`(?m)^[\pL_][\w.$\\]*\(.*\)?.*\n\n(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)/\S*$`)
	published = regexp.MustCompile("(?m)^\\*\\*[A-Za-z]+\\*\\* *`/")
)

// headSize is how much of a page tells what it is.
const headSize = 64 << 10

// marks are what a copy has at least one of: looking for them is cheap.
var marks = [][]byte{
	[]byte(expandCollapse + "\n"), []byte("\nGET/"), []byte("\nPOST/"), []byte("\nPUT/"), []byte("\nPATCH/"),
	[]byte("\nDELETE/"), []byte("\nHEAD/"), []byte("\nOPTIONS/"),
}

// Detect reports whether a page is a rendered copy: a heading with the labels
// of its buttons, or a verb glued to its path, where published pages have
// neither.
func Detect(text []byte) bool {
	text = text[:min(len(text), headSize)]
	if bytes.Contains(text, []byte("** `/")) || !slices.ContainsFunc(marks, func(m []byte) bool { return bytes.Contains(text, m) }) {
		return false
	}
	for line := range bytes.Lines(text) {
		line = bytes.TrimRight(line, " \t\n")
		if bytes.HasPrefix(line, []byte("#")) && bytes.HasSuffix(line, []byte(expandCollapse)) || verbLine.Match(line) {
			return !published.Match(text)
		}
	}
	return false
}

// Foreign reports whether a rendered copy shows a language rather than http: a
// signature stands between its heading and its verb. [RewriteIn] reads those.
func Foreign(text []byte) bool { return foreign.Match(text) }

// Rewrite rebuilds the page as it would have been published. lines holds for
// each line of raw the line of text, counted from 1, that it was made from, or
// 0 where it was not made from any. What text holds besides is furniture: it
// is of no line of raw. A nil survey is that of the page alone. guesses are where
// nothing tells, or names alone, how items nest.
func Rewrite(text []byte, s *Survey) (raw []byte, lines []int32, guesses []Guess) {
	ps := paragraphs(text)
	if s == nil {
		s = alone(ps)
	}
	r := rewrite(ps, s)
	return r.out, r.lines, r.sorted()
}

var sourceComment = regexp.MustCompile(`^<!-- *source: *(https?://\S+) *-->`)

// Address returns the address that a copy says it was made from, or "".
func Address(text []byte) string {
	if m := sourceComment.FindSubmatch(text); m != nil {
		return string(m[1])
	}
	return ""
}
