package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// giveTables gives the endpoints that rows of indexes alone state what the page lists below titles for parts of requests and
// answers: slots to those that have them, and else what the title names by what the endpoint does, or what all of them
// may have. What is left stays a type, with a finding.
//
//	## Path parameters
//	## Request body (create / update)
func (s *document) giveTables() {
	var rows []*call
	all := &call{document: s}
	for _, c := range s.calls {
		all.stated = append(all.stated, c.stated...)
		if s.indexed || c.beside {
			rows = append(rows, c)
		}
	}
	if len(rows) == 0 {
		return
	}
	s.types = slices.DeleteFunc(s.types, func(t *typeTable) bool {
		if t.call != nil || t.enum || t.choice || t.listed || t.heading < 0 || t.block.head == nil || t.block.head.name < 0 {
			return false
		}
		title := s.blocks[t.heading].plain
		section, status := s.sectionOf(title)
		to := all.takers(title, section, t.block.table, t.block.head.name, rows)
		for _, c := range to {
			c.parts, c.given = append(c.parts, part{t.block, section, title, status}), append(c.given, t.block)
			slices.SortFunc(c.parts, func(a, b part) int { return a.start - b.start })
		}
		if len(to) > 0 {
			delete(s.declared, t.block)
		}
		return len(to) > 0
	})
}

// takers are the calls of rows that a table below a title of a section is about.
func (c *call) takers(title string, section vocabulary.Section, t *table.Table, name int, rows []*call) []*call {
	is := c.actionsIn(title)
	named := is != nil
	switch section {
	case vocabulary.Path:
		is = func(op statement.Operation) bool { return c.hasSlots(op, t, name) }
	case vocabulary.Body, vocabulary.Form:
		if !named {
			is = func(op statement.Operation) bool { return !bodiless(op.Verb) }
		}
	case vocabulary.Query, vocabulary.Request, vocabulary.Response:
		if !named {
			return nil
		}
	default:
		return nil
	}
	var out []*call
	for _, row := range rows {
		if is(row.stated[0].Operations[0]) {
			out = append(out, row)
		}
	}
	if !named && section != vocabulary.Path && c.differ(out) {
		return nil // which of them are sent it, nothing says
	}
	return out
}

// differ reports whether endpoints that share a body are of more than one resource.
func (c *call) differ(calls []*call) bool {
	base := ""
	for _, row := range calls {
		op := row.stated[0].Operations[0]
		path := strings.TrimSuffix(slotPathAs(c.document.marks, op.Path), "/")
		if c.isOne(op) {
			path = path[:max(strings.LastIndex(path, "/{"), 0)]
		}
		if base != "" && path != base {
			return true
		}
		base = path
	}
	return false
}

// hasSlots reports whether the path of an operation has a slot of a table of them.
func (c *call) hasSlots(op statement.Operation, t *table.Table, name int) bool {
	slots := names.Slots(slotPathAs(c.document.marks, op.Path))
	return slices.ContainsFunc(t.Rows, func(r table.Row) bool { return slotOf(slots, prose.NameOf(r.Cell(name)).Text) != "" })
}
