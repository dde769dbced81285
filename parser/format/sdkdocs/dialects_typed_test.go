package sdkdocs

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// explainTyped names the causes for which a page of Go, Java or C# prints other
// fields.
func explainTyped(d difference) string {
	switch {
	case len(d.other.Children) == 0:
		return "the page does not expand the type"
	case len(d.http.Children) == 0:
		return "the http page does not expand the type"
	case d.where != "params":
		return ""
	case sameFlags(d.missing, d.extra):
		return "the client decides whether it streams"
	case omitsForm(d):
		return "the http page omits the form of an upload"
	case slices.ContainsFunc(d.other.Children, func(it *decl.Item) bool { return slices.Contains(d.extra, simple(it.Name)) && carriesBody(it) }):
		return "one field carries the body, under the name of its type"
	}
	return ""
}

// carriesBody reports whether a field is called like its type and not expanded.
func carriesBody(it *decl.Item) bool {
	return len(it.Children) == 0 && strings.HasPrefix(simple(it.Expr.Text), simple(it.Name))
}
