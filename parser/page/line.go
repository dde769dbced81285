package page

// ATXHeading reads a line that is an ATX heading at column 0; its level is 0
// for any other line.
func ATXHeading(line []byte) (level int, title string) { return atx(line) }

// FenceMark measures the run of at least three backticks or tildes that starts
// a line, after indent spaces. width is 0 where there is none; bare says that
// nothing follows the run, as in a line that closes a fence.
func FenceMark(line []byte) (marker byte, width, indent int, bare bool) {
	marker, width, indent, bare = fenceRun(line)
	if width < 3 {
		return 0, 0, indent, false
	}
	return marker, width, indent, bare
}
