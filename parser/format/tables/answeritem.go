package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// An answerItem is an item of a list that is but a label for what is answered; items below it are labels
// for parts of that: "* Response:" above "    - Data:".
type answerItem struct {
	open   bool
	indent int
	nested bool // the last item seen stands below it
}

// see goes on with a text, which may hold items.
func (a *answerItem) see(text string, known titles) {
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		indent := indentOf(line)
		if !listed.IsBullet(line) {
			if indent == 0 {
				*a = answerItem{}
			}
			continue
		}
		if a.nested = a.open && indent > a.indent; a.nested {
			continue
		}
		label, ok := strings.CutSuffix(strings.TrimSpace(prose.Plain(strings.TrimLeft(line, " \t-*+"))), ":")
		a.open, a.indent = false, indent
		if ok && len(label) <= longestLabel {
			section, _ := known.sectionOf(label)
			a.open = section == vocabulary.Response
		}
	}
}

// section is that of a label in the item that was seen last.
func (a *answerItem) section(s vocabulary.Section) vocabulary.Section {
	if a.nested {
		switch s {
		case vocabulary.Body, vocabulary.Request:
			return vocabulary.Response
		case vocabulary.Header:
			return vocabulary.ResponseHeader
		}
	}
	return s
}

// seenElsewhere is the structure that a link leads to which is all that a section says of what is
// answered: See [Boat](#boat).
func (r *reading) seenElsewhere(p part, text string) *decl.Expr {
	if p.section != vocabulary.Response || !strings.Contains(text, "](") || !seeAlone.MatchString(text) {
		return nil
	}
	links := prose.Links(text)
	if len(links) == 0 {
		return nil
	}
	if t := r.view.linked(r.view.from, links[0].Target); t != nil && !t.enum {
		return &decl.Expr{Op: decl.Name, Text: t.name}
	}
	return nil
}
