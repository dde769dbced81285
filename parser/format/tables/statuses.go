package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
)

// byStatus finds the result of an operation in a table of statuses that has a column
// of types, or nil: the type of the first success that has one.
func (r *reading) byStatus(c *call) *decl.Returns {
	for _, p := range c.parts {
		if p.kind != tableBlock || r.isType(p.block) || !isStatuses(p.table) {
			continue
		}
		h := headOf(p.table)
		if h.typ < 0 {
			h.typ = r.structureColumn(p.table)
		}
		if h.typ < 0 {
			continue
		}
		r.read[p.block] = true
		for i := range p.table.Rows {
			row := &p.table.Rows[i]
			cell := strings.Trim(prose.Plain(row.Cell(h.typ)), "[]-— ")
			switch strings.ToLower(cell) {
			case "", "none", "inline", "n/a", "无", "no content":
				continue
			}
			if status := statusWithin(row.Cell(0)); !strings.HasPrefix(status, "2") {
				continue
			}
			t := prose.TypeOf(row.Cell(h.typ), r.view)
			if t.Unknown != "" {
				r.problem(row.Start, row.End, "unknown-type", "the type "+quoted(prose.Plain(row.Cell(h.typ)))+" of the result cannot be read ("+quoted(t.Unknown)+" is unknown)",
					"link the type to the table that declares it, or use a word for a type of JSON")
				continue
			}
			return &decl.Returns{Items: []*decl.Item{{Form: decl.Variant, Expr: t.Expr, Doc: prose.Doc(row.Cell(h.description)), Start: row.Start, End: row.End}}}
		}
	}
	return nil
}

// structureColumn is the first column of a table in which a success links to a structure,
// or -1.
func (r *reading) structureColumn(t *table.Table) int {
	for c := range t.Head {
		for i := range t.Rows {
			links := prose.Links(t.Rows[i].Cell(c))
			if len(links) == 1 && strings.HasPrefix(statusWithin(t.Rows[i].Cell(0)), "2") && r.structureAt(links[0].Target, false) != nil {
				return c
			}
		}
	}
	return -1
}
