package tables

import (
	"slices"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// mostHeaded is how many headings stand above an endpoint that a page is about: its own, that of the part of the
// request, that of the page, and one for what it is good for.
const mostHeaded = 4

// headingsBefore is how many headings of the page begin before an offset.
func (s *document) headingsBefore(offset int) int {
	n := 0
	for i := 0; i < len(s.blocks) && s.blocks[i].start < offset; i++ {
		if s.blocks[i].kind == headingBlock {
			n++
		}
	}
	return n
}

// isOnlyHosted reports whether a request with its host is all that a page states, besides uses of it, and sections
// of a request or an answer with tables of facts stand behind it: that is what they are about, however high their titles are.
func (s *document) isOnlyHosted(found []statement.Finding, f statement.Finding) bool {
	if f.Form != statement.Stated || !f.URL || len(f.Operations) != 1 || s.tellsChanges() || !s.hasFacts(f.End, len(s.text)) {
		return false
	}
	if s.headingsBefore(f.Start) > mostHeaded {
		return false
	}
	only := statement.NewKnown(f.Operations)
	return !slices.ContainsFunc(found, func(other statement.Finding) bool {
		return len(other.Operations) > 0 && !only.Has(other.Operations[0])
	})
}

// extendLone lets the one endpoint that a page states go on to the last of its parts, over headings that nobody
// knows and that have but prose below them, however high they are: the page is about it alone.
//
//	#### POST /boats
//	## About boats
//	## Attributes
//	## Response
func (s *document) extendLone() {
	if len(s.calls) != 1 || len(s.calls[0].stated) != 1 || s.calls[0].sent {
		return
	}
	c := s.calls[0]
	if s.headingsBefore(c.stated[0].Start) > mostHeaded {
		return
	}
	level, own := 0, c.end // of the highest part
	for k := s.blockAt(c.end); k < len(s.blocks); k++ {
		b := &s.blocks[k]
		if b.kind != headingBlock {
			continue
		}
		end := s.sectionEnd(k)
		switch section, _ := s.sectionOf(b.plain); {
		case level > 0 && b.level > level && section == vocabulary.Unknown:
			c.end = end // of the part
			continue
		case section == vocabulary.Unknown && b.level > 1 && !s.hasTable(k, end), section == vocabulary.Documentation:
		case isFactSection(section) || isAnswerShown(section) || showsSent(section) || section == vocabulary.Errors:
			c.end = end
			if level == 0 || b.level < level {
				level = b.level
			}
		default:
			k = len(s.blocks) // something of its own
		}
	}
	s.stretched = s.stretched || c.end > own
	if s.title != "" && (c.end > own || saysAction(s.title) && !saysAction(c.title)) {
		c.title, c.crumbs = s.title, nil // which the page is about
	}
}
