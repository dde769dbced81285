package rendered

import (
	"bytes"
	"slices"
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

// An event is what a copy prints about one event.
type event struct {
	name paragraph
	// about is what stands before the name, example what stands behind it.
	about, example []paragraph
}

// RewriteEvents is as [Rewrite] for a copy that lists events. A copy prints what
// each is about, what it carries, its name and an example, in that order. lost
// are items behind the last of them: they have no name.
func RewriteEvents(text []byte, s *Survey) (raw []byte, lines []int32, guesses []Guess, lost Lost) {
	if s == nil {
		s = NewSurvey()
	}
	events, rest := cutEvents(paragraphs(text))
	r := &rewriter{survey: s}
	r.block("## "+EventSection, 0)
	if slices.ContainsFunc(rest, func(p paragraph) bool { return readItem(p) != nil }) {
		lost = lose(rest)
	} else {
		r.remarks(rest)
	}
	for _, e := range events {
		r.event(e)
	}
	return r.out, r.lines, r.sorted(), lost
}

// cutEvents cuts a page into its events and what stands behind the last of them.
func cutEvents(ps []paragraph) (events []event, rest []paragraph) {
	start := 0
	for i, p := range ps {
		if line, ok := p.single(); !ok || line != objectLabel || i+1 == len(ps) {
			continue
		}
		if level, _ := ps[i+1].heading(); level == 3 {
			end := exampleEnd(ps, i+2)
			events = append(events, event{ps[i+1], ps[start:i], ps[i+2 : end]})
			start = end
		}
	}
	return events, ps[start:]
}

func lose(ps []paragraph) Lost {
	var out Lost
	for _, p := range ps {
		if readItem(p) != nil {
			out.Items++
		}
		for i := range p.lines {
			out.Lines = append(out.Lines, p.at+int32(i))
		}
	}
	return out
}

// remarks writes paragraphs that describe what follows.
func (r *rewriter) remarks(ps []paragraph) {
	for _, p := range ps {
		if !isFurniture(p) {
			r.prose(p, "")
		}
	}
}

// event writes one event.
func (r *rewriter) event(e event) {
	items, prose := r.tree(e.about, false)
	_, name := e.name.heading()
	r.block("### "+unescape(name), e.name.at)
	r.remarks(prose)
	r.items(items, 0)
	r.fence(e.example, "json")
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
