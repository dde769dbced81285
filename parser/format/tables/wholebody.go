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
	if _, has := ownValue(it.Doc, it.Name); has {
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

// withoutBodyRow returns the members of a body without the row for the body itself: it is
// called body, is a structure, stands first, and all further rows are placed in the body as
// well, which no example sends with a member of that name.
func (r *reading) withoutBodyRow(members []*decl.Item) []*decl.Item {
	if len(members) < 2 || members[0].Name != "body" || !wholeBody(members[0]) {
		return members
	}
	if slices.ContainsFunc(members[0].Children, func(child *decl.Item) bool { return itemNamed(members[1:], child.Name) == nil }) {
		return members
	}
	for _, it := range members {
		if !r.located[it] {
			return members
		}
	}
	if sent, ok := r.sent.(map[string]any); ok {
		if _, has := sent["body"]; has {
			return members
		}
	}
	if _, has := r.members["body"]; has {
		return members
	}
	it := members[0]
	r.problem(it.Start, it.End, "inferred-body", "the row \"body\" is the body itself: the rows below it, which are placed in the body as well, are read as its members", "")
	return members[1:]
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
