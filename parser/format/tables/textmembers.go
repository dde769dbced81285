package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

// ofText reports whether the label above a table names an attribute right above that is a text
// which holds JSON: the rows are members of that, and of nothing that is sent or answered. They
// are not in the model, which is told.
func (r *reading) ofText(c *call, i int, as []*attribute, read []tableRead) bool {
	if len(read) == 0 {
		return false
	}
	name := memberName(prose.Plain(r.labelAbove(c, i)))
	if name == "" {
		return false
	}
	for _, a := range read[len(read)-1].as {
		if a.name.Text == name && a.typ.Expr != nil && a.typ.Expr.Is("string") && len(as) > 0 && strings.Contains(strings.ToLower(a.doc), "json") {
			p := c.parts[i]
			r.unread(p.start, p.end, "unplaced-members", "the rows are members of the JSON in the text "+quoted(name)+": what a text holds is not in the model", "")
			return true
		}
	}
	return false
}
