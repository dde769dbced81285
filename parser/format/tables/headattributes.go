package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// headAttributes makes a table of the headings below one for what is sent that each name an
// attribute in code:
//
//	### Parameters
//	#### `load` (required; provide in the body)
//	What it lifts.
func (s *document) headAttributes() {
	var out []block
	done := 0 // of the blocks that are in out
	for i := 0; i < len(s.blocks); i++ {
		if s.blocks[i].kind != headingBlock || !isSentSection(s.sectionAt(i)) {
			continue
		}
		first := i + 1
		for first < len(s.blocks) && s.blocks[first].kind == textBlock {
			first++
		}
		titled, next := s.attributesAt(first, s.blocks[i].level)
		t := listed.Titles(titled)
		if t == nil {
			continue
		}
		t.End = s.blocks[next-1].end
		out = append(append(out, s.blocks[done:first]...), block{kind: tableBlock, start: s.blocks[first].start, end: t.End, table: t})
		done, i = next, next-1
	}
	if out != nil {
		s.blocks = append(out, s.blocks[done:]...)
	}
}

func (s *document) sectionAt(i int) vocabulary.Section {
	section, _ := s.sectionOf(s.blocks[i].plain)
	return section
}

// isSentSection reports whether a section lists what is sent.
func isSentSection(section vocabulary.Section) bool {
	return section == vocabulary.Request || isRequestPart(section)
}

// attributesAt are the attributes that headings from block i on name, all of one level below
// another one, and the block behind what stands below them.
func (s *document) attributesAt(i, above int) (out []listed.Titled, next int) {
	next = i
	if i >= len(s.blocks) || s.blocks[i].kind != headingBlock || s.blocks[i].level <= above {
		return nil, next
	}
	level := s.blocks[i].level
	for next < len(s.blocks) {
		b := &s.blocks[next]
		if b.kind != headingBlock || b.level != level || !listed.NamesAttribute(b.title) {
			break
		}
		end := next + 1
		for end < len(s.blocks) && (s.blocks[end].kind != headingBlock || s.blocks[end].level > level) {
			end++
		}
		last := s.blocks[end-1].end
		out = append(out, listed.Titled{Title: b.title, Text: strings.TrimSpace(s.text[b.end:last]), Start: b.start, End: last})
		next = end
	}
	return out, next
}
