// Package decl holds the neutral declarations that pages are read into, whatever
// their format: methods with their parameters and results, types, and the
// expressions that name types. It knows neither Markdown nor how a page is laid
// out. Offsets count bytes of the page that holds the declaration.
//
// It is not part of the compatibility promise.
package decl

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// An Operation is one method as one page prints it.
type Operation struct {
	Title, Doc, Deprecated string
	// Native is the path to the method in the vendor's Go client, where the pages
	// show it: Beta.Files.List.
	Native string
	// Signature is how a client calls the method, where the page prints that.
	Signature Signature
	// Verb is upper case, Path as printed.
	Verb, Path string
	// Params are what the page lists with a place, or with a Place of "" where it
	// leaves the place open.
	Params []Param
	// Body are the items that the page lists as the body.
	Body []*Item
	// Media is the media type in which the page says that the body travels, or "".
	Media string
	// Returns is nil where the page says nothing of a result.
	Returns *Returns
	// Failures are the statuses that the page says a call may fail with.
	Failures []Failure
	// Rules are what the page says of parameters and members apart from their items.
	Rules    []Rule
	Examples []Example
	// Either says that the page parts examples of responses by "or": the result is of the type
	// of either.
	Either bool
	// Empty says that the page says of the answer of success but that it has no content.
	Empty bool
	// Start and End are offsets of the heading in the page.
	Start, End int
}

// A Param is an item with the place that its section names: "path", "query",
// "header", "cookie", "body" or "".
type Param struct {
	Location string
	Item     *Item
}

// Returns holds the items of a result: the fields of an object, or the one type
// that is returned. It may be empty.
type Returns struct {
	Items []*Item
	// Event is the type of what a stream carries, where the page has it beside
	// the result.
	Event *Item
	// Source is who says it where that is not the page of the method.
	Source model.Source
}

// AllNames is the name in a Rule that stands for all that is sent.
const AllNames = "*"

// A Rule is what a page says of parameters or members of a body that something else lists or
// shows: title is required, at most 120 letters.
type Rule struct {
	// Names are of whom it is said; AllNames alone is all that is sent.
	Names []string
	// Required says that they have to be sent, Optional that they may be left out.
	Required, Optional bool
	// Sure says that what the rule says is lost where nothing has the names.
	Sure bool
	// Values are all that they can have, where the rule lists these.
	Values []string
	// Text is what is said of them.
	Text       string
	Start, End int
}

// A Failure is a status of HTTP that a call may fail with, and what the page says of it.
type Failure struct {
	Status, Doc string
	Start, End  int
}

// An Example is a request or a response as a page shows it.
type Example struct {
	Title, Language, Text string
	Response              bool
	Status                int
	Start, End            int
	// Body is the content of the file that a request sends, where the page shows it.
	Body string
	// File is the page where that is not the one that is being read.
	File *source.File
	// Request is what the example sends where its text is but the body of it, else nil.
	Request *model.Request
	// Value is the text decoded, numbers as they are written, where Decoded says that it
	// was: whoever reads a page may have looked into it.
	Value   any
	Decoded bool
}

// A Signature is how a client calls a method.
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

// A TypeDecl is a named type that a page declares for itself, apart from the
// methods that use it.
type TypeDecl struct {
	Title string
	Items []*Item
	Doc   string
	// Start and End are offsets of the heading in the page.
	Start, End int
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
	// Name is the wire name of a field, guessed by WireName where the page does
	// not print it, the name of a type, and that of the type of a value where it
	// stands beside it.
	Name string
	// Native is the name in the language of a client where that is not the wire
	// name: AfterID, afterId.
	Native string
	// NativeType is what the vendor's Go client calls the named type of a field.
	NativeType string
	// Evidence is who said what, where it was not the page that holds the item.
	Evidence model.Evidence
	// Wrapper marks the one parameter that carries all others as its members.
	Wrapper bool
	// Location is where a parameter travels, by a note beside it or the first words
	// of its description.
	Location string
	Expr     *Expr
	Optional bool
	Nullable bool
	// Unreadable says that Expr stands in for a type that could not be read.
	Unreadable bool

	Doc        string
	Deprecated string
	Facts      Facts
	Children   []*Item
	// Start and End are offsets of the item in the page.
	Start, End int
	// File is that page where it is not the one that is being read: an item may
	// be taken over from a page of another dialect.
	File *source.File
	// Client says that the page is about a client, which has names of its own.
	Client bool
}

// Facts are what a page states of the values of an item: minimum 0, format
// int32. Values are as printed.
type Facts map[string]string

// A Problem is a fault at an offset of the page, for the caller to report.
type Problem struct {
	Code       diag.Code
	Start, End int
	// File is the page where that is not the one that is being read.
	File    *source.File
	Message string
	Help    string
	// Related are other places that the problem is about.
	Related []diag.Related
	// Severity is that of a warning where it is empty.
	Severity diag.Severity
	// Short says that the page lists less than it announces.
	Short bool
}
