package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

// wireLists gives lists of a form the brackets back that their rows have behind the name: in a form they
// travel as part of it.
func wireLists(p part, answer bool, as []*attribute) []*attribute {
	if media := bodyMedia(p); answer || media != urlEncoded && media != multipart {
		return as
	}
	for _, a := range as {
		if a.row == nil || len(a.children) > 0 {
			continue
		}
		if printed := prose.NameOf(a.row.Cell(p.head.name)).Text; printed == a.name.Text+"[]" {
			a.name.Text = printed
		}
	}
	return as
}

// repeat makes a list of a parameter of a query or a form whose name ends in brackets: it
// is sent once for each value. A row says the type of one.
func repeat(location string, it *decl.Item) {
	if location == "path" || location == "header" || !strings.HasSuffix(it.Name, "[]") || it.Expr == nil || it.Unreadable {
		return
	}
	for _, e := range append([]*decl.Expr{it.Expr}, it.Expr.Args...) {
		if e.Op == decl.Array || e.Op == decl.Object || e.Op == decl.Map || e.Is("any") {
			return
		}
	}
	it.Expr = arrayOf(it.Expr)
	it.Evidence = it.Evidence.With(model.FactType, model.SourceName)
}
