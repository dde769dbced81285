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

func paragraphs(text []byte) []paragraph {
	var out []paragraph
	at, open := int32(0), false
	for line := range bytes.Lines(text) {
		at++
		s := strings.TrimRight(string(line), " \t\r\n")
		switch {
		case s == "":
			open = false
		case open:
			last := &out[len(out)-1]
			last.lines = append(last.lines, s)
		default:
			out = append(out, paragraph{lines: []string{s}, at: at})
			open = true
		}
	}
	return out
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
