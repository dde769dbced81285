package tables

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

// namedItem is an item of a list that begins with what may be a name.
var namedItem = regexp.MustCompile("^\\s*[-*+]\\s+(?:(?:\\*\\*|[`*_])[a-z_$][\\w.$\\[\\]-]*(?:\\*\\*|[`*_])(?:\\s*[:：=(（]|\\s+[-–—=]+\\s|\\s*$)|[a-z_$][\\w.$\\[\\]-]*(?:\\s*[:：=(（]|\\s+[-–—=]+\\s))")

// noneItem is an item that says that there is none.
var noneItem = regexp.MustCompile("(?i)^\\s*[-*+]\\s+[*_`]*(?:none|nothing|n/a)[*_`.]*\\s*$")

// checkLists reports lists below labels that announce facts of which nothing was read
// though their items begin with names.
func (r *reading) checkLists(c *call) {
	for i, p := range c.parts {
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
				if namedItem.MatchString(line) && !noneItem.MatchString(line) {
					named++
				}
			}
			at += len(line)
		}
		if named == 0 || named*2 < items {
			continue
		}
		lead := text[:start]
		if b := before(c.parts, i); strings.TrimSpace(lead) == "" && b != nil && b.kind == textBlock {
			lead = r.document.text[b.start:b.end]
		}
		if own := ownLead(lead); own != "" && !strings.Contains(prose.Plain(own), p.label) {
			r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: p.start + start, End: p.start + end,
				Message: "the list below " + quoted(own) + " has items that begin with names, and nothing tells of what they are members: it is documentation", Help: "say above it that it lists parameters, or members of the response"})
			continue
		}
		r.unread(p.start+start, p.start+end, "unread-facts", "the list below "+quoted(p.label)+" has items that begin with names, but not all of them can be read: nothing of it was read",
			"docgen reads items of one form: a name in code or in bold, what marks it in brackets, and what it is behind a colon or a dash")
	}
}

// ownLead is the line right above a list where it ends in a colon: what it announces is
// no more what a label before it does.
func ownLead(text string) string {
	text = strings.TrimSpace(text)
	line := strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:])
	if strings.HasSuffix(line, ":") || strings.HasSuffix(line, "：") {
		return line
	}
	return ""
}
