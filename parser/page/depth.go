package page

import "bytes"

// MaxDepth is how deep lists may nest. Real pages stay below 40; the cost of
// reading a line grows with the depth of what is open, so deeper text would
// let a small page take unbounded time.
const MaxDepth = 200

// TooDeep returns the offset of the first line of text that nests deeper than
// MaxDepth, or -1. It counts list markers and indentation, which bounds from
// above what goldmark can open.
func TooDeep(text []byte) int {
	for i := 0; i < len(text); {
		end := lineEnd(text, i)
		if lineDepth(text[i:end]) > MaxDepth {
			return i
		}
		i = end
	}
	return -1
}

// lineDepth is the number of list levels that the line stands in or opens. Two
// columns is the least that a level can take.
func lineDepth(line []byte) int {
	columns, markers := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			columns++
		case c == '\t':
			columns += 4
		case i+1 < len(line) && bytes.IndexByte([]byte("-*+>"), c) >= 0 && (line[i+1] == ' ' || line[i+1] == '\t'):
			markers++
			columns++
		case c >= '0' && c <= '9' && orderedMarker(line[i:]):
			markers++
			columns++
		default:
			return max(columns/2, markers)
		}
	}
	return markers // a blank line opens nothing
}

func orderedMarker(rest []byte) bool {
	n := 0
	for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
		n++
	}
	return n <= 9 && n+1 < len(rest) && (rest[n] == '.' || rest[n] == ')') && rest[n+1] == ' '
}
