package statement

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// lineEntry is a line that is an endpoint and what it does: GET: /boats 200 Lists the boats.
var lineEntry = prefilter.MustCompile("^[*_`]*(GET|POST|PUT|PATCH|DELETE)[*_`]*:?[ \\t]+`?(/[^\\s`|]*)[`*_]*[ \\t]*(?:[-–—:→]+[ \\t]*)?([^\\n]*)$")

// keepLines adds the endpoints of lines and paragraphs right below each other, all of which begin
// with one and say what it does: they are an index without the marks of a list.
func (w *walker) keepLines() {
	next := 0
	for _, f := range w.unread {
		if f.Start < next {
			continue
		}
		run, end := w.lineRun(f.Start)
		next = end
		if len(run) >= fewestDescribed {
			w.found = append(w.found, run...)
		}
	}
}

// lineRun returns the endpoints of the lines from an offset on that begin with one and say what it
// does, and where the first line begins that does not.
func (w *walker) lineRun(i int) (run []Finding, next int) {
	for i < len(w.text) {
		end := lineEnd(w.text, i)
		line := bytes.TrimSpace(w.text[i:end])
		if len(line) == 0 {
			i = end
			continue
		}
		m := lineEntry.FindSubmatch(line)
		if m == nil || len(line) > longest || len(m[3]) == 0 || tellsOfChange.Match(m[3]) {
			break
		}
		ops := alone("`"+string(m[1])+" "+string(m[2])+"`", false)
		if len(ops) != 1 {
			break
		}
		run = append(run, Finding{Form: Listed, Operations: ops, Title: strings.TrimSpace(plain(string(m[3]))), Start: i, End: end})
		i = end
	}
	return run, i
}
