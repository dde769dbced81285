// Package links finds where a Markdown page leads. It knows just as much of
// Markdown as index pages and llms.txt files need.
package links

import "strings"

// A Link is a destination as the page writes it, escapes undone.
type Link struct {
	Target string
	// Listed says that the link is what a list item or a heading begins with,
	// as in an index. Other links are mentions.
	Listed bool
}

// maxTarget bounds a destination, in bytes; browsers stop at as much.
const maxTarget = 2048

// Scan returns the links of a page in their order: inline ones, those by
// reference, autolinks, and what HTML and components call href. Code and images
// are skipped.
func Scan(text string) []Link {
	var out []Link
	defined := definitions(text)
	var open fence
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if open.step(line) {
			continue
		}
		out = append(out, scanLine(line, defined)...)
	}
	return out
}

// A fence is the run of characters that opened a block of code, or "".
type fence string

// step takes the next line and reports whether it belongs to a block of code.
// How far a fence is indented does not matter: in a list it may be anything.
func (f *fence) step(line string) bool {
	text := strings.TrimSpace(line)
	run := fenceRun(text)
	switch {
	case *f == "":
		// Backticks behind the fence make it a code span.
		if run == "" || run[0] == '`' && strings.Contains(text[len(run):], "`") {
			return false
		}
		*f = fence(run)
	case text == run && strings.HasPrefix(run, string(*f)):
		*f = ""
	}
	return true
}

func fenceRun(text string) string {
	for _, mark := range []string{"`", "~"} {
		if n := len(text) - len(strings.TrimLeft(text, mark)); n >= 3 {
			return text[:n]
		}
	}
	return ""
}

// contentStart is where the text of a list item or a heading begins, or -1
// where the line is neither. Emphasis around a link counts as a mark.
func contentStart(line string) int {
	rest := strings.TrimLeft(line, " \t>")
	text := strings.TrimLeft(rest, "#")
	if text == rest {
		digits := strings.TrimLeft(rest, "0123456789")
		switch {
		case digits != rest && digits != "" && strings.ContainsRune(".)", rune(digits[0])):
			text = digits[1:]
		case rest != "" && strings.ContainsRune("-*+", rune(rest[0])):
			text = rest[1:]
		}
	}
	if text == rest || !strings.HasPrefix(text, " ") && !strings.HasPrefix(text, "\t") {
		return -1
	}
	return len(line) - len(strings.TrimLeft(text, " \t*_"))
}
