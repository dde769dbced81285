package golang

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// textWidth is how wide comments get, in characters without the slashes.
const textWidth = 90

// paragraphs turns a description in Markdown into lines of a Go comment:
// paragraphs are wrapped, lists and code are set in as godoc wants them, and
// links show where they lead.
func paragraphs(markdown string) []string {
	d := docWriter{}
	for line := range strings.SplitSeq(strings.TrimSpace(markdown), "\n") {
		d.line(strings.TrimRight(line, " \t\r"))
	}
	d.flush()
	return d.out
}

// A docWriter builds a comment line by line.
type docWriter struct {
	out   []string
	text  []string // the paragraph or list item being read
	item  bool     // text is a list item
	fence string   // the mark that ends the code block being read
}

func (d *docWriter) line(line string) {
	trimmed := strings.TrimSpace(line)
	switch {
	case d.fence != "":
		d.code(line, trimmed)
	case strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, "~~~"):
		d.flush()
		d.blank()
		d.fence = trimmed[:3]
	case trimmed == "":
		d.flush()
	case bullet.MatchString(trimmed):
		d.flush()
		d.text, d.item = []string{bullet.ReplaceAllString(trimmed, "")}, true
	case strings.HasPrefix(trimmed, "#"):
		d.flush()
		d.text = []string{strings.TrimSpace(strings.TrimLeft(trimmed, "#"))}
		d.flush()
	default:
		d.text = append(d.text, trimmed)
	}
}

var bullet = regexp.MustCompile(`^[-*+]\s+`)

func (d *docWriter) code(line, trimmed string) {
	if strings.HasPrefix(trimmed, d.fence) {
		d.fence = ""
		return
	}
	d.out = append(d.out, "\t"+line)
}

// blank separates what follows from what is there.
func (d *docWriter) blank() {
	if len(d.out) > 0 && d.out[len(d.out)-1] != "" {
		d.out = append(d.out, "")
	}
}

// flush writes the paragraph or list item that was read.
func (d *docWriter) flush() {
	text, item := plainLinks(strings.Join(d.text, " ")), d.item
	d.text, d.item = nil, false
	if text == "" {
		return
	}
	if !item || len(d.out) > 0 && !strings.HasPrefix(d.out[len(d.out)-1], "  ") {
		d.blank()
	}
	lines := wrap(text)
	for i, line := range lines {
		switch {
		case item && i == 0:
			line = "  - " + line
		case item:
			line = "    " + line
		}
		d.out = append(d.out, line)
	}
}

var link = regexp.MustCompile(`!?\[([^\[\]]*)\]\(([^()\s]+)(?:\s+"[^"]*")?\)`)

// plainLinks writes links as text and address.
func plainLinks(text string) string {
	return link.ReplaceAllStringFunc(text, func(s string) string {
		m := link.FindStringSubmatch(s)
		if m[1] == "" || m[1] == m[2] {
			return m[2]
		}
		return m[1] + " (" + m[2] + ")"
	})
}

// wrap breaks text into lines at spaces. Empty text has no lines.
func wrap(text string) []string {
	var out []string
	line, width := "", 0
	for word := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(word)
		if line != "" && width+1+n > textWidth {
			out = append(out, line)
			line, width = "", 0
		}
		if line != "" {
			line, width = line+" ", width+1
		}
		line, width = line+word, width+n
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}
