package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// namedItem is an item of a list that begins with what may be a name, and says more.
	namedItem = prefilter.MustCompile("^\\s*[-*+]\\s+(?:(?:\\*\\*|[`*_])[a-z_$][\\w.$\\[\\]-]*(?:\\*\\*|[`*_])|[a-z_$][\\w.$\\[\\]-]*)(?:\\s*(?:[,/、，]|or|and)\\s*(?:\\*\\*|[`*_])?[a-z_$][\\w.$\\[\\]-]*(?:\\*\\*|[`*_])?)*(?:\\s*[:：=(（]|\\s+[-–—=]+\\s)")
	// nameItem is one that is but a name.
	nameItem = prefilter.MustCompile("^\\s*[-*+]\\s+(?:\\*\\*|[`*_])?([a-z_$][\\w.$\\[\\]-]*)(?:\\*\\*|[`*_])?\\s*$")
)

// An unreadList is a list in a text of which nothing was read.
type unreadList struct {
	start, end            int
	items, named, onlySo  int
	firstNamed, announced bool
}

// checkLists reports lists right below labels that announce facts, of which nothing was
// read though their items begin with names.
func (r *reading) checkLists(c *call) {
	if r.quiet {
		return
	}
	for i, p := range c.parts {
		if p.kind != textBlock {
			continue
		}
		r.checkLocations(p)
		if !isFactSection(p.section) {
			continue
		}
		text := r.document.text[p.start:p.end]
		l := listIn(text)
		if r.isRuled(p.start+l.start, p.start+l.end) {
			continue
		}
		if l.named > 0 && l.named*2 >= l.items {
			lead := text[:l.start]
			if b := before(c.parts, i); strings.TrimSpace(lead) == "" && b != nil && b.kind == textBlock {
				lead = r.document.text[b.start:b.end]
			}
			if own := ownLead(lead); own != "" && !announcesList(lead) && !strings.Contains(prose.Plain(own), p.label) {
				r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: p.start + l.start, End: p.start + l.end,
					Message: "the list below " + quoted(own) + " has items that begin with names, and nothing tells of what they are members: it is documentation", Help: "say above it that it lists parameters, or members of the response"})
				continue
			}
		}
		if !l.announced || !l.firstNamed && vocabulary.SectionOf(p.label) == vocabulary.Unknown || (l.named+l.onlySo)*2 < l.items {
			continue
		}
		if l.named == 0 && r.document.asksByName(c, p, l) {
			continue
		}
		if l.named == 0 {
			r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: p.start + l.start, End: p.start + l.end,
				Message: "the list below " + quoted(p.label) + " holds names alone: they are in the model only where something else lists them"})
			continue
		}
		r.unread(p.start+l.start, p.start+l.end, "unread-facts", "the list below "+quoted(p.label)+" has items that begin with names, but not all of them can be read: nothing of it was read",
			"docgen reads items of one form: a name in code or in bold, what marks it in brackets, and what it is behind a colon or a dash")
	}
}

// checkLocations reports the lines of a text that name something behind a label for a place of a
// request, and of which nothing was read.
func (r *reading) checkLocations(p part) {
	at := p.start
	for line := range strings.Lines(r.document.text[p.start:p.end]) {
		if strings.IndexByte(line, '`') > 0 && listed.NamesLocation(line) {
			r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: at, End: at + len(strings.TrimRight(line, " \t\n")),
				Message: "the line names what travels in this place of the request, but not all of it can be read: nothing of it was read",
				Help:    "docgen reads names in code that commas part, each with its type and need in brackets"})
		}
		at += len(line)
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

// listIn finds the list in a text: whether it stands at its start, or right below a line
// that announces attributes.
func listIn(text string) unreadList {
	l := unreadList{start: -1}
	at := 0
	for line := range strings.Lines(text) {
		if listed.IsBullet(line) {
			name := nameItem.FindStringSubmatch(line)
			only := name != nil && vocabulary.TypeOf(name[1]) != "null" && vocabulary.NeedOf(name[1]) == vocabulary.Unsaid
			says := namedItem.MatchString(line) && !isLabelledItem(line)
			if l.start < 0 {
				l.start, l.firstNamed = at, only || says
				l.announced = strings.TrimSpace(text[:at]) == "" || announcesList(text[:at])
			}
			l.items, l.end = l.items+1, at+len(strings.TrimRight(line, " \t\n"))
			if says {
				l.named++
			} else if only {
				l.onlySo++
			}
		}
		at += len(line)
	}
	return l
}

// itemLabel is the word before a colon that an item begins with.
var itemLabel = prefilter.MustCompile("^\\s*[-*+]\\s+[*_]*([\\pL][\\pL ]{2,30}?)[*_]*[:：]")

// isLabelledItem reports whether an item begins with a label for a part of a call: - returns: `{}`.
func isLabelledItem(line string) bool {
	m := itemLabel.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	section := vocabulary.SectionOf(m[1])
	return isFactSection(section) || isShown(section)
}

// announcesList reports whether a text ends in a label or a sentence that announces
// attributes.
func announcesList(text string) bool {
	return followsHere(text) || isFactSection(labelIn(text, titles{}).section)
}
