package tables

import (
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// isBodySchema reports whether a table says in one row what a body is, by a column of
// structures and without names: programs print so the body of a request.
func isBodySchema(p part) bool {
	return p.section == vocabulary.Body && p.head.name < 0 && p.head.typ >= 0 && len(p.table.Rows) == 1
}

// bodySchema is the body that such a table states, or nil.
func (r *reading) bodySchema(c *call) []*decl.Item {
	for _, p := range c.parts {
		if p.kind != tableBlock || !isBodySchema(p) || r.isType(p.block) {
			continue
		}
		row := &p.table.Rows[0]
		t := prose.TypeOf(row.Cell(p.head.typ), r.view)
		r.read[p.block] = true
		if t.Unknown != "" {
			r.problem(row.Start, row.End, "unknown-type", "the type "+quoted(prose.Plain(row.Cell(p.head.typ)))+" of the body cannot be read ("+quoted(t.Unknown)+" is unknown)",
				"link the type to the table that declares it, or use a word for a type of JSON")
			return nil
		}
		return []*decl.Item{{Form: decl.Variant, Expr: t.Expr, Doc: prose.Doc(row.Cell(p.head.description)), Start: row.Start, End: row.End}}
	}
	return nil
}
