// Package dialect holds what all dialects of a reference share: the neutral
// declarations that pages are read into, and the walk over the blocks of a
// page. What differs is small and lives in one directory per dialect: how one
// item spells its name and type.
package dialect

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

// A Dialect knows how the pages of one language spell declarations.
type Dialect interface {
	// Name is the dialect's name as folders of published pages spell it.
	Name() string
	// Says reports whether the dialect's pages state the fact at all. What a
	// dialect does not say is never taken from its silence.
	Says(fact model.Fact) bool
	// Signature reads the code span between the heading of a method and its
	// verb. ok is false where it is no signature of this dialect; the http
	// dialect has none.
	Signature(code string) (s Signature, ok bool)
	// Item reads the code span of one list item. owner is the item above it, or
	// nil at the top of a section. ok is false for a code span that is no
	// declaration in that place, such as a value in a bulleted description.
	Item(code string, owner *Item) (item *Item, ok bool, err error)
}

// A Signature is what a method's code span says.
type Signature struct {
	// Names lead from the client to the method, as printed: Beta, Files, List.
	Names []string
	// Returns is the printed result without the wrappers that the members below
	// name, and without error types.
	Returns string
	// Page is the printed name of the page type around the result, and Stream
	// says that the result is a stream.
	Page   string
	Stream bool
	// Value says of a stream that the result may be a value as well.
	Value bool
	// Event is the printed type of what a stream carries, if that is printed.
	Event string
	// Params is the name of the type that carries the parameters, if there is one.
	Params string
}

// A Form says what an item declares.
type Form uint8

// The forms of items.
const (
	Field   Form = iota // a member or parameter: Name and its type
	Named               // a type with a name or title: Name and what it is
	Variant             // a type without a name: one alternative of its owner
)

// An Item is one declaration and what stands below it.
type Item struct {
	Form Form
	// Name is the wire name of a field, guessed by WireName where the dialect does
	// not print it, the name of a type, and that of the type of a value where it
	// stands beside it.
	Name string
	// Native is the name in the dialect's own language where that is not the
	// wire name: AfterID, afterId.
	Native string
	// NativeType is what the Go pages call the named type of a field.
	NativeType string
	// Evidence is who said what, where another dialect said it.
	Evidence model.Evidence
	// Wrapper marks the one parameter that carries all others as its members.
	Wrapper bool
	// Place is where a parameter travels, by the note behind it or the first
	// words of its description.
	Place    string
	Expr     *typeexpr.Expr
	Optional bool
	Nullable bool
	// Unreadable says that Expr stands in for a type that could not be read.
	Unreadable bool

	Doc        string
	Deprecated string
	Facts      Facts
	Children   []*Item
	// Start and End are offsets of the code span in the page.
	Start, End int
	// File is that page where it is not the one that is being read: an item may
	// be taken over from a page of another dialect.
	File *source.File

	doc docBuilder
}

// Facts are what constraint paragraphs say: `minimum: 0`, `format: int32`.
// Values are as printed.
type Facts map[string]string

// An Operation is one method as one page prints it.
type Operation struct {
	Title, Doc, Deprecated string
	// Native is the path to the method on the Go pages: Beta.Files.List.
	Native string
	// Signature is the zero value on http pages.
	Signature Signature
	// Verb is upper case, Path as printed.
	Verb, Path string
	// Params are the items of the sections that name a place; a Place of ""
	// leaves it open.
	Params []Param
	Body   []*Item
	// Returns is nil where the page has no such section.
	Returns  *Returns
	Examples []Example
	// Start and End are offsets of the heading in the page.
	Start, End int

	// docs are the parts of the description.
	docs []string
	// sectioned says that a section was read, so that the description is over.
	sectioned bool
}

// A Param is an item with the place that its section names.
type Param struct {
	Place string
	Item  *Item
}

// Returns holds the items of a Returns section, which may be empty.
type Returns struct {
	Items []*Item
	// Event is the type of what a stream carries, where the section has it
	// beside the result.
	Event *Item
	// Source is the dialect that says it where that is not the page's own.
	Source model.Source
}

// An Example is a fence of an example section.
type Example struct {
	Title, Language, Text string
	Response              bool
	Status                int
	Start, End            int
}

// A TypeDecl is one entry below "Domain Types".
type TypeDecl struct {
	Title string
	Items []*Item
	Doc   string
	// Start and End are offsets of the heading in the page.
	Start, End int
}
