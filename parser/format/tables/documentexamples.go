package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// inExample reports whether an offset stands in a fence below a heading that announces
// examples.
func (s *document) inExample(offset int) bool {
	i := s.blockAt(offset)
	if i == len(s.blocks) || i == 0 {
		return false
	}
	if s.blocks[i].kind != fenceBlock { // a line below a heading for examples
		at := s.headed[i]
		return at >= 0 && s.blocks[i].kind == textBlock && s.sections.isExample(s.blocks[at].plain) && !s.namesAction(at)
	}
	section := s.announced(i)
	return section == vocabulary.RequestExample || section == vocabulary.ResponseExample || section == vocabulary.Request && s.isOfExample(s.headed[i])
}

// announced is what the label or the heading before a block announces.
func (s *document) announced(i int) vocabulary.Section {
	for i--; i >= 0; i-- {
		switch b := &s.blocks[i]; b.kind {
		case headingBlock:
			section, _ := s.sectionOf(b.plain)
			return section
		case textBlock:
			text := s.text[b.start:b.end]
			if strings.Trim(text, "-*_ \t\n") == "" {
				continue // a rule
			}
			if l, ok := labelOf(text); ok {
				if section, _ := s.sectionOf(l); section != vocabulary.Unknown {
					return section
				}
			}
			return vocabulary.Unknown
		case tableBlock:
			return vocabulary.Unknown
		}
	}
	return vocabulary.Unknown
}

// isLone reports whether a listed endpoint is the only one between its heading and
// the end of its block, and stands in no example.
func (s *document) isLone(found []statement.Finding, i int) bool {
	f := found[i]
	if s.isItem(f) && s.hasOtherItem(f) {
		return false
	}
	at := s.headingOf(f.Start)
	for _, step := range []int{-1, 1} {
		j := i + step
		for j >= 0 && j < len(found) && len(found[j].Operations) > 0 && s.areVerbs(found[j-step], found[j]) {
			j += step
		}
		if j < 0 || j >= len(found) || len(found[j].Operations) == 0 {
			continue
		}
		if g := found[j]; s.headingOf(g.Start) == at && g.Operations[0] != f.Operations[0] && g.Start < f.Block && !s.inExample(g.Start) && !s.isUse(g) {
			return false
		}
	}
	k := s.blockAt(f.Start)
	if k == len(s.blocks) || s.blocks[k].kind != fenceBlock || s.blocks[k].start > f.Start {
		return true
	}
	// A request as it is meant, not as it was sent.
	return len(names.Slots(slotPath(f.Operations[0].Path))) > 0 || !strings.Contains(s.text[f.Start:f.End], "HTTP/")
}
