package tables

import (
	"sort"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// isOfOther reports whether the label above a table names endpoints of the call, and not
// this one: Additional parameters for `/boats/search`.
func isOfOther(e *endpoint, label string) bool {
	if len(e.call.stated) < 2 || !strings.Contains(label, "/") {
		return false
	}
	named := false
	for word := range strings.FieldsSeq(label) {
		path := slotPath(strings.Trim(word, "`*_,;:()"))
		if len(path) < 2 || !strings.Contains(word, "/") {
			continue
		}
		for _, f := range e.call.stated {
			if slotPath(f.Operations[0].Path) != path {
				continue
			}
			if path == slotPath(e.statement().Operations[0].Path) {
				return false
			}
			named = true
		}
	}
	return named
}

// furtherWord begins a label whose table goes on with the one before it.
var furtherWord = prefilter.MustCompile(`(?i)^[\s*_]*(?:additional|further|other|more|extra|supplementary|optional|required)\b`)

// goesOnWith is the section of a label that says parameters and not which: further ones
// go where those before them went.
func goesOnWith(before, section vocabulary.Section, label string) vocabulary.Section {
	if section == vocabulary.Request && isFactSection(before) && before != vocabulary.Response && furtherWord.MatchString(label) {
		return before
	}
	return section
}

// states reports whether a block that is no heading states an endpoint outside of examples.
func (s *document) states(b *block) bool {
	if b.kind == headingBlock {
		return false
	}
	i := sort.Search(len(s.found), func(i int) bool { return s.found[i].Start >= b.start })
	return i < len(s.found) && s.found[i].Start < b.end && s.found[i].Form == statement.Stated && !s.found[i].URL && !s.inExample(s.found[i].Start)
}
