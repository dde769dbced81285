package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// headedByNames are the attributes that the head of a table names, all of them read before, where nothing but
// descriptions stands beside them, or "": its rows are values that these may have together.
func headedByNames(p part, read []tableRead) string {
	known := map[string]bool{}
	for _, t := range read {
		for _, a := range t.as {
			known[a.name.Text] = true
		}
	}
	var names []string
	for _, cell := range p.table.Head {
		switch plain := prose.Plain(cell); {
		case known[plain]:
			names = append(names, quoted(plain))
		case vocabulary.ColumnOf(plain) != vocabulary.Description:
			return ""
		}
	}
	return strings.Join(names, " and ")
}

// tellValues tells of a table whose head names attributes, once: what its rows say is documentation.
func (r *reading) tellValues(p part, names string) {
	if r.quiet || r.read[p.block] {
		return
	}
	r.read[p.block] = true
	r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Info, Start: p.table.HeadRow.Start, End: p.table.HeadRow.End,
		Message: "the table says which values " + names + " may have: that is documentation, and in no type",
		Help:    "list the values in the description of the attribute, or below a heading Values"})
}
