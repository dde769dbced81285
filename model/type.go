package model

import "github.com/docgen-go/docgen/model/source"

// A Kind says what values a Type holds.
type Kind string

// The kinds of types.
const (
	KindString   Kind = "string"
	KindInteger  Kind = "integer"
	KindNumber   Kind = "number"
	KindBoolean  Kind = "boolean"
	KindDate     Kind = "date"      // full-date of RFC 3339
	KindDateTime Kind = "date-time" // date-time of RFC 3339
	KindFile     Kind = "file"      // bytes that travel outside JSON
	KindAny      Kind = "any"
	KindNull     Kind = "null"
	KindConst    Kind = "const"  // exactly Literal
	KindEnum     Kind = "enum"   // one of Enum.Values
	KindObject   Kind = "object" // Fields, and Elem for keys that are not listed
	KindUnion    Kind = "union"  // one of Variants
	KindArray    Kind = "array"  // of Elem
	KindMap      Kind = "map"    // string keys, values of Elem
	KindRef      Kind = "ref"    // the named type whose ID is Ref
)

// FormatDecimal is the format of a number or an integer whose digits all count, as
// OpenAPI's registry of formats has it: no type of 64 bits holds it.
const FormatDecimal = "decimal"

// A Literal is one JSON value as JSON text: `"a"`, `20`, `true`.
type Literal string

// A Type is a structure on the wire. Types are interned: within one API equal
// structure is one pointer, so types compare by address and are never changed
// after Intern returned them. Whether a value may be absent or null is not a
// fact of a type but of the Field that has it.
type Type struct {
	Kind Kind `json:"kind"`
	// Format refines a scalar as the pages spell it: int32, uuid, unixtime. It is
	// [FormatDecimal] for a number of which an example has more digits than 64 bits.
	Format  string  `json:"format,omitempty"`
	Literal Literal `json:"literal,omitempty"`
	Enum    *Enum   `json:"enum,omitempty"`
	// Fields are in the order of the page.
	Fields []*Field `json:"fields,omitempty"`
	// Variants are in the order of the page. Discriminator is the wire name of
	// the one field whose constants tell the variants apart, if there is one.
	Variants      []*Variant `json:"variants,omitempty"`
	Discriminator string     `json:"discriminator,omitempty"`
	Elem          *Type      `json:"elem,omitempty"`
	// Ref is the ID of a NamedType of the same API.
	Ref string `json:"ref,omitempty"`
	// Partial says that the pages announce more of the type than they show: an object or a
	// choice of which they list the first few, or a name that they expand nowhere, which is
	// any value. Such a type says nothing of what it lacks.
	Partial bool `json:"partial,omitempty"`

	id uint32
}

// An Enum is a set of literals of one base kind. Open says that other values
// of the base are allowed too.
type Enum struct {
	Base   Kind        `json:"base"`
	Values []EnumValue `json:"values"`
	Open   bool        `json:"open,omitempty"`
}

// An EnumValue is one literal of an Enum.
type EnumValue struct {
	Literal    Literal `json:"literal"`
	Doc        string  `json:"doc,omitempty"`
	Deprecated string  `json:"deprecated,omitempty"`
	Since      string  `json:"since,omitempty"` // as that of Field
	// Name is what the document calls the value, where it has a name for it.
	Name string `json:"name,omitempty"`
	// SDKName is what the pages of the Go dialect call the constant.
	SDKName string `json:"sdkName,omitempty"`
}

// A Variant is one alternative of a union. Name is the title that the page
// gives to an anonymous alternative, and empty where the type speaks for
// itself.
type Variant struct {
	Name string `json:"name,omitempty"`
	Type *Type  `json:"type"`
	Doc  string `json:"doc,omitempty"`
}

// A Field is a member of an object. Required and Nullable are two facts: a
// required field is always present, a nullable one may be present as null.
type Field struct {
	Name       string `json:"name"`
	Type       *Type  `json:"type"`
	Required   bool   `json:"required,omitempty"`
	Nullable   bool   `json:"nullable,omitempty"`
	Doc        string `json:"doc,omitempty"`
	Deprecated string `json:"deprecated,omitempty"`
	// Since is the revision that brought it, by its date or name. No page says so: it is
	// set from a history, for who asks.
	Since string `json:"since,omitempty"`
	// ReadOnly says that only responses have the field, WriteOnly that only requests do.
	ReadOnly  bool     `json:"readOnly,omitempty"`
	WriteOnly bool     `json:"writeOnly,omitempty"`
	Default   Literal  `json:"default,omitempty"`
	Limits    *Limits  `json:"limits,omitempty"`
	Evidence  Evidence `json:"evidence,omitempty"`
	// SDKName is what the pages of the Go dialect call the field.
	SDKName string      `json:"sdkName,omitempty"`
	Span    source.Span `json:"span,omitzero"`
}

// Limits are the bounds that a page puts on a value. Minimum and Maximum are
// JSON numbers; lengths are in characters, items in elements.
type Limits struct {
	Minimum          Literal `json:"minimum,omitempty"`
	Maximum          Literal `json:"maximum,omitempty"`
	ExclusiveMinimum Literal `json:"exclusiveMinimum,omitempty"`
	ExclusiveMaximum Literal `json:"exclusiveMaximum,omitempty"`
	MultipleOf       Literal `json:"multipleOf,omitempty"`
	MinLength        *int64  `json:"minLength,omitempty"`
	MaxLength        *int64  `json:"maxLength,omitempty"`
	MinItems         *int64  `json:"minItems,omitempty"`
	MaxItems         *int64  `json:"maxItems,omitempty"`
	UniqueItems      bool    `json:"uniqueItems,omitempty"`
	Pattern          string  `json:"pattern,omitempty"`
}

// A NamedType is a type with a name of its own, declared once. The pages name
// most; an Anonymous one got its name from the place where it stands, because
// a declaration needs one.
type NamedType struct {
	// ID is unique in the API: the name, prefixed with the resource and a dot
	// where two structures share the name.
	ID   string `json:"id"`
	Name string `json:"name"`
	// Resource is the ID of the resource whose pages declare the type, if any.
	Resource   string `json:"resource,omitempty"`
	Anonymous  bool   `json:"anonymous,omitempty"`
	Type       *Type  `json:"type"`
	Doc        string `json:"doc,omitempty"`
	Deprecated string `json:"deprecated,omitempty"`
	Since      string `json:"since,omitempty"` // as that of Field
	// SDKName is what the pages of the Go dialect call the type.
	SDKName string      `json:"sdkName,omitempty"`
	Span    source.Span `json:"span,omitzero"`
}
