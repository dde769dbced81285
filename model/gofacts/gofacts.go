// Package gofacts is what the source of a Go client says about an API: which
// operations its functions call, and what Go types hold of requests and results.
// All names are wire names, but for those that say Go.
//
// It is not part of the compatibility promise.
package gofacts

import "github.com/docgen-go/docgen/model/source"

// A Client is the facts of all packages of a client.
type Client struct {
	// Operations are sorted by path, verb and function.
	Operations []*Operation
	// Unresolved are functions that send a request and yield no operation, sorted by span.
	Unresolved []Unresolved
	// Declared are the names that packages declare, each behind the import path and a dot.
	Declared map[string]bool
	// Types are the named types of the client's own packages that have tags or constants, and lists, sorted by name.
	Types []*Type
}

// An Operation is one request that an exported function sends.
type Operation struct {
	// Func is the function as Go prints it: (*Client).GetShip.
	Func string
	// Package is its import path.
	Package string
	Span    source.Span
	Verb    string
	// Path begins with a slash and has what the function does not fix in braces:
	// /ships/{shipID}. The base URL is not part of it.
	Path string
	// Slots are the values of slots whose type has constants, by the name of the slot.
	Slots map[string][]string
	// Tail says that something follows the path that is not known.
	Tail bool
	// Through is the exported function that Func calls and that sends the request,
	// "" where it is Func itself.
	Through string
	// Query are the keys that the function itself writes into the query or a form, QueryFrom
	// the structs that are encoded into either.
	Query     []*Field
	QueryFrom []*Type
	// OpenQuery says that keys are written that are not known.
	OpenQuery bool
	// Headers are those that the function itself sets by constant names.
	Headers []*Field
	// Body is what the request carries, nil where nothing is known of it.
	Body *Type
	// Names are those of the receiver and of the parameters, and of the fields and methods of the structs that they are. A
	// text, a number or a boolean is none of them unless it is a slot of the path.
	Names []string
	// ByOptions are the headers and the keys of the query that options of the function write if they are given.
	ByOptions []string
	// Params are the structs that the function takes, whose tags say where members travel.
	Params []*Type
	// Result is what the answer is decoded into, nil where it is not decoded.
	Result *Type
	// Stream is what is read one by one: from a channel, by a function or by methods of the answer, nil where Result is
	// known or nothing is read so.
	Stream *Type
}

// Unresolved is a function that sends a request of which too little is known.
type Unresolved struct {
	Func, Package string
	Span          source.Span
	// Why is what is not known; At is where it comes from.
	Why string
	// Generic says that the function sends whatever its caller says.
	Generic bool
	// Further says that the function yields an operation and sends this request besides, at Sent.
	Further bool
	Sent    source.Span
}

// A Kind says what JSON a Go type holds.
type Kind string

// The kinds of Go types.
const (
	String  Kind = "string"
	Integer Kind = "integer"
	Number  Kind = "number"
	// NumberText is json.Number, and other types that hold a number or its text.
	NumberText Kind = "number text"
	Boolean    Kind = "boolean"
	Time       Kind = "time"
	Bytes      Kind = "bytes"
	// Any is an interface, json.RawMessage, and whatever else takes every value.
	Any    Kind = "any"
	Struct Kind = "struct"
	List   Kind = "list"
	Map    Kind = "map"
	// Custom is a type with a codec of its own that nothing here understands.
	Custom Kind = "custom"
)

// A Type is what a Go type holds on the wire. Types may refer to themselves.
type Type struct {
	Kind Kind
	// GoName is the name with its package, "" of a type without one. Short is the
	// name alone.
	GoName, Short string
	// Package is the import path.
	Package string
	Span    source.Span
	// Fields of a struct, those of embedded structs included.
	Fields []*Field
	// Elem of a list or a map.
	Elem *Type
	// Alternatives are the structs that a struct stands for one of: a union.
	Alternatives []*Field
	// Values are the constants of a named string or number.
	Values []Constant
	// Open says that members which are not listed are kept, or that there may be some.
	Open bool
	// Codec says why a custom type is not understood, or not wholly: then it may have more
	// members than are listed.
	Codec string
	// Names are those that the fields and methods of the type have in Go.
	Names []string
	// Coded says that the type has methods that read or write it, Accessors that it has a
	// method for each of several members.
	Coded, Accessors bool
	// Fixed says that code converts the struct to another one, or writes it without the names of its members: with
	// one more it would not compile.
	Fixed bool
	// Copied says that code copies the members of the struct one by one to those of another one, or fills them so: one more
	// would be left behind.
	Copied bool
	// Nullable says that the type can hold null as something of its own.
	Nullable bool
}

// A Constant is one of the constants that a package declares for a type.
type Constant struct {
	GoName string
	// Value is the text or the number as JSON.
	Value string
	Span  source.Span
}

// A Field is a member of a struct, or a key that a function writes.
type Field struct {
	// Name is the wire name by the tag that counts, GoName that of the member.
	Name, GoName string
	Type         *Type
	Span         source.Span
	// Tags are the wire names by the key of the tag: json, url, query, …
	Tags map[string]string
	// Omits says that an empty value is left out.
	Omits bool
	// Optional says that the Go type tells absent from empty: a pointer, an Opt[T], a
	// list, a map or an interface.
	Optional bool
	// Owner is the struct that declares the member, which may be an embedded one.
	Owner *Type
	// Implicit says that no tag names the member.
	Implicit bool
	Doc      string
	// GoType is the type as the file writes it, Tag the tag without its quotes. Both are
	// empty for what is no member.
	GoType, Tag string
	// Held is the type of the value as the file writes it, where GoType is the name of a type that holds one text, number,
	// boolean or time which may be absent besides; HeldNull says that it may be null, too.
	Held     string
	HeldNull bool
}

// ByTag returns the name of a member by the first of the tags that it has.
func (f *Field) ByTag(keys ...string) (string, bool) {
	for _, key := range keys {
		if name, ok := f.Tags[key]; ok {
			return name, true
		}
	}
	return "", false
}
