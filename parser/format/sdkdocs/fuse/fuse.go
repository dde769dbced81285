// Package fuse lays the same method, as several dialects print it, side by side
// and gives the base what the others know better: which numbers are whole,
// which text is a time, what may be null, and what a Go programmer calls it.
//
// It is not part of the compatibility promise.
package fuse

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
)

// A Reading is what the pages of one dialect say of a unit. File is the page
// that it was read from.
type Reading struct {
	Dialect dialect.Dialect
	// Op is the method, nil for a domain type.
	Op *decl.Operation
	// Items are those of a domain type.
	Items []*decl.Item
	File  *source.File
	// Known are the other dialects that have a say in the unit.
	Known []dialect.Dialect
}

// span returns where an item of the reading is.
func (r Reading) span(it *decl.Item) source.Span {
	return cmp.Or(it.File, r.File).Span(it.Start, it.End)
}

// A fuser adds one reading to the base.
type fuser struct {
	base, from Reading
	source     model.Source
	traits     dialect.Traits // of the reading that is added
	heard      []dialect.Dialect
	tally      Tally
	problems   []decl.Problem
}

// Into adds a reading to the base, which is changed. It returns what it
// counted and where the two contradict each other.
func Into(base, from Reading) (Tally, []decl.Problem) {
	f := &fuser{
		base: base, from: from, source: model.Source(from.Dialect.Name()), traits: from.Dialect.Traits(),
		heard: append(slices.Clone(base.Known), base.Dialect, from.Dialect),
	}
	if base.Op != nil && from.Op != nil {
		f.operation(base.Op, from.Op)
	}
	f.items(base.Items, from.Items)
	return f.tally, f.problems
}

func (f *fuser) operation(a, b *decl.Operation) {
	f.items(inputs(a), inputs(b))
	if a.Returns != nil && b.Returns != nil {
		f.returns(a.Returns.Items, b.Returns.Items)
		if a.Returns.Event != nil && b.Returns.Event != nil {
			f.items([]*decl.Item{a.Returns.Event}, []*decl.Item{b.Returns.Event})
		}
	}
	if a.Doc == "" {
		a.Doc = b.Doc
	}
	f.signature(a, b)
}

// inputs are all that a method takes, wherever it travels.
func inputs(op *decl.Operation) []*decl.Item {
	out := make([]*decl.Item, 0, len(op.Params)+len(op.Body))
	for _, p := range op.Params {
		out = append(out, p.Item)
	}
	return append(out, op.Body...)
}

// returns fuses two results.
func (f *fuser) returns(as, bs []*decl.Item) {
	envelope, element := members(as), members(bs)
	i := f.listOf(envelope, element)
	if i < 0 {
		f.items(sameLevel(as, bs))
		return
	}
	f.tally.aligned(envelope[i])
	if f.traits.AsGo && isLone(bs) {
		envelope[i].NativeType = typeName(envelope[i].Expr, bs[0].Expr)
	}
	f.items(members(envelope[i].Children), element)
	f.tally.missed(envelope[:i], InPage)
	f.tally.missed(envelope[i+1:], InPage)
}

// listOf returns the index of the list in an envelope if the other dialect
// prints an element of it in place of the envelope, or -1.
func (f *fuser) listOf(envelope, bs []*decl.Item) int {
	same := shared(envelope, bs)
	return slices.IndexFunc(envelope, func(it *decl.Item) bool {
		if it.Form != decl.Field || it.Expr == nil || it.Expr.Op != decl.Array {
			return false
		}
		paged := f.from.Op.Signature.Page != "" && same == 0 && len(bs) > 0
		return paged || shared(members(it.Children), bs) > same
	})
}

// signature takes what signatures say: streams, page types and Go's names.
func (f *fuser) signature(a, b *decl.Operation) {
	s := b.Signature
	if len(s.Names) == 0 {
		return
	}
	a.Signature.Stream = a.Signature.Stream || s.Stream
	a.Signature.Value = a.Signature.Value || s.Value
	a.Signature.Event = cmp.Or(a.Signature.Event, s.Event)
	a.Signature.Returns = cmp.Or(a.Signature.Returns, s.Returns)
	a.Signature.Page = cmp.Or(a.Signature.Page, s.Page)
	if f.traits.AsGo {
		a.Native = strings.Join(s.Names, ".")
	}
}

// items fuses two lists that should be the same.
func (f *fuser) items(as, bs []*decl.Item) {
	if len(bs) == 0 {
		f.tally.missed(as, Unexpanded)
		return
	}
	l := align(as, bs)
	stepped := f.stepIn(l)
	l.inOrder()
	cause := l.cause()
	for _, p := range l.pairs {
		switch {
		case p.b != nil:
			f.tally.aligned(p.a)
			f.item(p.a, p.b)
		case !stepped[p.a]:
			f.tally.missed([]*decl.Item{p.a}, cause)
		}
	}
}

// cause says why what is left has no counterpart.
func (l *alignment) cause() Cause {
	if slices.ContainsFunc(l.bs, carriesAll) {
		return Unexpanded
	}
	return Absent
}

func (f *fuser) item(a, b *decl.Item) {
	if f.from.Dialect.Says(model.FactType) && a.Expr != nil && b.Expr != nil {
		f.refine(a, b)
	}
	f.null(a, b)
	f.required(a, b)
	if a.Doc == "" {
		a.Doc = b.Doc
	}
	if a.Deprecated == "" {
		a.Deprecated = b.Deprecated
	}
	if f.traits.AsGo {
		a.Native = nativeName(b)
		a.NativeType = typeName(a.Expr, b.Expr)
	}
	f.items(sameLevel(a.Children, b.Children))
}
