package statement

import (
	"bytes"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// codedPathLine is a line that is but a path in code, perhaps without its slash, with slots for parts of
// it and perhaps with a query: `{account}/boats/{boat}?full={full}`.
var codedPathLine = prefilter.MustCompile("^[*_]*`((?:https?://[^\\s`/{}]+)?/?[\\w{}<>:.$-]+(?:/[\\w{}<>:.$-]+)+)(?:\\?[^\\s`]*)?`[*_]*\\s*$")

// hostSlot is a slot for the host at the start of an address.
var hostSlot = prefilter.MustCompile(`(?i)^\{+[^{}/]*(?:host|base|url|uri|domain|server|endpoint|root|site|api)[^{}/]*\}`)

// completed takes for headings with a verb and a part of a path the whole path that stands in code
// alone below a title for it in their section: ## POST /boats, ### HTTP Request, `{account}/boats/{kind}`.
func (w *walker) completed() {
	for i := range w.found {
		f := &w.found[i]
		if f.Form != Stated || len(f.Operations) != 1 || f.Start >= len(w.text) || w.text[f.Start] != '#' {
			continue
		}
		path, start, end := w.wholePathBelow(f.Start)
		if path == "" || !holdsPath(path, f.Operations[0].Path) {
			continue
		}
		f.Operations = []Operation{{f.Operations[0].Verb, path}}
		f.PartAt, f.Start, f.End = f.Start+1, start, end
	}
	slices.SortStableFunc(w.found, func(a, b Finding) int { return a.Start - b.Start })
}

// wholePathBelow is the path in code alone that stands right below a title for it in the section of the
// heading at an offset, and where, or "".
func (w *walker) wholePathBelow(at int) (path string, start, end int) {
	n := w.headingAbove(at + 1)
	if n == 0 || w.headings[n-1].start != at {
		return "", 0, 0
	}
	for _, h := range w.headings[n:] {
		if h.level <= w.headings[n-1].level {
			break
		}
		if kindOf(h.title) != "path" {
			continue
		}
		start = lineEnd(w.text, h.start)
		for start < len(w.text) && len(bytes.TrimSpace(w.text[start:lineEnd(w.text, start)])) == 0 {
			start = lineEnd(w.text, start)
		}
		end = lineEnd(w.text, start)
		if m := codedPathLine.FindSubmatch(bytes.TrimSpace(w.text[start:end])); m != nil {
			path = string(m[1])
			if path[0] != '{' || hostSlot.MatchString(path) {
				path = trimHost(path)
			}
			return "/" + strings.TrimPrefix(path, "/"), start, end
		}
		break
	}
	return "", 0, 0
}

// holdsPath reports whether the segments of a path hold all of another one, one behind the other, and
// else but slots.
func holdsPath(path, part string) bool {
	have, want := strings.Split(strings.Trim(path, "/"), "/"), strings.Split(strings.Trim(part, "/"), "/")
	for i := 0; len(have) > len(want) && i+len(want) <= len(have); i++ {
		if slices.Equal(have[i:i+len(want)], want) {
			return areSlots(have[:i]) && areSlots(have[i+len(want):])
		}
	}
	return false
}

// areSlots reports whether all segments are slots.
func areSlots(segments []string) bool {
	for _, s := range segments {
		if s == "" || !strings.ContainsRune("{<:$", rune(s[0])) {
			return false
		}
	}
	return true
}
