package tables

import (
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
)

var _ = diag.Register(diag.Entry{
	Code: "nested-by-example", Severity: diag.Info,
	Title:   "an example says which rows are members of others",
	Why:     "The table lists objects and their members one after the other, without a mark of nesting. Each row stands in exactly one object of the example, and is read as a member of that.",
	Help:    "Mark in the table what is nested, such as by a > before the name.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\nResponse:\n\n| Field | Type |\n|---|---|\n| `crane` | object |\n| `name` | string |\n| `done` | boolean |\n\n```json\n{\"crane\": {\"name\": \"A\"}, \"done\": true}\n```\n",
})

// A frame is an attribute with the members that an example shows of it.
type frame struct {
	of      *attribute
	members map[string]any
}

// nestAsShown nests the rows of an answer as the example shows them, where the table marks
// no nesting: each row stands in exactly one of the objects that are open at it. Where one
// stands in none or in several, the table is left as it is.
func (r *reading) nestAsShown(p part, as []*attribute) []*attribute {
	top, ok := r.shown.(map[string]any)
	if !ok || !areFlat(as, top) {
		return as
	}
	stack := []frame{{nil, top}}
	parents := make([]*attribute, len(as))
	for i, a := range as {
		at := -1
		for k := range stack {
			if _, has := stack[k].members[a.name.Text]; has {
				if at >= 0 {
					return as
				}
				at = k
			}
		}
		if at < 0 {
			return as
		}
		parents[i] = stack[at].of
		members, _ := objectOf(stack[at].members[a.name.Text])
		stack = stack[:at+1]
		if members != nil && mayHaveMembers(a.typ.Expr) {
			stack = append(stack, frame{a, members})
		}
	}
	var out []*attribute
	for i, a := range as {
		if of := parents[i]; of != nil {
			of.children = append(of.children, a)
			r.haveMembers([]*attribute{of})
			if of.typ.Expr == nil || of.typ.Expr.Is("any") || of.typ.Expr.Op == decl.Map {
				of.typ.Expr = objectExpr
			}
			continue
		}
		out = append(out, a)
	}
	if !r.quiet {
		r.problems = append(r.problems, decl.Problem{Code: "nested-by-example", Severity: diag.Info, Start: p.start, End: p.table.HeadRow.End,
			Message: "the table marks no nesting; its rows are members of each other as the example shows them"})
	}
	return out
}

// areFlat reports whether no row has members, and some row is no member of the object that is
// shown, of which the first is one.
func areFlat(as []*attribute, top map[string]any) bool {
	outside := false
	for i, a := range as {
		_, has := top[a.name.Text]
		if len(a.children) > 0 || i == 0 && !has {
			return false
		}
		outside = outside || !has
	}
	return outside
}

// describesWithin reports whether the rows of a table are members of one object of the
// response example that stands before it, at any depth: the table of the request was read.
func (r *reading) describesWithin(h head, p part) bool {
	if len(r.tables) == 0 || len(p.table.Rows) < 2 || !r.shownBefore(p) {
		return false
	}
	names := make([]string, len(p.table.Rows))
	for i := range p.table.Rows {
		names[i] = stepName(p.table.Rows[i].Cell(h.name))
	}
	return showsAll(r.shown, names, deepestEnvelope)
}

// shownBefore reports whether the first response example ends before a part.
func (r *reading) shownBefore(p part) bool { return r.shownEnd > 0 && r.shownEnd <= p.start }

func showsAll(v any, names []string, depth int) bool {
	members, _ := objectOf(v)
	if members == nil || depth == 0 {
		return false
	}
	all := true
	for _, n := range names {
		if _, has := members[n]; !has {
			all = false
		}
	}
	for _, name := range sortedKeys(members) {
		all = all || showsAll(members[name], names, depth-1)
	}
	return all
}
