package tables

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
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

// typeByCell gives an attribute without a type that of the example in its row.
func (a *attribute) typeByCell(cell string) {
	text := prose.Plain(cell)
	if text == "" || strings.Trim(text, "-—") == "" {
		return
	}
	var v any
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	if dec.Decode(&v) != nil || dec.More() {
		v = text // printed without quotes
	}
	if _, number := v.(json.Number); number {
		a.typ.Expr = &decl.Expr{Op: decl.Name, Text: "number"}
	} else if v != nil {
		a.typ.Expr = shownExpr(v)
	}
	a.shown = a.typ.Expr != nil
}

// distribute gives the values that a table lists for each of several attributes to
// those: | Parameter | Value |. It reports whether the table is one of these.
func distribute(t *table.Table, read []*attribute) bool {
	if len(t.Head) != 2 || vocabulary.ColumnOf(prose.Plain(t.Head[0])) != vocabulary.Name || !vocabulary.IsValue(prose.Plain(t.Head[1])) {
		return false
	}
	values := map[*attribute][]string{}
	for i := range t.Rows {
		a := attributeNamed(read, prose.NameOf(t.Rows[i].Cell(0)).Text)
		if a == nil {
			return false
		}
		values[a] = append(values[a], prose.Plain(t.Rows[i].Cell(1)))
	}
	for a, v := range values {
		a.values, a.listed, a.all = v, true, true
	}
	return true
}

// distributesValues reports whether table i lists values of attributes of the one
// before it.
func (s *document) distributesValues(i int) bool {
	t := s.blocks[i].table
	if len(t.Head) != 2 || vocabulary.ColumnOf(prose.Plain(t.Head[0])) != vocabulary.Name || !vocabulary.IsValue(prose.Plain(t.Head[1])) {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		b := &s.blocks[k]
		if b.kind != tableBlock {
			continue
		}
		if !b.head.isFacts() {
			return false
		}
		names := &rowNames{tables: []*block{b}}
		for r := range t.Rows {
			if !names.has(prose.NameOf(t.Rows[r].Cell(0)).Text) {
				return false
			}
		}
		return len(t.Rows) > 0
	}
	return false
}

// attributeNamed returns the first attribute of a name, or nil.
func attributeNamed(as []*attribute, name string) *attribute {
	for _, a := range as {
		if a.name.Text == name {
			return a
		}
		if of := attributeNamed(a.children, name); of != nil {
			return of
		}
	}
	return nil
}
