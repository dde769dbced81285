package tables

import (
	"encoding/json"
	"github.com/docgen-go/docgen/parser/curl"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// requestLine begins a printed request.
var requestLine = prefilter.MustCompile(`^[A-Z]{3,7} \S+`)

// sentValue is what the first example of a request shows of its body, or nil.
func (r *reading) sentValue(c *call) any {
	for _, p := range c.parts {
		if p.kind != fenceBlock || c.isStatement(p.block) {
			continue
		}
		text := r.document.code(p.block)
		printed := requestLine.MatchString(text) && !curl.IsCommand(text)
		if printed {
			_, text, _ = strings.Cut(text, "\n\n")
			text = strings.TrimSpace(text)
		}
		switch p.section {
		case vocabulary.RequestExample, vocabulary.Body, vocabulary.Form:
		default:
			if !printed && !r.saysSent(p) && !(p.section == vocabulary.Request && r.isRightBelow(p)) {
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

// byName are the values of an example by the names of the members that have them, the
// outermost first.
func byName(v any) map[string]any {
	out := map[string]any{}
	addByName(v, deepestShown, out)
	return out
}

func addByName(v any, depth int, to map[string]any) {
	if depth == 0 {
		return
	}
	switch v := v.(type) {
	case map[string]any:
		for k, member := range v {
			if _, ok := to[k]; !ok {
				to[k] = member
			}
		}
		for _, k := range sortedKeys(v) {
			addByName(v[k], depth-1, to)
		}
	case []any:
		if len(v) > 0 {
			addByName(v[0], depth-1, to)
		}
	}
}

// typeByExample gives attributes whose rows say no type that of the value which an
// example has for them.
func typeByExample(as []*attribute, shown map[string]any) {
	for _, a := range as {
		if a.typ.Expr == nil && len(a.children) == 0 && len(a.values) == 0 && !prose.IsMoreThanBoolean(a.doc) {
			switch v := shown[a.name.Text].(type) {
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
// least half of the words behind its first column name some.
func isAbout(p part, read []tableRead) bool { return isAboutIn(p, read, -1) }

// isAboutIn reports so of the words of one column, or of all behind the first for -1.
func isAboutIn(p part, read []tableRead, column int) bool {
	names := map[string]bool{}
	for _, t := range read {
		for _, a := range t.as {
			names[a.name.Text] = true
		}
	}
	spans, known := 0, 0
	for i := range p.table.Rows {
		row := &p.table.Rows[i]
		cells := row.Cells[min(1, len(row.Cells)):]
		if column >= 0 {
			cells = []string{row.Cell(column)}
		}
		for _, cell := range cells {
			for word := range strings.FieldsFuncSeq(prose.Plain(cell), func(r rune) bool { return strings.ContainsRune(" ,、，/;；或和及与", r) }) {
				if word == "or" || word == "and" {
					continue
				}
				spans++
				if names[word] {
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
	if n, number := v.(json.Number); number && !isIdentifier(n.String()) {
		a.typ.Expr = &decl.Expr{Op: decl.Name, Text: "number"}
	} else if number {
		a.typ.Expr = &decl.Expr{Op: decl.Name, Text: "string"}
	} else if v != nil {
		a.typ.Expr = shownExpr(v)
	}
	a.shown = a.typ.Expr != nil
}

// unixTime is a moment in seconds or milliseconds.
var unixTime = prefilter.MustCompile(`^1[3-9][0-9]{8}(?:[0-9]{3})?$`)

// isIdentifier reports whether digits without quotes are too many to be counted: those of a
// telephone or of an order are a text.
func isIdentifier(digits string) bool {
	return len(digits) >= 11 && strings.Trim(digits, "0123456789") == "" && !unixTime.MatchString(digits)
}

// distribute gives the values that a table lists for each of several attributes to
// those: | Parameter | Value |. It reports whether the table is one of these.
func distribute(t *table.Table, read []*attribute) bool {
	if len(t.Head) != 2 || vocabulary.ColumnOf(prose.Plain(t.Head[0])) != vocabulary.Name || !vocabulary.IsValue(prose.Plain(t.Head[1])) {
		return false
	}
	values, named := map[*attribute][]string{}, map[string]*attribute{}
	addNamed(read, named)
	for i := range t.Rows {
		a := named[prose.NameOf(t.Rows[i].Cell(0)).Text]
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

// addNamed adds attributes by name, the first of each.
func addNamed(as []*attribute, to map[string]*attribute) {
	for _, a := range as {
		if to[a.name.Text] == nil {
			to[a.name.Text] = a
		}
		addNamed(a.children, to)
	}
}
