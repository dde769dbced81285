package tables

import (
	"slices"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

// isWholeBody reports whether the one member that a list of parameters places in the body is
// the body itself, as in the lists that programs make of a specification: it is called body,
// or its cell places it there, it is a structure or a list of them, and no example sends a
// member of its name.
func (r *reading) isWholeBody(c *call, members []*decl.Item) bool {
	if len(members) != 1 {
		return false
	}
	it := members[0]
	if it.Name == "body" && wholeBody(it) {
		return true
	}
	if !r.located[it] || !wholeBody(it) && !(it.Expr.Op == decl.Array && isList(r.sent)) {
		return false
	}
	if sent, ok := r.sent.(map[string]any); ok {
		if _, has := sent[it.Name]; has {
			return false
		}
	}
	if _, has := r.members[it.Name]; has {
		return false
	}
	shown := r.sent != nil || len(r.members) > 0
	if it.Expr.Op != decl.Object || shown || slices.ContainsFunc(it.Children, func(child *decl.Item) bool { return !r.located[child] }) {
		if !shown {
			r.problem(it.Start, it.End, "inferred-body", "\""+it.Name+"\" is the one parameter in the body and a structure: it is read as the body itself, as specifications have it, and not as a member of it", "")
		}
		return true
	}
	return false
}

func isList(v any) bool { _, ok := v.([]any); return ok }

// checkTypes reports what could not be read of the types of rows. A word alone is the name of
// a structure whose members stand below it.
func (r *reading) checkTypes(rows []*attribute) {
	for _, a := range rows {
		if a.typed && a.row != nil && !(len(a.children) > 0 && a.typ.Unknown != "" && prose.IsName(a.typ.Unknown)) {
			r.checkType(a, a.typeCell)
		}
		r.checkTypes(a.children)
	}
}
