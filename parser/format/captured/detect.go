package captured

import (
	"bytes"
	"regexp"
)

// A capture has at least so many numbered lines near its start, and so many of
// them are empty ones, of which the number alone is left.
const (
	minNumbered = 8
	minEmpty    = 3
)

var (
	numberedLine = regexp.MustCompile("^[0-9]+[^0-9.)]|^[0-9]+$")
	emptyLine    = regexp.MustCompile("^([0-9]+)[ \\t\u00a0]+(?:[0-9]+[ \\t\u00a0]*)?$")
)

// Detect reports whether a text, of which the first 64 KiB are enough, shows
// two revisions side by side: most of its lines start with a number, and lines
// that hold nothing but numbers stand among them.
func Detect(text []byte) bool {
	lines, numbered, empty := 0, 0, 0
	for line := range bytes.Lines(text) {
		line = bytes.TrimRight(line, "\r\n")
		switch {
		case len(bytes.Trim(line, " \t")) == 0:
			continue
		case emptyLine.Match(line):
			empty++
			numbered++
		case numberedLine.Match(line):
			numbered++
		}
		lines++
	}
	return numbered >= minNumbered && empty >= minEmpty && 2*numbered > lines
}
