package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// statedQuery is the query of a statement, behind the path.
	statedQuery = prefilter.MustCompile("/[^\\s`\"'?]*\\?([^\\s`\"'?=&]+=[^\\s`\"'?]*)")
	// queryOfLink is where a link in a statement leads.
	queryOfLink = prefilter.MustCompile(`\]\([^()\s]*\)`)
	// openValue stands for a value, and is none.
	openValue = prefilter.MustCompile(`^(?:<.*>|\{.*\}|\[.*\]|[:$].*|\.{2,}|…|)$`)
	// wholeValue is a whole number.
	wholeValue = prefilter.MustCompile(`^-?[0-9]{1,18}$`)
)

// addQuery adds to an operation the parameters that a statement of it prints in its query,
// and that nothing lists. A value of one is an example of its type.
func (d drafted) addQuery(to drafted) {
	r, f, op := d.reading, d.endpoint.statement(), to.op
	m := statedQuery.FindStringSubmatch(queryOfLink.ReplaceAllString(r.document.text[f.Start:f.End], "]"))
	if m == nil || slotPathAs(r.document.marks, f.Operations[0].Path) != d.endpoint.op.Path {
		return
	}
	seen := map[string]*decl.Item{}
	for pair := range strings.SplitSeq(m[1], "&") {
		name, value, ok := strings.Cut(pair, "=")
		if !ok || !prose.IsName(name) || slices.ContainsFunc(op.Params, func(p decl.Param) bool { return p.Item.Name == name && p.Item != seen[name] }) {
			continue
		}
		if it := seen[name]; it != nil {
			if it.Expr.Op != decl.Array {
				it.Expr = arrayOf(it.Expr)
			}
			continue
		}
		it := &decl.Item{Form: decl.Field, Name: name, Expr: askedExpr(value), Optional: true, Start: f.Start, End: f.End}
		it.Evidence = it.Evidence.With(model.FactType, model.SourceExample).With(model.FactRequired, model.SourceVerb)
		if r != to.reading {
			from(it, r)
		}
		repeat("query", it)
		seen[name] = it
		op.Params = append(op.Params, decl.Param{Location: "query", Item: it})
	}
}

// askedExpr is the type of a value of a query: a whole number and a truth are known by
// their look, all else is a text.
func askedExpr(value string) *decl.Expr {
	word := "string"
	switch {
	case openValue.MatchString(value):
	case wholeValue.MatchString(value):
		word = "integer"
	case value == "true" || value == "false":
		word = "boolean"
	}
	return &decl.Expr{Op: decl.Name, Text: word}
}
