package prose

import "strings"

// A Link is a link in a cell.
type Link struct{ Text, Target string }

// Links returns the links in a cell, in Markdown and HTML.
func Links(cell string) []Link {
	var out []Link
	for rest := cell; strings.Contains(rest, "]("); {
		l, ok := nextLink(rest)
		if !ok {
			break
		}
		out = append(out, Link{rest[l.text:l.textEnd], rest[l.target:l.targetEnd]})
		rest = rest[l.end:]
	}
	if strings.Contains(cell, "<a") || strings.Contains(cell, "<A") {
		for _, m := range anchorTag.FindAllStringSubmatch(cell, -1) {
			out = append(out, Link{m[2], m[1]})
		}
	}
	return out
}

// unlinked is a cell with the texts of its links in the place of these.
func unlinked(cell string) string {
	if strings.Contains(cell, "](") {
		var b strings.Builder
		for {
			l, ok := nextLink(cell)
			if !ok {
				break
			}
			b.WriteString(cell[:l.start] + cell[l.text:l.textEnd])
			cell = cell[l.end:]
		}
		if b.Len() > 0 {
			cell = b.String() + cell
		}
	}
	if strings.Contains(cell, "<a") {
		cell = anchorTag.ReplaceAllString(cell, "$2")
	}
	return cell
}

// A linkAt is where a link stands, with its text and target. start is that of the mark
// of an image, if it is one.
type linkAt struct{ start, text, textEnd, target, targetEnd, end int }

// nextLink finds the first link: [text](target "title"). Its text may hold brackets, its
// target parentheses, one level deep.
func nextLink(s string) (linkAt, bool) {
	for i := 0; ; {
		n := strings.IndexByte(s[i:], '[')
		if n < 0 {
			return linkAt{}, false
		}
		i += n
		if l, ok := linkFrom(s, i); ok {
			if l.start = i; i > 0 && s[i-1] == '!' {
				l.start--
			}
			return l, true
		}
		i++
	}
}

// linkFrom reads the link whose text begins with the bracket at i.
func linkFrom(s string, i int) (linkAt, bool) {
	l := linkAt{text: i + 1}
	at, ok := balanced(s, i+1, '[', ']', "")
	if !ok || !strings.HasPrefix(s[at:], "](") {
		return l, false
	}
	l.textEnd, l.target = at, at+len("](")
	if at, ok = balanced(s, l.target, '(', ')', linkBlanks); !ok {
		return l, false
	}
	l.targetEnd = at
	if title := strings.TrimLeft(s[at:], linkBlanks); len(title) < len(s)-at && strings.HasPrefix(title, `"`) {
		n := strings.IndexByte(title[1:], '"')
		if n < 0 {
			return l, false
		}
		at = len(s) - len(title) + n + len(`""`)
	}
	if !strings.HasPrefix(s[at:], ")") {
		return l, false
	}
	l.end = at + 1
	return l, true
}

const linkBlanks = " \t\n\f\r"

// balanced returns where a text ends that begins at i: at the closing mark, or at one of
// the marks that end it, outside of pairs of marks, which do not nest.
func balanced(s string, i int, open, closing byte, ends string) (int, bool) {
	for i < len(s) {
		switch c := s[i]; {
		case c == closing, strings.IndexByte(ends, c) >= 0:
			return i, true
		case c == open:
			for i++; i < len(s) && s[i] != closing; i++ {
				if s[i] == open {
					return i, false
				}
			}
		}
		i++
	}
	return i, false
}
