package links

import (
	"html"
	"strings"
)

// A scanner walks over one line.
type scanner struct {
	line    string
	content int         // where a listed link would begin
	skip    map[int]int // start of each code span to its end
	open    []bracket
	defined map[string]string // destinations by label
	found   []Link
}

type bracket struct {
	at    int
	image bool
}

func scanLine(line string, defined map[string]string) []Link {
	if !strings.ContainsAny(line, "]<") && !strings.Contains(line, "href=") {
		return nil
	}
	s := scanner{line: line, content: contentStart(line), skip: codeSpans(line), defined: defined}
	if _, _, ok := definition(line); ok {
		return nil // links are where it is used
	}
	for i := 0; i < len(line); {
		i = s.step(i)
	}
	return s.found
}

// step consumes what stands at i and returns where the next thing begins.
func (s *scanner) step(i int) int {
	switch s.line[i] {
	case '\\':
		return i + 2
	case '`':
		if end, ok := s.skip[i]; ok {
			return end
		}
		return i + len(backticks(s.line[i:]))
	case '<':
		return s.autolink(i)
	case '!':
		if strings.HasPrefix(s.line[i:], "![") {
			s.open = append(s.open, bracket{i, true})
			return i + 2
		}
	case '[':
		s.open = append(s.open, bracket{i, false})
	case ']':
		return s.close(i)
	case 'h':
		return s.href(i)
	}
	return i + 1
}

// close ends the innermost bracket, which is a link if a destination follows.
func (s *scanner) close(i int) int {
	if len(s.open) == 0 {
		return i + 1
	}
	b := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	rest, ok := strings.CutPrefix(s.line[i+1:], "(")
	if !ok {
		target, n, ok := s.reference(b, i)
		if ok && !b.image {
			s.found = append(s.found, Link{target, b.at == s.content})
		}
		return i + 1 + n
	}
	target, n, ok := destination(rest)
	if !ok {
		return i + 1
	}
	if !b.image && target != "" {
		s.found = append(s.found, Link{target, b.at == s.content})
	}
	return i + 2 + n
}

// autolink reads `<https://…>`.
func (s *scanner) autolink(i int) int {
	rest := s.line[i+1:]
	end := strings.IndexAny(rest[:min(len(rest), maxTarget)], "<> \t")
	if end < 0 || rest[end] != '>' {
		return i + 1
	}
	target := rest[:end]
	if lower := strings.ToLower(target); strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") {
		s.found = append(s.found, Link{html.UnescapeString(target), i == s.content})
	}
	return i + end + 2
}

// destination reads what stands between the parentheses of a link and returns
// the length of it, the closing one included. A title is skipped.
func destination(text string) (target string, n int, ok bool) {
	start := len(text) - len(strings.TrimLeft(text, " \t"))
	end, next := bare(text, start)
	if strings.HasPrefix(text[start:], "<") {
		start, end, next = pointed(text, start)
	}
	if end < 0 || end-start > maxTarget {
		return "", 0, false
	}
	next, ok = afterTitle(text, next)
	return unescape(text[start:end]), next, ok
}

// pointed finds the end of `<…>` and what is between.
func pointed(text string, at int) (start, end, next int) {
	start = at + 1
	n := strings.IndexAny(text[start:min(len(text), start+maxTarget)], "<>")
	if n < 0 || text[start+n] == '<' {
		return start, -1, 0
	}
	return start, start + n, start + n + 1
}

// bare finds the end of a destination that ends with a blank or with the
// parenthesis that closes the link.
func bare(text string, start int) (end, next int) {
	depth := 0
	for i := start; i < len(text) && i-start <= maxTarget; i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case c <= ' ' || c == ')':
			return i, i
		}
	}
	return -1, 0
}

// afterTitle skips an optional title and the closing parenthesis.
func afterTitle(text string, at int) (next int, ok bool) {
	rest := strings.TrimLeft(text[at:], " \t")
	if rest != "" && strings.ContainsRune(`"'`, rune(rest[0])) {
		end := strings.IndexByte(rest[1:min(len(rest), maxTarget)], rest[0])
		if end < 0 {
			return 0, false
		}
		rest = strings.TrimLeft(rest[end+2:], " \t")
	}
	return len(text) - len(rest) + 1, strings.HasPrefix(rest, ")")
}

// unescape undoes backslashes before punctuation, and entities.
func unescape(target string) string {
	var b strings.Builder
	for i := 0; i < len(target); i++ {
		if target[i] == '\\' && i+1 < len(target) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", target[i+1]) >= 0 {
			i++
		}
		b.WriteByte(target[i])
	}
	return html.UnescapeString(b.String())
}

// codeSpans pairs each run of backticks with the next one of its length.
func codeSpans(line string) map[int]int {
	out, waiting := map[int]int{}, map[int]int{}
	for i := 0; i < len(line); {
		n := len(backticks(line[i:]))
		if n == 0 {
			i++
			continue
		}
		if start, ok := waiting[n]; ok {
			out[start] = i + n
		}
		waiting[n] = i
		i += n
	}
	return out
}

func backticks(text string) string {
	return text[:len(text)-len(strings.TrimLeft(text, "`"))]
}
