package tables

import (
	"slices"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/statement"
)

// addMentioned takes what a page but mentions of endpoints for statements, where the page says that
// it is the reference of an API and states none otherwise: the items of short lists are an index,
// and sentences that tell to send a request state the endpoint of their section.
func (s *document) addMentioned() {
	if !s.page.Mentions || slices.ContainsFunc(s.found, func(f statement.Finding) bool { return f.Form != statement.Attributes && !f.URL && !s.isBareItem(f) }) {
		return
	}
	var items, sentences, paths []statement.Finding
	for _, m := range s.mentions() {
		switch {
		case m.PathAlone:
			paths = append(paths, m.Finding)
		case s.statesURL() || !m.Alone || s.inExample(m.Start) || !s.isTitled(m.Start):
		case m.Sentence:
			sentences = append(sentences, m.Finding)
		default:
			items = append(items, m.Finding)
		}
	}
	if len(items)+len(sentences) == 0 {
		s.addPathsAlone(paths)
		return
	}
	if len(items) == 0 && len(sentences) == 1 && !s.isSmallReference() {
		return // one sentence on a long page makes no reference of it
	}
	s.mentioned, s.spoken = true, map[int]bool{}
	for _, f := range sentences {
		s.spoken[f.Start] = true
	}
	s.found = append(slices.Clone(s.found), append(items, sentences...)...)
	if len(sentences) > 0 || slices.ContainsFunc(s.found, s.isBareItem) {
		s.itemized = len(sentences) == 0
		for i := range s.found {
			if f := &s.found[i]; f.Form == statement.Listed {
				f.Form, f.Said = statement.Stated, f.Title
			}
		}
	}
	slices.SortStableFunc(s.found, func(a, b statement.Finding) int { return a.Start - b.Start })
}

// mentions are what the page but mentions of endpoints, looked for once.
func (s *document) mentions() []statement.Mention {
	if s.allMentions == nil {
		_, all := statement.All(s.bytes, s.page.Front.End)
		s.allMentions = &all
	}
	return *s.allMentions
}

// statesURL reports whether the page prints requests with their hosts.
func (s *document) statesURL() bool {
	return slices.ContainsFunc(s.found, func(f statement.Finding) bool { return f.URL })
}

// mostSections is how many headings a page has at most of which one sentence makes a reference.
const mostSections = 6

// isSmallReference reports whether the page says itself that it is the reference of an API, and has few
// sections.
func (s *document) isSmallReference() bool {
	n := 0
	for i := range s.blocks {
		if s.blocks[i].kind == headingBlock {
			n++
		}
	}
	return n <= mostSections && (namesAPI(s.title) || namesAPI(stem(s.page.Path)))
}

// isBareItem reports whether an item of a list states an endpoint and says nothing of it.
func (s *document) isBareItem(f statement.Finding) bool {
	return f.Form == statement.Listed && !f.URL && f.Title == "" && listItem.MatchString(s.text[f.Start:f.End])
}

// checkSpoken tells of endpoints that but a sentence names.
func (r *reading) checkSpoken(c *call) {
	for _, f := range c.stated {
		if r.document.spoken[f.Start] {
			r.problem(f.Start, f.End, "endpoint-from-sentence", "no line states "+f.Operations[0].String()+" alone: a sentence names it, and the section is read as its", "state it below the heading, a verb and a path alone")
		}
	}
}

var _ = diag.Register(diag.Entry{
	Code: "endpoint-from-sentence", Severity: diag.Warning,
	Title:   "a sentence alone names an endpoint",
	Why:     "The page says that it is the reference of an API and states no endpoint, and one sentence of a section tells to send a request. The section is read as that of the endpoint.",
	Help:    "State the endpoint below the heading of its section, a verb and a path alone.",
	Example: "-- cranes.md --\n# Cranes API\n\n## Turning a crane\n\nSend a POST request to `/cranes/{id}/turn` with the angle:\n\n```json\n{\"angle\": 90}\n```\n",
})
