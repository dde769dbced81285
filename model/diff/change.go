package diff

import "github.com/docgen-go/docgen/model/source"

// A Kind says what happened. Kinds are finer than words: whether an added
// field is required makes two kinds, because it makes two severities.
type Kind string

// The kinds of changes.
const (
	ServerAdded       Kind = "server-added"
	ServerRemoved     Kind = "server-removed"
	ServerChanged     Kind = "server-changed" // the one that clients call by default
	CredentialAdded   Kind = "credential-added"
	CredentialRemoved Kind = "credential-removed"
	CredentialChanged Kind = "credential-changed" // one in the place of another
	// The kinds of what a client sends at all, whichever methods do.
	ClientCredentialAdded   Kind = "client-credential-added"
	ClientCredentialRemoved Kind = "client-credential-removed"
	ClientCredentialChanged Kind = "client-credential-changed"
	ConstantAdded           Kind = "constant-added" // a header or query that requests always send
	ConstantRemoved         Kind = "constant-removed"
	ConstantChanged         Kind = "constant-changed"

	ResourceAdded   Kind = "resource-added"
	ResourceRemoved Kind = "resource-removed"
	ResourceRenamed Kind = "resource-renamed" // with all its methods, or moved

	MethodAdded    Kind = "method-added"
	MethodRemoved  Kind = "method-removed"
	MethodRenamed  Kind = "method-renamed"
	MethodMoved    Kind = "method-moved" // to another resource
	VerbChanged    Kind = "verb-changed"
	PathChanged    Kind = "path-changed"  // of several methods: the part that they share
	MediaChanged   Kind = "media-changed" // the media type of a body
	StatusChanged  Kind = "status-changed"
	BodyAdded      Kind = "body-added" // of a value; the fields of a body are fields
	BodyRemoved    Kind = "body-removed"
	ReturnsAdded   Kind = "returns-added"
	ReturnsRemoved Kind = "returns-removed"
	// The kinds of what failures carry. Content is what a failure of a known status has.
	ErrorAdded          Kind = "error-added"
	ErrorRemoved        Kind = "error-removed"
	ErrorContentAdded   Kind = "error-content-added"
	ErrorContentRemoved Kind = "error-content-removed"
	// The kinds of whether a method takes a credential at all.
	BecamePublic   Kind = "became-public"
	NoLongerPublic Kind = "no-longer-public"

	PagingAdded   Kind = "paging-added"
	PagingRemoved Kind = "paging-removed"
	PagingChanged Kind = "paging-changed"
	StreamAdded   Kind = "stream-added"
	StreamRemoved Kind = "stream-removed"

	EventAdded   Kind = "event-added" // of a stream, a socket or a webhook
	EventRemoved Kind = "event-removed"
	EventMoved   Kind = "event-moved" // to another resource

	ParamAddedRequired   Kind = "param-added-required"
	ParamAddedOptional   Kind = "param-added-optional"
	ParamRemovedRequired Kind = "param-removed-required"
	ParamRemovedOptional Kind = "param-removed-optional"
	ParamRenamed         Kind = "param-renamed"
	PathParamRenamed     Kind = "path-param-renamed" // which no request shows
	ParamMoved           Kind = "param-moved"        // to another place in the request
	StyleChanged         Kind = "style-changed"      // how a value is written in a query

	FieldAddedRequired   Kind = "field-added-required"
	FieldAddedOptional   Kind = "field-added-optional"
	FieldRemovedRequired Kind = "field-removed-required"
	FieldRemovedOptional Kind = "field-removed-optional"
	FieldRenamed         Kind = "field-renamed"
	FieldMoved           Kind = "field-moved" // into an object beside it, or out of one

	BecameRequired Kind = "became-required"
	BecameOptional Kind = "became-optional"
	BecameNullable Kind = "became-nullable"
	NeverNull      Kind = "became-not-nullable"
	// The kinds of members that only responses have, or only requests. Of those that
	// requests had or get it matters whether they are required.
	BecameReadOnlyRequired   Kind = "became-read-only-required"
	BecameReadOnlyOptional   Kind = "became-read-only-optional"
	NoLongerReadOnlyRequired Kind = "no-longer-read-only-required"
	NoLongerReadOnlyOptional Kind = "no-longer-read-only-optional"
	BecameWriteOnly          Kind = "became-write-only"
	NoLongerWriteOnly        Kind = "no-longer-write-only"

	DefaultAdded   Kind = "default-added"
	DefaultRemoved Kind = "default-removed"
	DefaultChanged Kind = "default-changed"
	LimitTightened Kind = "limit-tightened"
	LimitLoosened  Kind = "limit-loosened"
	LimitChanged   Kind = "limit-changed" // two patterns, of which neither holds the other

	TypeChanged   Kind = "type-changed"
	TypeWidened   Kind = "type-widened"
	TypeNarrowed  Kind = "type-narrowed"
	FormatChanged Kind = "format-changed"
	LiteralOther  Kind = "literal-changed" // the one value that a field has

	VariantAdded         Kind = "variant-added"
	VariantRemoved       Kind = "variant-removed"
	DiscriminatorAdded   Kind = "discriminator-added"
	DiscriminatorRemoved Kind = "discriminator-removed"
	DiscriminatorChanged Kind = "discriminator-changed"

	EnumValueAdded    Kind = "enum-value-added"
	EnumValueRemoved  Kind = "enum-value-removed"
	KnownValueAdded   Kind = "known-value-added" // of an enum that allows others too
	KnownValueRemoved Kind = "known-value-removed"
	EnumOpened        Kind = "enum-opened"
	EnumClosed        Kind = "enum-closed"
	ValueRenamed      Kind = "value-renamed" // what the document calls the value

	TypeAdded   Kind = "type-added" // declared for no method
	TypeRemoved Kind = "type-removed"
	TypeRenamed Kind = "type-renamed"

	Deprecated   Kind = "deprecated"
	Undeprecated Kind = "undeprecated"
)

