// Package fuse lays the same method, as several dialects print it, side by side
// and gives the spine what the others know better: which numbers are whole,
// which text is a time, what may be null, and what a Go programmer calls it.
package fuse

import (
	"cmp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

// A Reading is what the pages of one dialect say of a unit. At names the place
// of an item for findings about it.
type Reading struct {
	Dialect dialect.Dialect
	// Op is the method, nil for a domain type.
	Op *dialect.Operation
	// Items are those of a domain type.
	Items []*dialect.Item
	At    func(*dialect.Item) string
}

// A Tally counts the fields of the spine that other dialects print too.
type Tally struct {
	// Fields is how many fields were compared, Aligned for how many of them the
	// other dialect has a counterpart. Each field counts once per dialect.
	Fields, Aligned int
}

// A fuser adds one reading to the spine.
type fuser struct {
	from     Reading
	tally    Tally
	problems []dialect.Problem
}

// Into adds a reading to the spine, which is changed. It returns what it
// counted and where the two contradict each other.
func Into(spine, from Reading) (Tally, []dialect.Problem) {
	f := &fuser{from: from}
	if spine.Op != nil && from.Op != nil {
		f.operation(spine.Op, from.Op)
	}
	f.items(spine.Items, from.Items)
	return f.tally, f.problems
}

func (f *fuser) operation(a, b *dialect.Operation) {
	f.items(inputs(a), inputs(b))
	if a.Returns != nil && b.Returns != nil {
		f.items(members(a.Returns.Items), members(b.Returns.Items))
	}
	if a.Doc == "" {
		a.Doc = b.Doc
	}
	f.signature(a, b)
}

// inputs are all that a method takes, wherever it travels.
func inputs(op *dialect.Operation) []*dialect.Item {
	out := make([]*dialect.Item, 0, len(op.Params)+len(op.Body))
	for _, p := range op.Params {
		out = append(out, p.Item)
	}
	return append(out, op.Body...)
}

// members steps into a lone type: one dialect prints the name of an envelope
// where another prints its bare fields.
func members(items []*dialect.Item) []*dialect.Item {
	if len(items) == 1 && items[0].Form != dialect.Field && len(items[0].Children) > 0 {
		return items[0].Children
	}
	return items
}

// signature takes what signatures say: streams, page types and Go's names.
func (f *fuser) signature(a, b *dialect.Operation) {
	s := b.Signature
	if len(s.Names) == 0 {
		return
	}
	a.Signature.Stream = a.Signature.Stream || s.Stream
	a.Signature.Event = cmp.Or(a.Signature.Event, s.Event)
	a.Signature.Page = cmp.Or(a.Signature.Page, s.Page)
	if f.from.Dialect.Name() == "go" {
		a.Native = strings.Join(s.Names, ".")
	}
}

// items fuses two lists that should be the same.
func (f *fuser) items(as, bs []*dialect.Item) {
	for _, p := range align(as, bs) {
		if p.a.Form == dialect.Field {
			f.tally.Fields++
		}
		if p.b == nil {
			continue
		}
		if p.a.Form == dialect.Field {
			f.tally.Aligned++
		}
		f.item(p.a, p.b)
	}
}

func (f *fuser) item(a, b *dialect.Item) {
	source := model.Source(f.from.Dialect.Name())
	if f.from.Dialect.Says(model.FactType) && a.Expr != nil && b.Expr != nil {
		f.refine(a, b, source)
	}
	f.null(a, b, source)
	f.required(a, b)
	if a.Doc == "" {
		a.Doc = b.Doc
	}
	if a.Deprecated == "" {
		a.Deprecated = b.Deprecated
	}
	if source == "go" {
		a.Native = nativeName(b)
		a.NativeType = typeName(a.Expr, b.Expr)
	}
	f.items(members(a.Children), members(b.Children))
}

// typeName is the name that b gives to the named type inside of a.
func typeName(a, b *typeexpr.Expr) string {
	if a == nil || b == nil {
		return ""
	}
	a, b = a.Innermost(), b.Innermost()
	if a.Op != typeexpr.Name || b.Op != typeexpr.Name && b.Op != typeexpr.Object {
		return ""
	}
	return b.Text
}

// nativeName is what the Go pages call an item.
func nativeName(it *dialect.Item) string {
	if it.Native != "" {
		return it.Native
	}
	if it.Form == dialect.Variant {
		return ""
	}
	return it.Name
}
