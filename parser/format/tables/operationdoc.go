package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// isCaption reports whether a text is but a line in a quote, which says what the example below it
// shows: > Create a boat
func isCaption(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "> ") && !strings.ContainsAny(text, "\n[") && len(text) <= longestLabel && !strings.HasSuffix(text, ".")
}

// doc is the text of a call that is neither statement, table, example nor label.
func (r *reading) doc(c *call) string {
	var out []string
	for i, p := range c.parts {
		if p.kind != textBlock || c.isStatement(p.block) {
			continue
		}
		text := r.document.text[p.start:p.end]
		r.w.Mark(p.start, p.end, format.Docs)
		if isCaption(text) && i+1 < len(c.parts) && c.parts[i+1].kind == fenceBlock && !c.isStatement(c.parts[i+1].block) {
			continue
		}
		if l, ok := labelOf(text); ok && !strings.Contains(text, "\n") {
			if s, _ := r.document.sectionOf(l); s != vocabulary.Unknown && (p.label == l || !endsInForm(l)) || strings.HasSuffix(strings.TrimSpace(text), ":") || p.label == l && isNeedLabel(text) {
				continue
			}
		}
		if strings.HasPrefix(text, "import ") || strings.HasPrefix(text, ":::") && !strings.Contains(text, "\n") {
			continue
		}
		if p.section == vocabulary.Unknown || p.section == vocabulary.Endpoint || p.section == vocabulary.Request || p.section == vocabulary.Body || p.section == vocabulary.Query || p.section == vocabulary.Documentation {
			out = append(out, prose.Doc(text))
		}
	}
	return strings.Join(out, "\n\n")
}
