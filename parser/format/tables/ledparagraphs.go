package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// ledBy is a line that begins with an endpoint in code and goes on with what it does.
var ledBy = prefilter.MustCompile("^[*_]{0,2}`(?:GET|POST|PUT|PATCH|DELETE) +/[^`\\s]*`[*_]{0,2}[ \\t:：–—-]+([\\pL\\[][^\\n]*)")

// addLed takes paragraphs that begin with an endpoint and go on with what it does for statements of these, where a page
// has several and states none otherwise. What follows up to the next one, or the next heading, belongs to it.
//
//	`GET /boats` lists the boats that lie in the harbour.
func (s *document) addLed() {
	if !s.page.Mentions || s.isAbout() || slices.ContainsFunc(s.found, func(f statement.Finding) bool { return len(f.Operations) > 0 && s.ledTo(f) == "" }) {
		return
	}
	led := slices.DeleteFunc(slices.Clone(s.found), func(f statement.Finding) bool { return len(f.Operations) != 1 })
	for _, m := range s.mentions() {
		if m.Leading && len(m.Operations) == 1 {
			led = append(led, m.Finding)
		}
	}
	var out []statement.Finding
	known := map[string]bool{}
	for _, f := range led {
		if f.Title = s.ledTo(f); f.Title != "" && !known[f.Operations[0].Key()] {
			known[f.Operations[0].Key()], f.Form = true, statement.Listed
			out = append(out, f)
		}
	}
	if len(out) < fewestBare {
		return
	}
	slices.SortFunc(out, func(a, b statement.Finding) int { return a.Start - b.Start })
	ends := map[int]int{}
	for i, f := range out {
		end := s.sectionEnd(s.blockAt(f.Start))
		if i+1 < len(out) {
			end = min(end, out[i+1].Start)
		}
		ends[f.Start] = end
	}
	s.found = append(slices.DeleteFunc(slices.Clone(s.found), func(f statement.Finding) bool { return len(f.Operations) > 0 }), out...)
	s.onlyStated = true
	s.cutAt(ends)
}

// ledTo is what a paragraph says that begins with the endpoint of a statement in code, or "".
func (s *document) ledTo(f statement.Finding) string {
	if above := strings.TrimRight(s.text[:f.Start], " \t"); above != "" && !strings.HasSuffix(above, "\n\n") {
		return ""
	}
	if m := ledBy.FindStringSubmatch(s.lineAt(f.Start)); m != nil {
		return strings.TrimSpace(m[1])
	}
	return ""
}
