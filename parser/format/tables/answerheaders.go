package tables

import (
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

// headersProblem tells that a table lists headers of an answer.
func headersProblem(b *block) decl.Problem {
	first := ""
	if len(b.table.Rows) > 0 {
		first = prose.NameOf(b.table.Rows[0].Cell(b.head.name)).Text
	}
	return decl.Problem{Code: "answer-headers", Severity: diag.Info, Start: b.start, End: b.table.HeadRow.End,
		Message: "the table lists headers of an answer, from " + quoted(first) + " on; methods give no headers, so that it is documentation"}
}

var _ = diag.Register(diag.Entry{
	Code: "answer-headers", Severity: diag.Info,
	Title:   "a table lists headers of an answer",
	Why:     "Methods return what the body of an answer holds. Its headers are in no result, and the table is documentation.",
	Help:    "Take the headers from the response with WithResponse.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n### Response headers\n\n| Name | Description |\n|---|---|\n| `X-Turns` | How often it was turned. |\n",
})
