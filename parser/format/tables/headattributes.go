package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// headAttributes makes a table of the headings below one for what is sent that each name an
// attribute in code, or of which the text says first whether that is needed. A sentence that announces
// what is sent may stand in the place of the one above them.
//
//	### Parameters
//	#### `load` (required; provide in the body)
//	What it lifts.
func (s *document) headAttributes() {
	var out []block
	done, above := 0, 0 // of the blocks that are in out, and the level of the last heading
	for i := 0; i < len(s.blocks); i++ {
		switch b := &s.blocks[i]; {
		case b.kind == headingBlock:
			if above = b.level; !isSentSection(s.sectionAt(i)) {
				continue
			}
		case b.kind != textBlock || i+1 == len(s.blocks) || s.blocks[i+1].kind != headingBlock || !isSentSection(b.label(s.text, s.sections).section):
			continue
		}
		first := i + 1
		for first < len(s.blocks) && s.blocks[first].kind == textBlock {
			first++
		}
		titled, next := s.attributesAt(first, above)
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
		if b.kind != headingBlock || b.level != level {
			break
		}
		end := next + 1
		for end < len(s.blocks) && (s.blocks[end].kind != headingBlock || s.blocks[end].level > level) {
			end++
		}
		last := s.blocks[end-1].end
		text := strings.TrimSpace(s.text[b.end:last])
		if !listed.NamesAttribute(b.title) && !listed.NamesNeeded(b.title, text) {
			break
		}
		out = append(out, listed.Titled{Title: b.title, Text: text, Start: b.start, End: last})
		next = end
	}
	return out, next
}
