package tables

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// requestLine begins a printed request.
var requestLine = regexp.MustCompile(`^[A-Z]{3,7} \S+`)

// sentValue is what the first example of a request shows of its body, or nil.
func (r *reading) sentValue(c *call) any {
	for _, p := range c.parts {
		if p.kind != fenceBlock || c.isStatement(p.block) {
			continue
		}
		text := strings.TrimSpace(r.document.text[p.inner:p.innerEnd])
		printed := requestLine.MatchString(text) && !isCommand(text)
		if printed {
			_, text, _ = strings.Cut(text, "\n\n")
			text = strings.TrimSpace(text)
		}
		switch p.section {
		case vocabulary.RequestExample, vocabulary.Body, vocabulary.Form:
		default:
			if !printed {
				continue
			}
		}
		if !strings.HasPrefix(text, "{") {
			continue
		}
		if repaired, ok := relaxed(text); ok {
			dec := json.NewDecoder(strings.NewReader(repaired))
			dec.UseNumber()
			var v any
			if dec.Decode(&v) == nil {
				return v
			}
		}
	}
	return nil
}

// typeByExample gives attributes whose rows say no type that of the value which an
// example has for them.
func typeByExample(as []*attribute, shown any) {
	for _, a := range as {
		if a.typ.Expr == nil && len(a.children) == 0 && len(a.values) == 0 {
			switch v := shownAt(shown, a.name.Text, deepestShown).(type) {
			case json.Number:
				a.typ.Expr, a.shown = &decl.Expr{Op: decl.Name, Text: "number"}, true
			case string, bool:
				a.typ.Expr, a.shown = shownExpr(v), true
			}
		}
		typeByExample(a.children, shown)
	}
}

// isAbout reports whether a table without names is about attributes that were read: at
// least half of the code spans behind its first column name some.
func isAbout(p part, read []tableRead) bool {
	names := map[string]bool{}
	for _, t := range read {
		for _, a := range t.as {
			names[a.name.Text] = true
		}
	}
	spans, known := 0, 0
	for i := range p.table.Rows {
		for _, cell := range p.table.Rows[i].Cells[min(1, len(p.table.Rows[i].Cells)):] {
			for _, m := range codeWord.FindAllStringSubmatch(cell, -1) {
				spans++
				if names[prose.NameOf(m[1]).Text] {
					known++
				}
			}
		}
	}
	return known > 0 && known*2 >= spans
}
