package blueprint

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// A memberKind says what an item in a structure is.
type memberKind uint8

const (
	valueOrProperty memberKind = iota
	includeMember              // Include Crane: the members of another structure
	oneOfMember                // One Of: the members are alternatives
	groupMember                // Properties, Items, Members: the members stand together
)

// A member is an item in a structure: a property, or a value of an array or an enum, as
// the type around it has it.
type member struct {
	page       *pageText
	kind       memberKind
	start, end int
	signature
	// variable says that the name is a placeholder for any name.
	variable bool
	typeDef
	members []*member
	// shownAt and presetAt are where values stand that sections say, which are shown and
	// presets.
	shown, presets []text
}

// A text is one at its place.
type text struct {
	value string
	at    int
}

// readMembers reads the items of a structure.
func (s *pageText) readMembers(items []*item) []*member {
	out := make([]*member, 0, len(items))
	for _, it := range items {
		out = append(out, s.readMember(it))
	}
	return out
}

// readMember reads one item of a structure.
func (s *pageText) readMember(it *item) *member {
	m := &member{page: s, start: it.headAt, end: it.end}
	s.mark(it.start, it.headEnd()+1, format.Model)
	first, rest, _ := strings.Cut(it.head, " ")
	switch word := strings.ToLower(first); strings.TrimSuffix(word, ":") {
	case "include":
		if rest == "" || strings.HasSuffix(word, ":") {
			break // a property of that name
		}
		m.kind, m.signature.name = includeMember, strings.TrimSpace(rest)
		m.typeDef = typeDefOf(strings.Trim(m.signature.name, "()"), false)
		s.checkUnknown(m)
	case "properties", "items", "members":
		if rest == "" && len(it.items) > 0 {
			m.kind = groupMember
		}
	case "one":
		if strings.EqualFold(strings.TrimSpace(strings.TrimRight(rest, ":")), "of") {
			m.kind = oneOfMember
		}
	}
	if m.kind == valueOrProperty {
		s.readSignature(m, it.head, false)
	}
	s.readBelow(m, it)
	return m
}

// variableName matches a name that stands for any name.
var variableName = regexp.MustCompile(`^\*([^*` + "`" + `]+)\*(.*)$`)

// readSignature reads what the first line of a member or a parameter says.
func (s *pageText) readSignature(m *member, head string, isParam bool) {
	var inner signature // *name (type)*
	if v := variableName.FindStringSubmatch(head); v != nil {
		m.variable, head = true, "x"+v[2]
		inner = cutSignature(v[1])
	}
	m.signature = cutSignature(head)
	if m.variable {
		m.name = inner.name
		if inner.hasDef && !m.hasDef {
			m.def, m.hasDef = inner.def, true
		}
	}
	m.typeDef = typeDefOf(m.def, isParam)
	if m.typeDef.shown != "" {
		m.shown = append(m.shown, text{m.typeDef.shown, m.start})
	}
	s.checkUnknown(m)
}

// checkUnknown tells of words in parentheses that nobody knows.
func (s *pageText) checkUnknown(m *member) {
	for _, word := range m.unknown {
		s.report("unknown-attribute", diag.Warning, m.start, m.start+len(firstLine(s.text[m.start:m.end])), "the attributes of MSON are required, optional, nullable, fixed, fixed-type, sample and default",
			"%q is neither the type nor an attribute that is known: nothing was read of it", word)
	}
}

// readBelow reads what stands in a member: more of its description, values and members.
func (s *pageText) readBelow(m *member, it *item) {
	s.markLines(it.body, format.Docs)
	m.doc = joined(m.doc, s.prose(it.body))
	for _, l := range it.body {
		s.reportInclude(l)
	}
	for _, sub := range it.items {
		word, value, hasValue := strings.Cut(sub.head, ":")
		word = strings.ToLower(strings.TrimSpace(word))
		if !hasValue && strings.HasPrefix(word, "default ") || strings.HasPrefix(word, "sample ") {
			word, value, _ = strings.Cut(sub.head, " ")
			word = strings.ToLower(word)
		}
		switch empty := strings.TrimSpace(value) == "" && len(sub.items)+len(sub.body) == 0; {
		case empty: // a member of that name
			m.members = append(m.members, s.readMember(sub))
		case word == "sample" && !isTyped(value):
			m.shown = append(m.shown, s.readValues(sub, value, format.Examples)...)
		case word == "default" && !isTyped(value):
			m.presets = append(m.presets, s.readValues(sub, value, format.Model)...)
		case word == "values" && !hasValue: // of older blueprints
			s.mark(sub.start, sub.headEnd()+1, format.Model)
			m.members = append(m.members, &member{page: s, kind: groupMember, start: sub.headAt, end: sub.end, members: s.readMembers(sub.items)})
			s.markLines(sub.body, format.Docs)
		default:
			m.members = append(m.members, s.readMember(sub))
		}
	}
}

// isTyped reports whether what follows the word is a type, so that the word is the name of
// a property.
func isTyped(value string) bool {
	start, _ := definition(mask(value))
	return start >= 0
}

// readValues reads the values of a section: behind its colon, in its lines, or one an
// item. The members of an object among them are no values.
func (s *pageText) readValues(it *item, inline string, use format.Use) []text {
	s.mark(it.start, it.headEnd()+1, use)
	s.markLines(it.body, use)
	var out []text
	if v := strings.TrimSpace(inline); v != "" {
		out = append(out, text{unquoted(v), it.headAt})
	} else if v := s.prose(it.body); v != "" {
		out = append(out, text{unquoted(v), it.headAt})
	}
	for _, sub := range it.items {
		s.mark(sub.start, sub.end, use)
		out = append(out, text{unquoted(cutSignature(sub.head).name), sub.headAt})
	}
	return out
}
