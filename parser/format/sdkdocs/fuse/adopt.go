package fuse

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
)

// Adopt gives the base what its pages leave out and others print: a result, what
// a stream carries, a body. Each comes from the first reading that has it, those
// with names of the wire before others, and says so.
func Adopt(base Reading, others []Reading) {
	if base.Op == nil {
		return
	}
	for _, wire := range []bool{true, false} {
		for _, from := range others {
			if from.Op == nil || from.Dialect.Traits().AsSent != wire {
				continue
			}
			a := adopter{base.Op, from}
			a.returns()
			a.event()
			a.body()
		}
	}
}

// An adopter takes over what one reading has.
type adopter struct {
	op   *decl.Operation
	from Reading
}

// returns takes over the result of a method that has none.
func (a adopter) returns() {
	if b := a.from.Op.Returns; b != nil && len(b.Items) > 0 && (a.op.Returns == nil || len(a.op.Returns.Items) == 0) {
		if a.op.Returns == nil {
			a.op.Returns = &decl.Returns{}
		}
		a.op.Returns.Items, a.op.Returns.Source = a.items(b.Items), model.Source(a.from.Dialect.Name())
	}
}

// event takes over what a stream carries.
func (a adopter) event() {
	if b := a.from.Op.Returns; b != nil && b.Event != nil && a.op.Returns != nil && a.op.Returns.Event == nil {
		a.op.Returns.Event = a.items([]*decl.Item{b.Event})[0]
	}
}

// body takes over the fields of a body that the pages of the base leave out: http
// pages print none for uploads, and none that is no object.
func (a adopter) body() {
	if len(a.op.Body) > 0 {
		return
	}
	var found, whole []*decl.Item
	for _, it := range align(inputs(a.op), inputs(a.from.Op)).bs {
		switch {
		case it.Form != decl.Field || !a.travelsInBody(it):
		case carriesAll(it) && decl.IsTypeName(it.Expr.Innermost().Text):
			whole = append(whole, it)
		default:
			found = append(found, it)
		}
	}
	if len(found) == 0 && len(whole) == 1 {
		a.op.Body = a.items(whole)
		a.op.Body[0].Form = decl.Variant // its name is that of its type
		return
	}
	a.op.Body = a.items(found)
}

// travelsInBody reports whether a parameter that the base does not list can be
// nothing but a part of the body.
func (a adopter) travelsInBody(it *decl.Item) bool {
	switch {
	case it.Location != "":
		return it.Location == "body"
	case a.op.Verb == "GET" || a.op.Verb == "DELETE" || a.op.Verb == "HEAD":
		return false
	}
	return !a.fillsSlot(it) && !decl.SpeaksOfHeader(it)
}

// fillsSlot reports whether a parameter is called like a slot of the path, or
// like one with the resource in front.
func (a adopter) fillsSlot(it *decl.Item) bool {
	for _, slot := range names.Slots(a.op.Path) {
		if strings.HasSuffix(names.Letters(it.Name), names.Letters(slot)) {
			return true
		}
	}
	return false
}

// items copies items with all below them. Each says who said it, and keeps the
// place that it has on its page.
func (a adopter) items(items []*decl.Item) []*decl.Item {
	out := make([]*decl.Item, len(items))
	for i, it := range items {
		c := *it
		if c.File == nil {
			c.File, c.Client = a.from.File, !a.from.Dialect.Says(model.FactLocation)
		}
		c.Children = a.items(it.Children)
		if c.Form == decl.Field {
			c.Evidence = a.said(c.Evidence)
		}
		out[i] = &c
	}
	return out
}

// said adds who said a field. Presence that a dialect does not mark and names that
// it spells in its own way are conclusions.
func (a adopter) said(e model.Evidence) model.Evidence {
	by := model.Source(a.from.Dialect.Name())
	e = e.With(model.FactType, by)
	if a.from.Dialect.Traits().Says(model.FactRequired) {
		e = e.With(model.FactRequired, by)
	} else {
		e = e.With(model.FactRequired, model.SourceExample)
	}
	if !a.from.Dialect.Traits().AsSent {
		e = e.With(model.FactName, model.SourceName)
	}
	return e
}
