package tables

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/listed"
)

// namedItem is an item of a list that begins with what may be a name.
var namedItem = regexp.MustCompile("^\\s*[-*+]\\s+(?:(?:\\*\\*|[`*_])[a-z_$][\\w.$\\[\\]-]*(?:\\*\\*|[`*_])(?:\\s*[:：=(（]|\\s+[-–—=]+\\s|\\s*$)|[a-z_$][\\w.$\\[\\]-]*(?:\\s*[:：=(（]|\\s+[-–—=]+\\s))")

// checkLists reports lists below labels that announce facts of which nothing was read
// though their items begin with names.
func (r *reading) checkLists(c *call) {
	for _, p := range c.parts {
		if p.kind != textBlock || !isFactSection(p.section) || r.quiet {
			continue
		}
		text := r.document.text[p.start:p.end]
		items, named, start, end := 0, 0, -1, 0
		at := 0
		for line := range strings.Lines(text) {
			if listed.IsBullet(line) {
				if start < 0 {
					start = at
				}
				items, end = items+1, at+len(strings.TrimRight(line, " \t\n"))
				if namedItem.MatchString(line) {
					named++
				}
			}
			at += len(line)
		}
		if named == 0 || named*2 < items {
			continue
		}
		r.unread(p.start+start, p.start+end, "unread-facts", "the list below "+quoted(p.label)+" has items that begin with names, but not all of them can be read: nothing of it was read",
			"docgen reads items of one form: a name in code or in bold, what marks it in brackets, and what it is behind a colon or a dash")
	}
}
