package captured

import "strings"

// A diffLine is one line of a file in the comparison: on both sides, or on one.
type diffLine struct {
	// old and new are the numbers of the line on each side, 0 where that side
	// does not have it.
	old, new         int
	oldText, newText string
	// at is the line of the capture, counted from 1.
	at int32
	// cut says that unchanged lines before this one are not shown.
	cut bool
}

func (r diffLine) both() bool    { return r.old > 0 && r.new > 0 }
func (r diffLine) changed() bool { return !r.both() || r.oldText != r.newText }

// on returns the line as one side has it.
func (r diffLine) on(s side) (text string, ok bool) {
	if s == before {
		return r.oldText, r.old > 0
	}
	return r.newText, r.new > 0
}

// A side is one of the two revisions.
type side bool

const (
	before side = false
	after  side = true
)

// blanks are what an empty line or the end of one is shown as.
const blanks = " \t\u00a0"

// content drops what a line was padded with. One blank at the start stays: it
// is what is left of an indentation.
func content(text string) string {
	return strings.TrimRight(text, blanks)
}

// index is 0 before and 1 after.
func (s side) index() int {
	if s == after {
		return 1
	}
	return 0
}
