package tables

import (
	"bytes"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// haveMembers is a sentence that announces the members of what it is about: "A boat has the
// following properties:"
var haveMembers = prefilter.MustCompile(`(?i)\b(?:has|have|contains?|includes?|consists? of|made (?:up )?of|composed of|described by|with) (?:the )?following (?:[a-z-]+ ){0,2}(?:properties|fields|attributes|members|keys)\b|\bfollowing (?:[a-z-]+ ){0,2}(?:properties|fields|attributes|members|keys) (?:describe|define|make up)\b|(?:包含|包括|具有|有)(?:以下|如下)(?:字段|属性)`)

// announcesMembers reports whether a text ends in a sentence that announces the members of
// what it is about, and no parameters.
func announcesMembers(text string) bool {
	if last := strings.TrimRight(text, "*_ \t\n"); !strings.HasSuffix(last, ":") && !strings.HasSuffix(last, "：") {
		return false // by one look
	}
	l, ok := labelOf(text)
	return ok && (strings.HasSuffix(l, ":") || strings.HasSuffix(l, "：")) && haveMembers.MatchString(l) && !parameterNoun.MatchString(l)
}

// holdsMembers reports whether the table of block i, or the list, has members without types,
// as a sentence right above it says.
func (s *document) holdsMembers(i int) bool {
	b := &s.blocks[i]
	return i > 0 && s.blocks[i-1].kind == textBlock && b.head.isDescribed(b.table) && readableNames(b.table, *b.head) &&
		announcesMembers(s.text[s.blocks[i-1].start:s.blocks[i-1].end])
}

// ownerOfMembers is the beginning of a sentence that says what has the members below it.
var ownerOfMembers = prefilter.MustCompile(`^(?:(?:An?|The|Each|Every) )?([A-Za-z][a-z]{2,30}) (?:object |resource |entity )?(?:has|contains|consists of) the following (?:properties|attributes|fields|members)\b`)

// memberOwner is what the text right above a block says to have the members that it lists, or "".
func (s *document) memberOwner(i int) string {
	if i == 0 || s.blocks[i-1].kind != textBlock {
		return ""
	}
	text := strings.TrimSpace(s.text[s.blocks[i-1].start:s.blocks[i-1].end])
	m := ownerOfMembers.FindStringSubmatch(text[strings.LastIndexByte(text, '\n')+1:])
	if m == nil {
		return ""
	}
	return strings.ToUpper(m[1][:1]) + m[1][1:]
}

// mayListMembers reports by one look whether a page without a table can list the members of
// structures.
func mayListMembers(p *format.Page) bool {
	text := p.Text.Bytes
	if !mayList(text) {
		return false
	}
	if haveMembers.Match(text) {
		return true
	}
	for line := range bytes.Lines(text) {
		if len(line) > 4 && bytes.IndexByte([]byte("-*+"), line[0]) >= 0 && line[1] == ' ' && bytes.IndexByte([]byte("`*"), line[2]) >= 0 && listed.IsTyped(string(line)) {
			return true
		}
	}
	return false
}

// isStructure reports whether a type without a table is a structure.
func (t *typeTable) isStructure() bool { return !t.enum && !t.lazy && !t.choice }

// answerMembers makes members of the answer of what a sentence right above says that something
// has, where no endpoint of the call takes a body and no row above is called so: "A boat has
// the following properties:" below GET.
func (c *call) answerMembers() {
	if slices.ContainsFunc(c.stated, func(f statement.Finding) bool { return !bodiless(f.Operations[0].Verb) }) {
		return
	}
	var rows rowNames
	for i := range c.parts {
		p := &c.parts[i]
		if p.kind != tableBlock {
			continue
		}
		if i > 0 && (p.section == vocabulary.Unknown || p.section == vocabulary.Request) && c.parts[i-1].kind == textBlock {
			text := c.document.text[c.parts[i-1].start:c.parts[i-1].end]
			if l, _ := labelOf(text); announcesMembers(text) && !requestWord.MatchString(l) && !rows.hold(l) {
				p.section, p.label = vocabulary.Response, l
				continue
			}
		}
		rows.tables = append(rows.tables, p.block)
	}
}
