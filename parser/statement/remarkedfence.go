package statement

import (
	"bytes"
	"strings"
)

// mostRemarks is how many lines of remarks a fence has at most above what it states.
const mostRemarks = 4

// behindRemarks reads a fence at text[inner:innerEnd] whose last line states an endpoint, perhaps behind the
// word HTTP, and whose lines above it are remarks about it, no code. It reports whether it is one.
func (w *walker) behindRemarks(inner, innerEnd int) bool {
	var said []string
	for i := inner; i < innerEnd; {
		next := min(lineEnd(w.text, i), innerEnd)
		line := bytes.TrimSpace(w.text[i:next])
		at := i
		i = next
		if len(line) == 0 {
			continue
		}
		word := false
		if rest, ok := bytes.CutPrefix(line, []byte("HTTP ")); ok {
			line, word = bytes.TrimSpace(rest), true
		}
		if mayState(line) && bytes.IndexByte(line, '/') >= 0 {
			ops := inCode(string(line))
			if ops == nil || !word && len(said) == 0 || len(bytes.TrimSpace(w.text[next:innerEnd])) > 0 {
				return false
			}
			for _, op := range ops {
				w.found = append(w.found, Finding{Form: Stated, Operations: []Operation{op}, Start: at, End: next, URL: bytes.Contains(line, []byte("://")), Said: joinComment("", strings.Join(said, " "))})
			}
			return true
		}
		if word || len(said) == mostRemarks || !isRemark(line) {
			return false
		}
		said = append(said, string(line))
	}
	return false
}

// isRemark reports whether a line of a fence is one of prose: it has none of the marks of code, of markup and
// of commands, and is no header.
func isRemark(line []byte) bool {
	if bytes.ContainsAny(line, "{}<>$;=\"`\\|[]") || len(line) > longestComment || line[0] == '-' || line[0] == '#' || line[0] == '/' {
		return false
	}
	word, rest, _ := bytes.Cut(line, []byte(" "))
	if bytes.HasSuffix(word, []byte(":")) {
		return bytes.IndexByte(rest, ' ') > 0 && !bytes.ContainsAny(word, "-") // Limit: 3 a second
	}
	return len(rest) > 0 && string(word) != "curl" || line[0] >= 0x80
}
