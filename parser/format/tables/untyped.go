package tables

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

// untyped is an attribute whose row says no type. What its values have in common may
// say one; else it is any value.
func (r *reading) untyped(a *attribute, it *decl.Item, u usage) {
	it.Expr = anyExpr
	if len(a.children) > 0 {
		it.Expr = objectExpr
		r.asShown(a, it, u)
		return
	}
	if a.valuesAreBoolean() {
		a.values = nil
		it.Expr = &decl.Expr{Op: decl.Name, Text: "boolean"}
		it.Evidence = it.Evidence.With(model.FactType, model.SourceProse)
		return
	}
	if len(a.values) > 0 {
		it.Expr = &decl.Expr{Op: decl.Name, Text: "string"}
		it.Evidence = it.Evidence.With(model.FactType, model.SourceProse)
		return
	}
	if prose.IsMoreThanBoolean(a.doc) {
		if a.outside && u.sent {
			it.Expr = &decl.Expr{Op: decl.Name, Text: "string"} // all that is sent there is a text
			it.Evidence = it.Evidence.With(model.FactType, model.SourceProse)
			return
		}
		r.noType(a) // whatever an example has
		return
	}
	if a.def == "true" || a.def == "false" {
		it.Expr = &decl.Expr{Op: decl.Name, Text: "boolean"}
		it.Evidence = it.Evidence.With(model.FactType, model.SourceProse)
		return
	}
	if a.saidType(it, u) {
		return
	}
	if e := a.exprOfDefault(u); e != nil {
		it.Expr = e
		it.Evidence = it.Evidence.With(model.FactType, model.SourceProse)
		return
	}
	if e := r.exprShown(a, u); e != nil {
		it.Expr = e
		it.Evidence = it.Evidence.With(model.FactType, model.SourceExample)
		return
	}
	it.Unreadable = true
	r.noType(a)
}

// noType tells that nothing says the type of an attribute.
func (r *reading) noType(a *attribute) {
	r.problem(a.start, a.end, "untyped-attribute", "the page says no type of \""+a.name.Text+"\"; it may hold any value", "")
}
