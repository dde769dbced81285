package page

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// htmlHeading matches a line that is a heading in HTML.
var htmlHeading = prefilter.MustCompile(`(?i)^<h([1-6])\b[^>]*>(.*?)(?:</h[1-6]>)?\s*$`)

// HeadingAt reads a heading whose first line is text[i:end], in the forms that sites
// render: ATX, also without the blank behind its marks, in HTML, and, where fresh says
// that the line begins a paragraph, with a rule below it. It returns the offset after
// the heading; level is 0 where there is none.
func HeadingAt(text []byte, i, end int, fresh bool) (level int, title string, next int) {
	line := text[i:end]
	switch {
	case len(line) == 0:
	case line[0] == '#':
		if level, title = atx(line); level == 0 {
			level, title = tightHeading(line)
		}
	case line[0] == '<':
		if len(line) > 3 && line[1]|0x20 == 'h' {
			if m := htmlHeading.FindSubmatch(bytes.TrimRight(line, " \t\n")); m != nil {
				level, title = int(m[1][0]-'0'), string(bytes.TrimSpace(m[2]))
			}
		}
	case fresh && end < len(text) && (text[end] == '=' || text[end] == '-'):
		return underlined(text, i, end)
	}
	return level, title, end
}

// mostHeadingBlanks is how many blanks may stand before a heading outside of lists: pages
// indent what stands in a component.
const mostHeadingBlanks = 3

// HeadingStart returns the offset in a line at which its heading would begin: behind few
// blanks, in a list behind any, and behind the mark of an item. It returns 0 where the
// line can have no such heading.
func HeadingStart(line []byte, inList bool) int {
	n := 0
	for n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		n++
	}
	if !inList && n > mostHeadingBlanks {
		return 0
	}
	if rest := line[n:]; isItem(rest) {
		n += bytes.IndexAny(rest, " \t")
		for n < len(line) && (line[n] == ' ' || line[n] == '\t') {
			n++
		}
	}
	if n < len(line) && line[n] == '#' {
		return n
	}
	return 0
}

// tightHeading reads ##Title: at least two marks before a letter, which no text
// begins with.
func tightHeading(line []byte) (level int, title string) {
	for level < len(line) && line[level] == '#' {
		level++
	}
	first, _ := utf8.DecodeRune(line[level:])
	if level < 2 || level > 6 || !unicode.IsLetter(first) {
		return 0, ""
	}
	return level, string(bytes.TrimRight(bytes.TrimSpace(line[level:]), "# "))
}

// underlined reads a line of text above one of nothing but = or -.
func underlined(text []byte, i, end int) (level int, title string, next int) {
	next = lineEnd(text, end)
	rule := bytes.TrimRight(text[end:next], " \t\n")
	line := bytes.TrimSpace(text[i:end])
	if len(rule) < 3 || len(bytes.Trim(rule, string(rule[:1]))) > 0 || len(line) == 0 || bytes.IndexByte(line, '|') >= 0 {
		return 0, "", end
	}
	first, _ := utf8.DecodeRune(line)
	switch {
	case text[i] == ' ' || text[i] == '\t':
		return 0, "", end
	case unicode.IsLetter(first) || unicode.IsDigit(first) || first == '/':
	case first == '`' && !bytes.HasPrefix(line, []byte("```")):
	case first == '*' && len(line) > len("****") && bytes.HasPrefix(line, []byte("**")) && bytes.HasSuffix(line, []byte("**")):
	default:
		return 0, "", end
	}
	level = 2
	if rule[0] == '=' {
		level = 1
	}
	return level, string(line), next
}
