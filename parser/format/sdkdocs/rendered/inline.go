package rendered

import "strings"

// plainCode turns the line of an item into what a code span would hold:
// without escapes, and with links to models replaced by their names. links
// holds the addresses by name.
func plainCode(line string) (code string, links map[string]string) {
	var b strings.Builder
	links = map[string]string{}
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\' && i+1 < len(line) && isPunct(line[i+1]):
			i++
			b.WriteByte(line[i])
		case c == '[':
			if name, address, n := modelLink(line[i:]); n > 0 {
				links[name] = address
				b.WriteString(name)
				i += n - 1
				continue
			}
			b.WriteByte(c)
		case c == ' ' && b.Len() > 0 && line[i-1] == ' ':
			// a run of spaces between types
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), links
}

// maxAddress bounds the search for the end of a link, in bytes.
const maxAddress = 2000

// modelLink reads `[Name](/path#…(model)…)` at the start of s, or the same with
// the method whose parameters the type is of, and returns its length, or 0.
// Other links belong to prose.
func modelLink(s string) (name, address string, n int) {
	end := 1 + strings.IndexAny(s[1:], "[] ")
	if end < 2 || !strings.HasPrefix(s[end:], "](") {
		return "", "", 0
	}
	size := linkTarget(s[end+1 : min(len(s), end+maxAddress)])
	if size == 0 {
		return "", "", 0
	}
	name, address = unescape(s[1:end]), s[end+2:end+size]
	if !strings.Contains(address, "(model)") && !strings.Contains(address, "(method)") {
		return "", "", 0
	}
	return name, address, end + 1 + size
}

// linkTarget returns the length of a parenthesised text without spaces, or 0.
func linkTarget(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ' ':
			return 0
		}
		if depth == 0 {
			return i + 1
		}
	}
	return 0
}

// unescape removes the backslashes that Markdown needs outside of code.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isPunct(s[i+1]) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7f && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')
}
