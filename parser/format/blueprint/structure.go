package blueprint

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// A structure is a type with a name.
type structure struct {
	page *pageText
	*member
	level int
	doc   string
	// implicit says that the attributes of a resource are meant, which a structure of the
	// name takes the name of.
	implicit bool
	// generic says that it leaves a type open, and is any value.
	generic bool
}

// newStructure begins the structure that a heading names.
func (s *pageText) newStructure(h *heading) *structure {
	m := &member{page: s, start: h.start, end: h.end}
	m.signature = cutSignature(h.title)
	m.typeDef = typeDefOf(m.def, false)
	m.signature.name = unquoted(m.signature.name)
	if m.signature.hasValue { // a name with a colon, or a value
		m.signature.name += ": " + m.signature.value
		m.signature.value, m.signature.hasValue = "", false
	}
	s.checkUnknown(m)
	if strings.Contains(h.title, "(*") {
		s.report("generic-structure", diag.Warning, h.start, h.end, "write the structure out for each type that it is used with", "%q leaves a type open, which is not followed: what it is used for is any value", h.title)
	}
	st := &structure{page: s, member: m, level: h.level, doc: m.doc, generic: strings.Contains(h.title, "(*")}
	s.structures = append(s.structures, st)
	return st
}

// readStructureLines reads the lines below the heading of a structure, or of a part of it.
func (s *pageText) readStructureLines(in section, lines []line) {
	st := in.structure
	if st.generic {
		s.markLines(lines, format.Reported)
		return
	}
	root := s.items(lines, true)
	if len(lines) > 0 {
		st.end = lines[len(lines)-1].end
	}
	s.markLines(root.body, format.Docs)
	st.doc = joined(st.doc, s.prose(root.body))
	for _, l := range root.body {
		s.reportInclude(l)
	}
	switch in.part {
	case "sample", "default":
		for _, it := range root.items {
			use := format.Examples
			if in.part == "default" {
				use = format.Model
			}
			s.mark(it.start, it.end, use)
			v := text{unquoted(cutSignature(it.head).name), it.headAt}
			if in.part == "sample" {
				st.shown = append(st.shown, v)
			} else {
				st.presets = append(st.presets, v)
			}
		}
	default:
		whole := &item{items: root.items, start: st.start, end: st.end}
		doc := st.member.doc
		s.readBelow(st.member, whole)
		st.member.doc = doc
	}
}

// readAttributes reads the structure of a message, a resource or an action.
func (s *pageText) readAttributes(it *item) *member {
	m := &member{page: s, start: it.headAt, end: it.end}
	s.mark(it.start, it.headEnd()+1, format.Model)
	m.signature = cutSignature(it.head)
	m.typeDef = typeDefOf(m.def, false)
	m.signature.name = ""
	s.checkUnknown(m)
	s.readBelow(m, it)
	if m.spec.name == "" {
		m.spec.name = "object"
	}
	return m
}

// declareResource makes a structure of the attributes of a resource, by whose name others
// refer to it.
func (s *pageText) declareResource(r *resource) {
	if r.name == "" {
		return
	}
	m := *r.attributes
	m.signature.name = r.name
	s.structures = append(s.structures, &structure{page: s, member: &m, doc: m.doc, implicit: true})
}

// listsMembers reports whether the items below a heading are members of a structure: one
// at least has its type in parentheses, and none announces a message.
func (s *pageText) listsMembers(h *heading) bool {
	typed := false
	for _, l := range h.lines {
		head, _, ok := cutMark(s.text[l.start:l.end])
		if !ok || l.indent > 3 {
			continue
		}
		if keywordOf(head) != noKeyword {
			return false
		}
		masked := mask(head)
		start, end := definition(masked)
		typed = typed || start > 0 && knownDefinition(masked[start+1:end])
	}
	return typed
}
