package statement

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/page"
)

// longestSection is how many bytes of a section are looked at for headings of verbs.
const longestSection = 16 << 10

// headless returns the verbs of a pair that no heading below states, where the path is in a heading and
// a line below it says which verbs there are:
//
//	## URL: /v1/boats
//	Allowed methods: GET, POST
//	### POST
//
// The headings of the others state these with the path from then on.
func (w *walker) headless(end int) []string {
	verbs := strings.Split(w.pair.verb, ",")
	n := len(w.headings)
	if n == 0 || w.headings[n-1].start != w.pair.start || w.pair.start == end {
		return verbs
	}
	level := w.headings[n-1].level
	headed := w.verbHeadings(level, end)
	if len(headed) == 0 {
		return verbs
	}
	w.above = heading{level, w.pair.start, w.pair.path}
	return slices.DeleteFunc(verbs, func(verb string) bool { return slices.Contains(headed, verb) })
}

// verbHeadings returns the verbs that are headings of their own behind offset at, below a heading of a
// level.
func (w *walker) verbHeadings(level, at int) []string {
	var out []string
	fenced := false
	for stop := min(len(w.text), at+longestSection); at < stop; {
		next := lineEnd(w.text, at)
		if marker, width, _, _ := page.FenceMark(w.text[at:next]); width > 0 && marker != 0 {
			fenced = !fenced
		}
		depth, title, after := 0, "", next
		if !fenced {
			depth, title, after = page.HeadingAt(w.text, at, next, true)
		}
		if depth > 0 {
			if depth <= level {
				break
			}
			if m := verbTitle.FindStringSubmatch(title); m != nil && verbOf(m[1]) != "" {
				out = append(out, m[1])
			}
			next = after
		}
		at = next
	}
	return out
}
