package tables

import (
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// mostHeaded is how many headings stand above the first one behind an endpoint that a page is about: its own, that of the
// page, and one for how it is called.
const mostHeaded = 3

// headingsBefore is how many headings of the page begin before an offset.
func (s *document) headingsBefore(offset int) int {
	n := 0
	for i := range s.blocks {
		if s.blocks[i].kind == headingBlock && s.blocks[i].start < offset {
			n++
		}
	}
	return n
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
	first := s.blockAt(c.stated[0].Start)
	if first == len(s.blocks) || s.headingsBefore(c.end) > mostHeaded {
		return
	}
	level := 0 // of the last part
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
			c.end, level = end, b.level
		default:
			return // something of its own
		}
	}
}