// A Position is the way that a value travels, seen from the client.
type Position string

// The positions. A change of a shared type can have both; a change that is
// about no value has none.
const (
	Request  Position = "request"
	Response Position = "response"
)

// A Change is one fact that differs, with all locations where it does: an equal change
// of several methods, types, members or alternatives is one, and so are the values that
// came or went at the same locations. Old and New are texts, empty where the side has
// nothing, in full however long they are.
type Change struct {
	Kind Kind `json:"kind"`
	// In are the positions of the value, Request first.
	In []Position `json:"in,omitempty"`
	// Resource, Method and Type name what was compared at the first place; at most
	// one is set, and none where the whole API was. Method is the ID in the new
	// revision unless only the old one has it.
	Resource string `json:"resource,omitempty"`
	Method   string `json:"method,omitempty"`
	Type     string `json:"type,omitempty"`
	// At leads from there to the value: query.limit, body.items[].weight.
	At  string `json:"at,omitempty"`
	Old string `json:"old,omitempty"`
	New string `json:"new,omitempty"`
	// OldValues and NewValues are what Old and New consist of: each value once.
	OldValues []string `json:"oldValues,omitempty"`
	NewValues []string `json:"newValues,omitempty"`
	// Reach are the IDs of all methods that show the change.
	Reach []string `json:"reach,omitempty"`
	// Requests and Responses are the methods of the reach by position, where the
	// change has both: a method that returns a value need not take it.
	Requests  []string `json:"requests,omitempty"`
	Responses []string `json:"responses,omitempty"`
	// Inferred says that no signature of both sides states the fact: a side
	// concludes it from examples, prose or another dialect.
	Inferred bool        `json:"inferred,omitempty"`
	OldSpan  source.Span `json:"oldSpan,omitzero"`
	NewSpan  source.Span `json:"newSpan,omitzero"`
	// Parts are the kinds and positions of the locations, where these differ: what is read
	// from one item of the pages can be sent in one structure and optional in another.
	Parts []Part `json:"-"`
	// Locations are all locations of the change. There is always one, and the members above
	// say where the first is.
	Locations []Location `json:"locations"`
	// Fingerprint is made of those of the locations.
	Fingerprint string `json:"fingerprint"`
	// Subjects are all things that the change is about, by ID: several where equal
	// changes of methods are one. The texts above are for reading, these for joining
	// a change with what else is known of the two revisions.
	Subjects []Subject `json:"-"`
}

// A Part is what a change is at some of its locations.
type Part struct {
	Kind Kind
	In   Position
}

// A Text is a difference of words: a description or an example.
type Text struct {
	Kind     TextKind `json:"kind"`
	Resource string   `json:"resource,omitempty"`
	Method   string   `json:"method,omitempty"`
	Type     string   `json:"type,omitempty"`
	At       string   `json:"at,omitempty"`
	// Old and New are the words of descriptions; examples have none.
	Old     string      `json:"old,omitempty"`
	New     string      `json:"new,omitempty"`
	OldSpan source.Span `json:"oldSpan,omitzero"`
	NewSpan source.Span `json:"newSpan,omitzero"`
}

// A TextKind tells descriptions from examples.
type TextKind string

// The kinds of texts.
const (
	Docs     TextKind = "docs"
	Examples TextKind = "examples"
)
