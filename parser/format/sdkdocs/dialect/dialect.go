// Package dialect holds what all dialects of a reference share: the neutral
// declarations that pages are read into, and the walk over the blocks of a
// page. What differs is small and lives in one directory per dialect: how one
// item spells its name and type.
//
// It is not part of the compatibility promise.
package dialect

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
)

// A Dialect knows how the pages of one language spell declarations.
type Dialect interface {
	// Name is the dialect's name as folders of published pages spell it.
	Name() string
	// Traits are what is known of its pages.
	Traits() Traits
	// Says reports whether the dialect's pages state the fact at all. What a
	// dialect does not say is never taken from its silence.
	Says(fact model.Fact) bool
	// Signature reads the code span between the heading of a method and its
	// verb. ok is false where it is no signature of this dialect; the http
	// dialect has none.
	Signature(code string) (s decl.Signature, ok bool)
	// Item reads the code span of one list item. owner is the item above it, or
	// nil at the top of a section. ok is false for a code span that is no
	// declaration in that place, such as a value in a bulleted description.
	Item(code string, owner *decl.Item) (item *decl.Item, ok bool, err error)
}
