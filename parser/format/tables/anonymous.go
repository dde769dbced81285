package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// A joint says how tables are parts of one, by the word that stands between them: all
// hold, or one of them.
type joint uint8

const (
	unjoined joint = iota
	allParts
	oneOfParts
)

// jointOf reads a text of one word between two tables.
func jointOf(text string) joint {
	switch vocabulary.Fold(text) {
	case "and", "continued", "和":
		return allParts
	case "xor", "or", "oneof", "anyof", "或":
		return oneOfParts
	}
	return unjoined
}

// joinParts makes one table of those of one head that words such as "and" join: programs
// print so what a schema is composed of.
func (s *document) joinParts() {
	var first *block
	by, continued := unjoined, false
	for i := range s.blocks {
		b := &s.blocks[i]
		switch {
		case b.kind == textBlock && first != nil:
			text := s.text[b.start:b.end]
			by = jointOf(text)
			continued = vocabulary.Fold(text) == "continued"
			if by == unjoined {
				first = nil
			}
		case b.kind != tableBlock:
			first = nil
		case first != nil && by != unjoined && slices.Equal(first.table.Head, b.table.Head) && (continued || hasUnnamed(first.table) && hasUnnamed(b.table)) && (first.joint == unjoined || first.joint == by):
			first.table.Rows = append(first.table.Rows[:len(first.table.Rows):len(first.table.Rows)], b.table.Rows...)
			first.joint, first.joined, b.kind = by, b.end, tagBlock
		case first != nil && by == oneOfParts && !hasUnnamed(first.table) && slices.Equal(first.table.Head, b.table.Head):
			first.form, b.form = true, true
			first = b
		default:
			first = b
		}
	}
}

// hasUnnamed reports whether a table has a row that programs call anonymous. Tables of people
// that "or" parts are forms of which each is sent by itself.
func hasUnnamed(t *table.Table) bool {
	return slices.ContainsFunc(t.Rows, func(row table.Row) bool { return prose.NameOf(row.Cell(0)).Text == prose.Whole })
}

// unnamed takes rows without a name into what they are part of: those that programs call
// anonymous are the whole of what the table describes, or parts of it.
func (r *reading) unnamed(b *block, rows []*attribute, top bool) []*attribute {
	for _, a := range rows {
		a.children = r.unnamed(b, a.children, false)
	}
	if !slices.ContainsFunc(rows, func(a *attribute) bool { return a.name.Text == prose.Whole }) {
		return rows
	}
	if first := rows[0]; top && len(rows) > 1 && first.name.Text == prose.Whole && len(first.children) == 0 && first.typ.Expr != nil && first.typ.Expr.Op == decl.Array && holdsAny(first.typ.Expr) {
		first.children = r.unnamed(b, rows[1:], false) // a list of what the rows below describe
		return rows[:1]
	}
	if top && b.joint == oneOfParts {
		if whole := choiceOf(rows); whole != nil {
			return []*attribute{whole}
		}
	}
	if top && len(rows) == 1 && (rows[0].typ.Expr != nil && rows[0].typ.Expr.Op != decl.Object || len(rows[0].children) == 0) {
		return rows
	}
	var out []*attribute
	for _, a := range rows {
		if a.name.Text != prose.Whole {
			out = append(out, a)
			continue
		}
		out = append(out, r.partsOf(a)...)
	}
	if top && b.joint == oneOfParts {
		r.problem(b.start, b.table.HeadRow.End, "stated-twice", "the parts of the table are forms of which one holds: they are read as one object that may lack what not all of them list", "")
		for _, a := range out {
			a.name.Optional = true
		}
	}
	return out
}

// choiceOf is one whole that is one of several, where each has a type and no members below
// it, or nil.
func choiceOf(rows []*attribute) *attribute {
	whole := *rows[0]
	whole.typ.Expr = &decl.Expr{Op: decl.Union}
	for _, a := range rows {
		if a.name.Text != prose.Whole || a.typ.Expr == nil || len(a.children) > 0 || a.typ.Expr.Op == decl.Object {
			return nil
		}
		whole.typ.Expr.Args = append(whole.typ.Expr.Args, a.typ.Expr)
	}
	if len(whole.typ.Expr.Args) == 1 {
		whole.typ.Expr = whole.typ.Expr.Args[0]
	}
	return &whole
}

// partsOf are the members that a part without a name adds: those below it, or those of
// the structure that it names on the same page.
func (r *reading) partsOf(a *attribute) []*attribute {
	if len(a.children) > 0 || a.typ.Expr == nil || a.typ.Expr.Op == decl.Object {
		return a.children
	}
	t := r.view.byName[a.typ.Expr.Text]
	if a.typ.Expr.Op == decl.Name && t != nil && !t.enum && !t.choice && t.document == r.document && r.nested < deepestShown {
		quiet := r.quiet
		r.quiet, r.nested = true, r.nested+1
		as := r.attributes(t.block, true)
		r.quiet, r.nested = quiet, r.nested-1
		return as
	}
	r.unread(a.start, a.end, "unreadable-row", "the row adds all members of "+exprText(a.typ.Expr)+" to what the table describes, which cannot be read: they are not in the model",
		"list the members, or declare the structure in a table of the same page")
	return nil
}

// wholeOf is the item of a table that describes a value as a whole, or nil.
func (r *reading) wholeOf(as []*attribute, u usage) *decl.Item {
	if len(as) != 1 || as[0].name.Text != prose.Whole {
		return nil
	}
	it := r.item(as[0], u)
	it.Form, it.Name, it.Optional, it.Nullable = decl.Variant, "", false, false
	it.Doc = strings.Trim(it.Doc, "[] ")
	return it
}

// isDash reports whether the cell of a name is but a dash.
func isDash(cell string) bool {
	text := strings.Trim(prose.Plain(cell), "\\ ")
	return text == "-" || text == "–" || text == "—"
}

// unnamedBy is the name of a row that has but a dash for one: that of the whole, where its
// type is a structure or a list.
func (r *reading) unnamedBy(h head, row *table.Row) prose.Name {
	if h.typ < 0 {
		return prose.Name{}
	}
	switch e := prose.TypeOf(row.Cell(h.typ), r.view).Expr; {
	case e == nil:
		return prose.Name{}
	case e.Op == decl.Object, e.Op == decl.Array, e.Op == decl.Map:
		return prose.Name{Text: prose.Whole}
	}
	return prose.Name{}
}
