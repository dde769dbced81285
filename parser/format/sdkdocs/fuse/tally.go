package fuse

import "github.com/docgen-go/docgen/parser/decl"

// A Cause says why a field of the base has no counterpart in a dialect.
type Cause string

// The causes.
const (
	// Unexpanded: the dialect prints nothing below the type that has the field.
	Unexpanded Cause = "they print no members there"
	// InPage: the dialect prints what a list holds, and the page type of its
	// client carries the rest.
	InPage Cause = "the page type of the client carries that"
	// Absent: the dialect prints other members there and not this one.
	Absent Cause = "they print other members there"
)

// A Gap is a field of the base without a counterpart.
type Gap struct {
	Field *decl.Item
	Cause Cause
}

// A Tally counts the fields of the base for which a dialect was looked at.
type Tally struct {
	// Fields is how many there are, at any depth; Aligned is for how many of
	// them the dialect has a counterpart. The others are the Gaps.
	Fields, Aligned int
	Gaps            []Gap
}

// Add accumulates o.
func (t *Tally) Add(o Tally) {
	t.Fields += o.Fields
	t.Aligned += o.Aligned
	t.Gaps = append(t.Gaps, o.Gaps...)
}

// aligned counts an item that has a counterpart, if it is a field.
func (t *Tally) aligned(it *decl.Item) {
	if it.Form == decl.Field {
		t.Fields++
		t.Aligned++
	}
}

// missed counts the fields among the items and all below them.
func (t *Tally) missed(items []*decl.Item, cause Cause) {
	for _, it := range items {
		if it.Form == decl.Field {
			t.Fields++
			t.Gaps = append(t.Gaps, Gap{it, cause})
		}
		t.missed(it.Children, cause)
	}
}
