package statement

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// A Path is a path of an API that stands alone in a paragraph, without a verb.
type Path struct {
	Text       string
	Start, End int
}

var (
	// lonePath is a line that is nothing but a path in a code span.
	lonePath = prefilter.MustCompile("^`(/[A-Za-z][^`\\n]*)`[ \\t]*$")
	// apiSegment is a segment that paths of an API have and those of files have not.
	apiSegment = prefilter.MustCompile(`(?:^|/)(?:api|v[0-9X][\w.]*)(?:/|$)|/(?:<[^<>]+>|\{[^{}]+\}|:[A-Za-z]\w*)(?:/|$)`)
)

// ledPath is a line that states a path behind a label, or is a heading of nothing but a path:
// Endpoint: `/cranes`.
var ledPath = prefilter.MustCompile("^(?:#{1,6} |[-*+] )?(?:[*_]*[\\pL ]{1,30}[*_]*[ \\t]*[:：][*_]*[ \\t]*)?`?(/[A-Za-z][^\\s`|]*)`?[ \\t]*$")

// ofMachine is the start of paths of a machine's files.
var ofMachine = prefilter.MustCompile(`^/(?:etc|usr|var|opt|home|tmp|dev|proc|sys|mnt|root|run|bin|sbin|lib)(?:/|$)`)

// fewestPaths is how many different paths of an API stand alone on a page that is about one.
const fewestPaths = 2

// Paths returns the paths of an API that stand alone in paragraphs of a text, or above tables
// of attributes, from offset from on, each once, where there are several.
func Paths(text []byte, from int) []Path {
	if !bytes.Contains(text, []byte("`/")) && !bytes.Contains(text, []byte(" /")) {
		return nil
	}
	out, seen := abovePaths(text, from)
	for _, m := range matchingLines(text, from, lonePath, mayBeLone) {
		start, end := m[0], m[1]
		at := trimHost(string(text[m[2]:m[3]]))
		if seen[at] || !apiSegment.MatchString(at) || !isApart(text, start, end) {
			continue
		}
		seen[at] = true
		out = append(out, Path{at, start, end})
	}
	if len(out) < fewestPaths {
		return nil
	}
	for i := range out {
		out[i].Text = strings.TrimSuffix(out[i].Text, "**") // of a label in bold
	}
	slices.SortFunc(out, func(a, b Path) int { return a.Start - b.Start })
	return out
}

// matchingLines returns where the lines from offset from on that match a pattern begin and
// end, with their groups; may reports by one look whether a line may match.
func matchingLines(text []byte, from int, pattern *prefilter.Pattern, may func([]byte) bool) (out [][]int) {
	for i := from; i < len(text); {
		end := i + lineLength(text[i:])
		if may(text[i:end]) {
			if m := pattern.FindSubmatchIndex(text[i:end]); m != nil {
				for k := range m {
					m[k] += i
				}
				out = append(out, m)
			}
		}
		i = end + 1
	}
	return out
}

// mayBeLone reports whether a line may be but a path in a code span.
func mayBeLone(line []byte) bool { return bytes.HasPrefix(line, []byte("`/")) }

// mayBeLed reports by its last word whether a line may end in a path.
func mayBeLed(line []byte) bool {
	slash := bytes.LastIndexByte(line, '/')
	return slash >= 0 && !bytes.ContainsAny(bytes.TrimRight(line[slash:], " \t"), " \t|")
}

// abovePaths returns the paths, with or without a label, that stand above tables of attributes.
func abovePaths(text []byte, from int) (out []Path, seen map[string]bool) {
	seen = map[string]bool{}
	all := matchingLines(text, from, ledPath, mayBeLed)
	for i, m := range all {
		end := len(text)
		if i+1 < len(all) {
			end = all[i+1][0]
		}
		at := string(text[m[2]:m[3]])
		if seen[at] || path.Ext(at) != "" || ofMachine.MatchString(at) || !hasAttributes(text[m[1]:end]) {
			continue
		}
		seen[at] = true
		out = append(out, Path{at, m[0], m[1]})
	}
	return out, seen
}

// hasAttributes reports whether a stretch of a text has a table of attributes.
func hasAttributes(text []byte) bool {
	for len(text) > 0 {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		if bytes.IndexByte(line, '|') >= 0 {
			if _, attributes := IsTable(string(text[:min(len(text), len(line)+1+lineLength(rest))])); attributes {
				return true
			}
		}
		text = rest
	}
	return false
}

// lineLength is how many bytes the first line of a text has.
func lineLength(text []byte) int {
	if n := bytes.IndexByte(text, '\n'); n >= 0 {
		return n
	}
	return len(text)
}

// isApart reports whether blank lines stand around a stretch of a text.
func isApart(text []byte, start, end int) bool {
	before := bytes.TrimRight(text[:start], " \t")
	after := bytes.TrimLeft(text[end:], " \t\n")
	gap := len(text) - end - len(after)
	return (len(before) < 2 || bytes.HasSuffix(before, []byte("\n\n"))) && (len(after) == 0 || bytes.Count(text[end:end+gap], []byte("\n")) > 1)
}
