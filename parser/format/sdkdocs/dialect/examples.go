package dialect

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/page"
)

// examples reads a section of fences. What is no fence there describes the
// fences, and what looks like a request below the heading of a response is one
// all the same.
func (r *Reader) examples(op *decl.Operation, s Section, title string, status int, h page.Heading) {
	var doc docBuilder
	blocks := r.Blocks(h.Body, h.End)
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if s == ResponseSection && (r.isAttributes(b) || b.Kind == page.List && r.declares(b.Items, nil)) {
			r.unreadFacts(h.Title, b)
			continue
		}
		if n := r.unfenced(blocks[i:]); n > 0 {
			end := blocks[i+n-1].End
			r.bareExample(op, s, title, status, b.Start, end)
			i += n - 1
			continue
		}
		if b.Kind != page.Fence {
			doc.add(r.Page, b.Start, b.End)
			r.mark(b.Start, b.End, format.Docs)
			continue
		}
		r.mark(b.Start, b.End, format.Examples)
		text := r.fence(b)
		op.Examples = append(op.Examples, decl.Example{
			Title: title, Language: language(b.Info), Text: text,
			Response: s == ResponseSection || isJSON(b.Info) && !looksLikeRequest(text),
			Status:   status, Start: b.Start, End: b.End,
		})
	}
}

// fence returns the dedented content of a fence.
func (r *Reader) fence(b page.Block) string {
	indent := b.Start - (strings.LastIndexByte(r.Page[:b.Start], '\n') + 1)
	text := strings.TrimRight(r.Page[b.InnerStart:b.InnerEnd], "\n")
	if indent == 0 {
		return text
	}
	return dedent(text[min(indent, len(text)-len(strings.TrimLeft(text, " "))):], indent)
}

func language(info string) string {
	lang, _, _ := strings.Cut(info, " ")
	return strings.ToLower(lang)
}

func isJSON(info string) bool {
	l := language(info)
	return l == "json" || l == "jsonc" || l == "json5"
}

func looksLikeRequest(text string) bool {
	return strings.HasPrefix(strings.TrimLeft(text, " \t$"), "curl ")
}
