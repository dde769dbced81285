package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// announcesValues ends the text of an item below which values stand, not members.
var announcesValues = prefilter.MustCompile(`(?i)(?:\b(?:values?|options|choices|modes|one of|either|forms|formats|filters|examples?|following)\b[^.]*|[:：])\s*$`)

// listsMembers reports whether the items below one are its members though they have no
// types: their names are in bold as its own is, where values would be code, and it says
// neither a type without members nor that values follow.
func (it *item) listsMembers(head string, bullets []bullet, below []item) bool {
	if !strings.HasPrefix(head, "**") || it.name == "" || it.typ != "" && isStrict(it.typ) && !container.MatchString(it.typ) && !strings.Contains(strings.ToLower(it.typ), "object") {
		return false
	}
	if announcesValues.MatchString(strings.TrimSpace(it.text + "\n" + it.body)) {
		return false
	}
	for i := range bullets {
		if bullets[i].indent == bullets[0].indent && !strings.HasPrefix(bullets[i].head, "**") {
			return false
		}
	}
	return areAttributes(below, true)
}

// givesForms reports whether the items below one are forms of its value, each a name with a
// value: what a filter takes as a text has no members.
func (it *item) givesForms(bullets []bullet) bool {
	if it.name == "" || strings.Contains(strings.ToLower(it.typ), "object") || strings.Contains(strings.ToLower(it.typ), "map") {
		return false
	}
	for i := range bullets {
		if bullets[i].indent == bullets[0].indent && !formHead.MatchString(bullets[i].head) {
			return false
		}
	}
	return true
}

// formHead begins an item that gives a name a value in code.
var formHead = prefilter.MustCompile("^`[A-Za-z][^`=]*(?:=|`=)")
