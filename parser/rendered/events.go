package rendered

import (
	"bytes"
	"strings"
)

// objectLabel stands between what an event carries and its name.
const objectLabel = "OBJECT"

var eventMark = []byte("\n\n" + objectLabel + "\n\n### ")

// Events counts the events that a copy lists: what a stream, a socket or a
// webhook carries. Such pages have neither verbs nor names for types.
func Events(text []byte) int { return bytes.Count(text, eventMark) }

// EventSection is the heading below which a rebuilt page has its events. No
// published page is known to list events.
const EventSection = "Domain types of events"

// RewriteEvents is as [Rewrite] for a copy that lists events. A copy prints what
// each is about, what it carries, its name and an example, in that order.
func RewriteEvents(text []byte, s *Survey) (raw []byte, lines []int32, guesses []Guess) {
	ps := paragraphs(text)
	if s == nil {
		s = NewSurvey()
	}
	r := &rewriter{ps: ps, survey: s}
	r.block("## "+EventSection, 0)
	start := 0
	for i, p := range ps {
		if line, ok := p.single(); !ok || line != objectLabel || i+1 == len(ps) {
			continue
		}
		if level, name := ps[i+1].heading(); level == 3 {
			end := exampleEnd(ps, i+2)
			r.event(unescape(name), ps[i+1].at, ps[start:i], ps[i+2:end])
			start = end
		}
	}
	return r.out, r.lines, r.sorted()
}

// event writes one event.
func (r *rewriter) event(name string, at int32, ps, example []paragraph) {
	items, prose := r.tree(ps, false)
	r.block("### "+name, at)
	for _, p := range prose {
		if !isFurniture(p) {
			r.prose(p, "")
		}
	}
	r.items(items, 0)
	r.fence(example, "json")
}

// isFurniture reports whether a paragraph is what a site puts above its pages:
// the address that a copy was made from or the link to its text.
func isFurniture(p paragraph) bool {
	line, ok := p.single()
	return ok && (sourceComment.MatchString(line) || linkOnly.MatchString(line))
}

// exampleEnd returns the index after the last paragraph of an example, which is
// JSON that lost the lines of braces alone, or several values.
func exampleEnd(ps []paragraph, start int) int {
	for i := start; i < len(ps); i++ {
		if !isExampleText(ps[i]) {
			return i
		}
	}
	return len(ps)
}

// isExampleText tells JSON and comments in it from items and prose.
func isExampleText(p paragraph) bool {
	line := p.first()
	if line[0] == ' ' || strings.HasPrefix(line, "//") || strings.HasPrefix(line, "..") {
		return true
	}
	return strings.ContainsRune(`{}[]"`, rune(line[0])) && readItem(p) == nil
}
