package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// leadingStatus is the status that a cell or a title begins with: 404 Not Found.
var leadingStatus = prefilter.MustCompile("^[\\s`*\\[(]*(?i:http[ /]*(?:status|code)?:? ?)?([1-5][0-9][0-9]|[1-5][xX]{2}|default)\\b")

// failures are the statuses that an endpoint fails with by the tables of statuses in its
// block, each once. What tables of other codes say stays documentation.
func (r *reading) failures(c *call) []decl.Failure {
	var out []decl.Failure
	at := map[string]int{}
	for _, p := range c.parts {
		if p.kind != tableBlock || r.isType(p.block) {
			continue
		}
		column := statusColumn(p.table)
		if column < 0 || p.section != vocabulary.Errors && !isStatusHead(p.table.Head[column]) {
			continue
		}
		r.read[p.block] = true
		for i := range p.table.Rows {
			row := &p.table.Rows[i]
			status := statusIn(row.Cell(column))
			if status < "400" {
				continue // what a call that succeeds answers
			}
			doc := failureDoc(p.table, row, column)
			if k, ok := at[status]; ok {
				out[k].Doc = strings.TrimPrefix(out[k].Doc+"\n\n"+doc, "\n\n")
				continue
			}
			at[status] = len(out)
			out = append(out, decl.Failure{Status: status, Doc: doc, Start: row.Start, End: row.End})
		}
	}
	return out
}

// statusColumn is the column of a table in which every cell is a status of HTTP, of
// which one at least is that of a failure, or -1.
func statusColumn(t *table.Table) int {
	for c := range t.Head {
		failed := false
		for i := range t.Rows {
			status := statusIn(t.Rows[i].Cell(c))
			if status == "" {
				failed = false
				break
			}
			failed = failed || status >= "400"
		}
		if failed {
			return c
		}
	}
	return -1
}

// statusIn is the status that a cell begins with, 4XX for a range and "default" for all
// others, or "".
func statusIn(cell string) string {
	m := leadingStatus.FindStringSubmatch(cell)
	switch {
	case m == nil:
		return ""
	case m[1] == "default":
		return m[1]
	}
	return strings.ToUpper(m[1])
}

// isStatusHead reports whether the head of a column is a word for a status.
func isStatusHead(head string) bool {
	plain := prose.Plain(head)
	return vocabulary.SectionOf(plain) == vocabulary.Errors || vocabulary.IsValue(plain) || strings.Contains(vocabulary.Fold(plain), "http")
}

// failureDoc is what a row says of a status: the cells besides it, and what stands
// behind it in its own.
func failureDoc(t *table.Table, row *table.Row, column int) string {
	var parts []string
	for c := range row.Cells {
		text := prose.Doc(row.Cell(c))
		if c == column {
			text = strings.Trim(leadingStatus.ReplaceAllString(prose.Plain(row.Cell(c)), ""), " -–—:)]*`")
		}
		if !noneCell.MatchString(text) && c < len(t.Head) {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "\n\n")
}
