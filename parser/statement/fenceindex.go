package statement

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// fenceEntry is a line of a fence that is an endpoint, or one with a comment behind it.
var fenceEntry = prefilter.MustCompile(`^(GET|POST|PUT|PATCH|DELETE):?[ \t]+(/[^\s|]*)[ \t]*(?://+|#+|[-–—→]+ |[ \t]{2,}|$)[ \t]*([^\n]*)$`)

// fenceIndex reads a fence at text[inner:innerEnd] all of whose lines that are not indented are
// endpoints, with comments behind some of them: what is indented belongs to the one above. It
// reports whether there are several.
func (w *walker) fenceIndex(inner, innerEnd int) bool {
	var out []Finding
	for i := inner; i < innerEnd; {
		next := min(lineEnd(w.text, i), innerEnd)
		line, at := bytes.TrimRight(w.text[i:next], " \t\r\n"), i
		i = next
		if len(line) == 0 || len(out) > 0 && (line[0] == ' ' || line[0] == '\t') {
			continue
		}
		if _, ok := cutComment(line); ok {
			continue
		}
		m := fenceEntry.FindSubmatch(line)
		if m == nil || len(line) > longest {
			return false
		}
		ops := alone(string(m[1])+" "+string(m[2]), true)
		if len(ops) != 1 {
			return false
		}
		out = append(out, Finding{Form: Stated, Operations: ops, Said: strings.TrimSpace(string(m[3])), Start: at, End: next})
	}
	if len(out) < 2 {
		return false
	}
	w.found = append(w.found, out...)
	return true
}
