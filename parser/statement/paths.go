package statement

import (
	"bytes"
	"regexp"
)

// A Path is a path of an API that stands alone in a paragraph, without a verb.
type Path struct {
	Text       string
	Start, End int
}

var (
	// lonePath is a line that is nothing but a path in a code span.
	lonePath = regexp.MustCompile("(?m)^`(/[A-Za-z][^`\\n]*)`[ \\t]*$")
	// apiSegment is a segment that paths of an API have and those of files have not.
	apiSegment = regexp.MustCompile(`(?:^|/)(?:api|v[0-9X][\w.]*)(?:/|$)|/(?:<[^<>]+>|\{[^{}]+\}|:[A-Za-z]\w*)(?:/|$)`)
)

// fewestPaths is how many different paths of an API stand alone on a page that is about one.
const fewestPaths = 2

// Paths returns the paths of an API that stand alone in paragraphs of a text, from offset from
// on, each once, where there are several.
func Paths(text []byte, from int) []Path {
	if !bytes.Contains(text, []byte("`/")) {
		return nil
	}
	var out []Path
	seen := map[string]bool{}
	for _, m := range lonePath.FindAllSubmatchIndex(text[from:], -1) {
		start, end := from+m[0], from+m[1]
		path := trimHost(string(text[from+m[2] : from+m[3]]))
		if seen[path] || !apiSegment.MatchString(path) || !isApart(text, start, end) {
			continue
		}
		seen[path] = true
		out = append(out, Path{path, start, end})
	}
	if len(out) < fewestPaths {
		return nil
	}
	return out
}

// isApart reports whether blank lines stand around a stretch of a text.
func isApart(text []byte, start, end int) bool {
	before := bytes.TrimRight(text[:start], " \t")
	after := bytes.TrimLeft(text[end:], " \t\n")
	gap := len(text) - end - len(after)
	return (len(before) < 2 || bytes.HasSuffix(before, []byte("\n\n"))) && (len(after) == 0 || bytes.Count(text[end:end+gap], []byte("\n")) > 1)
}
