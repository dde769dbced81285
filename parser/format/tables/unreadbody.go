package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// checkBody tells of a label for the body of an operation that has none, below which stands what nothing
// reads.
func (r *reading) checkBody(op *decl.Operation, c *call) {
	if r.quiet || bodiless(op.Verb) || len(op.Body) > 0 || sendsExample(op) || len(c.stated) > 1 {
		return
	}
	for i, p := range c.parts {
		switch {
		case p.start < c.stated[0].End:
		case p.kind == headingBlock && labelsBody(p.plain) && i+1 < len(c.parts) && c.parts[i+1].kind == textBlock && (i+2 == len(c.parts) || c.parts[i+2].kind == headingBlock):
			if says := c.parts[i+1]; r.tellBody(op, p.start, p.end, r.document.text[says.start:says.end]) {
				return
			}
		case p.kind == textBlock:
			at := p.start
			for line := range strings.Lines(r.document.text[p.start:p.end]) {
				start := at
				at += len(line)
				if !labelsBody(line) {
					continue
				}
				next := r.document.text[at:p.end]
				if strings.TrimSpace(next) == "" && i+1 < len(c.parts) && c.parts[i+1].kind == textBlock {
					next = r.document.text[c.parts[i+1].start:c.parts[i+1].end]
				}
				if r.tellBody(op, start, at, next) {
					return
				}
			}
		}
	}
}

// tellBody tells of a label for a body where the text below it says what is sent, and reports whether it does.
func (r *reading) tellBody(op *decl.Operation, start, end int, text string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if first = prose.Plain(first); first == "" || vocabulary.IsNothing(first) || isNegation(first) {
		return false
	}
	r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: start, End: start + len(strings.TrimRight(r.document.text[start:end], " \t\n")),
		Message: "the page says below this label what " + op.Verb + " " + op.Path + " is sent, and nothing of it was read: its method sends no body",
		Help:    "list the members in a table, or show the body in JSON"})
	return true
}

// labelsBody reports whether a line is but a label for a body.
func labelsBody(line string) bool {
	label := strings.Trim(line, " \t\n>*_#:：-")
	if label == "" || len(label) > longestItemLabel {
		return false
	}
	switch vocabulary.SectionOf(label) {
	case vocabulary.Body, vocabulary.Form:
		return true
	}
	return false
}

// isNegation reports whether a text says that there is nothing.
func isNegation(text string) bool {
	word, _, _ := strings.Cut(strings.ToLower(text), " ")
	switch strings.Trim(word, ".,;:!()[]{}-–—*_`") {
	case "", "no", "none", "empty", "nothing", "null", "not", "n/a", "nil", "keine", "kein", "aucun", "ninguno", "nenhum", "нет", "无", "無", "なし", "없음":
		return true
	}
	return false
}
