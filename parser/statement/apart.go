package statement

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// pathLine is a line that is but a path of at least two segments.
var pathLine = prefilter.MustCompile("^`?(/[A-Za-z][\\w.-]*(?:/[\\w.:{}<>-]+)+)`?[ \\t]*$")

// apart reads a line that is one half of an endpoint and nothing else, and reports whether it is
// one: an item with a verb above one with a path, a verb below a heading that is a path, a path
// right below a heading whose verb a heading below it says, and an item that is a label
// for the line below it.
func (w *walker) apart(line []byte, i, end int, fresh, listed bool) bool {
	line = bytes.TrimSpace(line)
	switch {
	case len(line) == 0 || len(line) > longest || !listed && !fresh:
		return false
	case listed && w.labelItem(line, end):
		return true
	}
	if m := verbTitle.FindSubmatch(line); m != nil && verbOf(string(m[1])) != "" {
		switch {
		case listed && w.pathItem(end):
			w.pair, w.announced = pair{open: true, verb: string(m[1]), start: i, end: end}, "path"
		case !listed && w.above.title != "" && w.standsAlone(i, end):
			w.add(Stated, i, end, Operation{string(m[1]), w.above.title})
		default:
			return false
		}
		return true
	}
	if m := pathLine.FindSubmatch(line); m != nil && !listed && w.above.title == "" && len(w.headings) > 0 && !ofMachine.Match(m[1]) &&
		len(bytes.TrimSpace(w.text[w.headed:i])) == 0 && w.standsAlone(i, end) {
		w.above = heading{w.headings[len(w.headings)-1].level, i, string(m[1])}
		return true
	}
	return false
}

// labelItem notes an item that is but a label of half an endpoint, above an indented line with
// what it is: * URL.
func (w *walker) labelItem(line []byte, end int) bool {
	kind := ""
	if len(line) <= longestLabel {
		kind = kindOf(string(line))
	}
	if kind == "" {
		return false
	}
	next := w.text[end:lineEnd(w.text, end)]
	value := strings.Trim(string(next), " \t\r\n`*_")
	if len(next) < 3 || next[0] != ' ' && next[0] != '\t' || value == "" {
		return false
	}
	if _, marked := cutMarker(next); marked || kind == "verb" && len(verbsOf(value)) == 0 || kind == "path" && !strings.HasPrefix(trimHost(value), "/") {
		return false
	}
	w.announced, w.fresh = kind, true
	return true
}

// pathItem reports whether the line at an offset is an item of a list that is but a path.
func (w *walker) pathItem(at int) bool {
	line, listed := cutMarker(w.text[at:lineEnd(w.text, at)])
	text := strings.Trim(string(line), " \t\r\n`*_")
	return listed && len(text) > 1 && !strings.ContainsAny(text, " \t") && strings.HasPrefix(trimHost(text), "/")
}

// standsAlone reports whether blank lines, a heading or an end of the page stand around a line.
func (w *walker) standsAlone(i, end int) bool {
	before := bytes.TrimRight(w.text[:i], " \t")
	after := bytes.TrimLeft(w.text[end:lineEnd(w.text, end)], " \t\r")
	return (len(before) < 2 || bytes.HasSuffix(before, []byte("\n\n")) || w.headed == i) && (len(after) == 0 || after[0] == '\n' || after[0] == '#')
}
