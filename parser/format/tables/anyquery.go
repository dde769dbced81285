package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// anyQuery is a name that ends in what stands for the name of a member: filter[$name].
var anyQuery = prefilter.MustCompile(`[\w\]](?:\[(?:\$\w+|\{[\w -]+\})\]|\.\{[\w -]+\})$`)

// namesAny reports whether an attribute of a query stands for any number of names, and tells of it: a
// method has no parameter for these. One whose name is but a slot has that name, as the statement prints
// its value.
func (r *reading) namesAny(a *attribute) bool {
	if inner := strings.Trim(a.name.Text, "{}"); "{"+inner+"}" == a.name.Text && prose.IsName(inner) {
		a.name.Text = inner
	}
	if !anyQuery.MatchString(a.name.Text) {
		return false
	}
	if !r.quiet {
		r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: a.start, End: a.end,
			Message: quoted(a.name.Text) + " stands for parameters of the query with any name: it is in no method", Help: "callers can give them with WithQuery"})
	}
	return true
}
