package rendered

import (
	"bytes"
	"regexp"
	"strings"
)

// A paragraph is a run of lines without a blank one. Its first line is number
// at of the page, counted from 1.
type paragraph struct {
	lines []string
	at    int32
}

func (p paragraph) first() string { return p.lines[0] }

// single returns the only line of a paragraph.
func (p paragraph) single() (string, bool) {
	return strings.TrimSpace(p.lines[0]), len(p.lines) == 1
}

// paragraphs cuts a page. A fence is one paragraph, with the blank lines in it.
func paragraphs(text []byte) []paragraph {
	var lines []string
	for line := range bytes.Lines(text) {
		lines = append(lines, strings.TrimRight(string(line), " \t\r\n"))
	}
	var out []paragraph
	open := false
	for i := 0; i < len(lines); i++ {
		end := fenceEnd(lines, i)
		switch {
		case end > i:
			out = append(out, paragraph{lines: lines[i : end+1 : end+1], at: int32(i + 1)})
			i, open = end, false
		case lines[i] == "":
			open = false
		case open:
			last := &out[len(out)-1]
			last.lines = append(last.lines, lines[i])
		default:
			out = append(out, paragraph{lines: []string{lines[i]}, at: int32(i + 1)})
			open = true
		}
	}
	return out
}

const fenceMark = "```"

// maxFence bounds the search for the end of a fence, in lines.
const maxFence = 2000

// fenceEnd returns the index of the line that closes the fence which line i
// opens, or -1.
func fenceEnd(lines []string, i int) int {
	if !strings.HasPrefix(lines[i], fenceMark) || strings.Contains(lines[i][len(fenceMark):], "`") {
		return -1
	}
	ticks := lines[i][:len(lines[i])-len(strings.TrimLeft(lines[i], "`"))]
	for j := i + 1; j < min(len(lines), i+maxFence); j++ {
		if lines[j] == ticks {
			return j
		}
	}
	return -1
}

var (
	headingLine = regexp.MustCompile(`^(#{1,6}) +(\S.*)$`)
	linkOnly    = regexp.MustCompile(`^\[([^\]]*)\]\([^)]*\)$`)
)

// heading reads a paragraph that is a heading, or returns level 0.
func (p paragraph) heading() (level int, title string) {
	line, ok := p.single()
	if !ok {
		return 0, ""
	}
	m := headingLine.FindStringSubmatch(line)
	if m == nil {
		return 0, ""
	}
	return len(m[1]), m[2]
}

// doubled reports whether a text is a word printed twice, as the icon and the
// label of a tab are.
func doubled(s string) bool {
	n := len(s) / 2
	return n > 0 && len(s)%2 == 0 && s[:n] == s[n:]
}

// isTab reports whether ps[i] is the label of a tab for a language: printed
// twice, or once where it is the chosen one and stands before all tabs.
func isTab(ps []paragraph, i int) bool {
	line, ok := ps[i].single()
	if !ok || len(line) > 40 {
		return false
	}
	if doubled(line) {
		return true
	}
	if i+1 == len(ps) {
		return false
	}
	next, ok := ps[i+1].single()
	return ok && doubled(next)
}
