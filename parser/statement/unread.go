package statement

import (
	"bytes"
	"slices"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// leadingEndpoint is a verb and a path that begin a line, whatever parts them: GET '/boats', POST → /boats.
var leadingEndpoint = prefilter.MustCompile("^[*_`\\[(]*(GET|POST|PUT|PATCH|DELETE)[*_`:\\])]*[ \\t]*(?:→|->|=>|[-–—:：])?[ \\t]*['\"`*_(\\[]*(?:https?://[^\\s/`'\"]+|\\{\\{?[\\w.-]+\\}?\\})?(/(?:[A-Za-z{:<_$][^\\s`'\"|,;]*)?)")

// verbsAlone is a path that is but further verbs.
var verbsAlone = prefilter.MustCompile(`^/(?:GET|POST|PUT|PATCH|DELETE|HEAD)(?:[^A-Za-z]|$)`)

// leave notes a line that begins with a verb and a path and states no endpoint. What tells of changes names
// such ones.
func (w *walker) leave(line []byte, i, end int) {
	m := leadingEndpoint.FindSubmatch(line)
	if m == nil || w.belowChanges() || tellsOfChange.Match(bytes.TrimLeft(line[len(m[0]):], "`*_ ")) {
		return
	}
	path := string(bytes.TrimRight(m[2], ".)]*_:"))
	if verbsAlone.MatchString(path) {
		return // POST/PUT
	}
	w.unread = append(w.unread, Finding{Form: Listed, Operations: []Operation{{string(m[1]), path}}, Start: i, End: end})
}

// unreadItems are the lines that were left, and the items of lists that are no index.
func (w *walker) unreadItems() []Finding {
	out, kept := w.unread, map[int]bool{}
	for _, f := range slices.Concat(w.found, w.short) {
		kept[f.Start] = true
	}
	for _, f := range w.indexed {
		if !kept[f.Start] {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return a.Start - b.Start })
	return out
}
