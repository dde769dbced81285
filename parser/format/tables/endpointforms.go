package tables

import "github.com/docgen-go/docgen/parser/format/tables/vocabulary"

// farthestForm is how many blocks the forms of an endpoint take.
const farthestForm = 40

// namesForm reports whether a heading names one of several forms of an endpoint: it stands
// right below a heading for the endpoint, whose tables follow below headings beside that one
// and not below it.
//
//	## Request syntax
//	### Cloud
//	### On premises
//	## Parameters
func (s *document) namesForm(i int) bool {
	above := s.tip[i]
	if above < 0 || s.sections == nil {
		return false
	}
	if section, _ := s.sectionOf(s.blocks[above].plain); section != vocabulary.Endpoint {
		return false
	}
	level := s.blocks[above].level
	for k := above + 1; k < min(len(s.blocks), above+farthestForm); k++ {
		switch b := &s.blocks[k]; {
		case b.kind == tableBlock:
			return false
		case b.kind == headingBlock && b.level < level:
			return false
		case b.kind == headingBlock && b.level == level:
			section, _ := s.sectionOf(b.plain)
			return isFactSection(section)
		}
	}
	return false
}
