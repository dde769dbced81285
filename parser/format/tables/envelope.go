package tables

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// An envelope is what lies around the answers of all endpoints, as a page of its own
// states it.
type envelope struct {
	items []*decl.Item
	// payload is the index of the member that holds what an endpoint answers.
	payload int
}

// readEnvelope reads the table that states what lies around all answers, or returns nil
// where there is none, or none of its members can hold them.
func (b *pageSet) readEnvelope(ctx context.Context, ws *format.Workers, c shared) (*envelope, *format.Extent, error) {
	if c.envelope == 0 && c.told == nil {
		return nil, nil, nil
	}
	var text *format.Text
	err := ws.Each(ctx, 1, func(w *format.Worker, _ int) (err error) {
		text, err = w.OpenKept(c.page.Path)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	s := newDocument(c.page, text.Bytes, text.File(), nil, b.tree.Marks, nil)
	r := b.reading(s)
	e, t := &envelope{payload: -1}, &block{}
	if c.envelope > 0 {
		t = &s.blocks[s.blockAt(c.envelope-1)]
		e.items = unique(r.items(r.attributes(t, true), usage{}))
	} else {
		t.start, t.end = c.told.start, c.told.end
		e.items = c.told.items()
	}
	for _, it := range e.items {
		from(it, r)
	}
	if e.payload = payloadOf(e.items); e.payload < 0 {
		return nil, nil, nil
	}
	return e, &format.Extent{Parts: []format.Part{{Start: t.start, End: t.end}}}, nil
}

// payloadOf is the index of the member that may hold anything, as its name says, or -1.
func payloadOf(items []*decl.Item) int {
	best, rank := -1, 0
	for i, it := range items {
		if !vocabulary.Payload.Announces(it.Name) || len(it.Children) > 0 || !holdsAny(it.Expr) {
			continue
		}
		n := 1
		if name := strings.ToLower(it.Name); name == "data" || name == "result" {
			n = 2
		}
		if n > rank {
			best, rank = i, n
		}
	}
	return best
}

// holdsAny reports whether a type says nothing of what a value holds.
func holdsAny(e *decl.Expr) bool {
	return e != nil && (e.Op == decl.Object || e.Op == decl.Map || e.Is("any") || e.Op == decl.Array && holdsAny(e.Args[0]))
}

// clone returns an item of its own for each answer that has it.
func clone(it *decl.Item) *decl.Item {
	c := *it
	c.Facts = maps.Clone(it.Facts)
	c.Children = make([]*decl.Item, len(it.Children))
	for i := range it.Children {
		c.Children[i] = clone(it.Children[i])
	}
	return &c
}

// envelopeMembers are the members of the envelope for one more answer.
func (r *reading) envelopeMembers() []*decl.Item {
	var out []*decl.Item
	for _, it := range r.envelope.items {
		c := clone(it)
		r.assumed[c] = !c.Optional
		out = append(out, c)
	}
	return out
}

// inEnvelope puts what a table lists of an answer into the envelope of the reference; ok
// is false where the answer has none.
func (r *reading) inEnvelope(op *decl.Operation, items []*decl.Item) (out []*decl.Item, ok bool) {
	e := r.envelope
	top, _ := r.shown.(map[string]any)
	inner, list := objectOf(top[e.items[e.payload].Name])
	switch {
	case top != nil && !e.isShown(top):
		return nil, false
	case e.isListed(items) && fitting(items, inner) <= fitting(items, top):
		return r.completed(items), true
	}
	path := []string{e.items[e.payload].Name}
	if found, deep := within(top, items, deepestEnvelope); found != nil {
		if found[0] != path[0] {
			return nil, false
		}
		path, list = found, deep
	}
	members := r.envelopeMembers()
	at := members[e.payload]
	at.Start, at.End, at.File = items[0].Start, items[len(items)-1].End, nil
	by := model.SourceExample
	if top == nil {
		by = model.SourceProse
		list = at.Expr.Op == decl.Array
	}
	at.Evidence = at.Evidence.With(model.FactType, by)
	switch {
	case len(path) > 1:
		at.Expr, at.Children = objectExpr, r.wrap(op, top[path[0]].(map[string]any), path[1:], list, items)
	case list:
		at.Expr, at.Children = arrayOfObjects, items
	default:
		at.Expr, at.Children = objectExpr, items
	}
	return members, true
}

// isShown reports whether an answer has most members of the envelope.
func (e *envelope) isShown(top map[string]any) bool {
	return overlap(e.items, top)*2 >= len(e.items)
}

// isListed reports whether members that a table lists are those of the envelope.
func (e *envelope) isListed(items []*decl.Item) bool {
	n := 0
	for _, it := range items {
		switch i := slices.IndexFunc(e.items, func(o *decl.Item) bool { return o.Name == it.Name }); {
		case i == e.payload:
			return true
		case i >= 0:
			n++
		}
	}
	return n*2 > len(items)
}

// fitting counts the members of an example that items and what stands below them list.
func fitting(items []*decl.Item, members map[string]any) int {
	n := overlap(items, members)
	for _, it := range items {
		below, _ := objectOf(members[it.Name])
		n += overlap(it.Children, below)
	}
	return n
}

// completed adds to members of the envelope that a table lists those that it leaves out.
func (r *reading) completed(items []*decl.Item) []*decl.Item {
	out := items
	for _, it := range r.envelopeMembers() {
		if !slices.ContainsFunc(items, func(o *decl.Item) bool { return o.Name == it.Name }) {
			out = append(out, it)
		}
	}
	slices.SortStableFunc(out, func(a, b *decl.Item) int { return cmp.Compare(r.envelope.position(a), r.envelope.position(b)) })
	return out
}

// position is the index of the member of the envelope with the name of an item, or behind
// all.
func (e *envelope) position(it *decl.Item) int {
	if i := slices.IndexFunc(e.items, func(o *decl.Item) bool { return o.Name == it.Name }); i >= 0 {
		return i
	}
	return len(e.items)
}

// inEnvelopeOf puts a result that prose names into the envelope of the reference, unless
// there is none or the example shows none.
func (r *reading) inEnvelopeOf(op *decl.Operation, items []*decl.Item) []*decl.Item {
	top, _ := r.shown.(map[string]any)
	switch {
	case r.envelope == nil || r.shown != nil && !r.envelope.isShown(top):
		return items
	case items[0].Form == decl.Field:
		return r.enveloped(op, items)
	}
	members := r.envelopeMembers()
	at, of := members[r.envelope.payload], items[0]
	at.Expr, at.Start, at.End, at.File = of.Expr, of.Start, of.End, nil
	at.Evidence = at.Evidence.With(model.FactType, model.SourceProse)
	return members
}
