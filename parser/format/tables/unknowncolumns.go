package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// checkColumns reports columns of tables of attributes whose heads are not known and whose
// cells are yes and no, in tables that say nowhere else what has to be sent.
func (r *reading) checkColumns() {
	told := map[string]bool{}
	for i := range r.document.blocks {
		b := &r.document.blocks[i]
		if b.kind != tableBlock || !b.head.isFacts() || b.head.required >= 0 || !r.read[b] {
			continue
		}
		for _, c := range b.head.other {
			if head := strings.TrimSpace(b.table.Head[c]); head != "" && !told[head] && !vocabulary.IsValue(head) && accessesIn(b.table, c) == nil && saysYesOrNo(b.table, c) {
				told[head] = true
				r.problems = append(r.problems, decl.Problem{Code: "unknown-column", Severity: diag.Warning, Start: b.table.HeadRow.Start, End: b.table.HeadRow.End,
					Message: "the column " + quoted(head) + " says yes or no, and its head is not known: what it says is documentation, whether it is about what has to be sent or not",
					Help:    "if it says what has to be sent, call it Required, or write the words of the cells under tables in docgen.yaml"})
			}
		}
	}
}

// saysYesOrNo reports whether the cells of a column are words for yes or no, both or one.
func saysYesOrNo(t *table.Table, column int) bool {
	said := false
	for i := range t.Rows {
		cell := strings.Trim(prose.Plain(t.Rows[i].Cell(column)), " .-—")
		if cell == "" {
			continue
		}
		if need := vocabulary.NeedOf(cell); need != vocabulary.Yes && need != vocabulary.No {
			return false
		}
		said = true
	}
	return said
}

var _ = diag.Register(diag.Entry{
	Code: "unknown-column", Severity: diag.Warning,
	Title:   "a column of yes and no has a head that is not known",
	Why:     "It may say what has to be sent, or what can be sorted by. Its cells are documentation, and no other column of the table says which attributes are required.",
	Help:    "If the column says what has to be sent, call it Required.",
	Example: exampleHead + "| Attribute | Type | Needful |\n|---|---|---|\n| `angle` | number | yes |\n| `slowly` | boolean | no |\n",
})
