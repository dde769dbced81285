package model

import "github.com/docgen-go/docgen/model/source"

// A Method is one operation. ID is the resource's ID, a dot and Name, stable
// across revisions and dialects: messages.batches.retrieve.
type Method struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Title string `json:"title,omitempty"`
	// Verb is upper case; Path has its parameters in braces: /v1/files/{file_id}.
	Verb       string   `json:"verb"`
	Path       string   `json:"path"`
	Doc        string   `json:"doc,omitempty"`
	Deprecated string   `json:"deprecated,omitempty"`
	Since      string   `json:"since,omitempty"` // as that of Field
	Params     []*Param `json:"params,omitempty"`
	Body       *Body    `json:"body,omitempty"`
	// Returns is what a success carries, nil where the pages document nothing.
	Returns *Response `json:"returns,omitempty"`
	// Errors are what failures carry, in the order of the pages, each status once.
	Errors []*ErrorResponse `json:"errors,omitempty"`
	// Paging is how to get from one page of a list to the next, nil where the
	// method does not return a list or no way on was found.
	Paging *Paging `json:"paging,omitempty"`
	// Streaming is set where a success can be a stream.
	Streaming *Streaming `json:"streaming,omitempty"`
	// Query and Headers are what requests always send, as far as the examples
	// show it and no parameter of the method covers it.
	Query   []Constant `json:"query,omitempty"`
	Headers []Constant `json:"headers,omitempty"`
	// Auth are IDs of the API's Auth, in the order of the examples.
	Auth []string `json:"auth,omitempty"`
	// Public says that the method takes no credential. Where it is false and Auth is
	// empty, nothing says which one it takes.
	Public   bool       `json:"public,omitempty"`
	Examples []*Example `json:"examples,omitempty"`
	// SDKName is the path from the client to the method on the pages of the Go
	// dialect, joined by dots: Messages.Batches.Get.
	SDKName string      `json:"sdkName,omitempty"`
	Span    source.Span `json:"span,omitzero"`
}

// A Location is where in a request a parameter travels.
type Location string

// The locations. Body fields are not parameters: they are the fields of Body.
const (
	LocationPath   Location = "path"
	LocationQuery  Location = "query"
	LocationHeader Location = "header"
	LocationCookie Location = "cookie"
)

// A Param is a parameter outside the body.
type Param struct {
	Location Location `json:"place"`
	// Style says how an array is written in a query: "brackets" (a[]=1&a[]=2),
	// "repeat" (a=1&a=2), "comma" (a=1,2), "space" (a=1%202), "pipe" (a=1|2), or ""
	// where nothing shows it; and "json" of any value that is written as JSON. What
	// pages show is one style for all parameters of an API that have one name.
	Style string `json:"style,omitempty"`
	// Listed is where the method lists a parameter that is described elsewhere, for several
	// methods; zero where Span is the place in the method.
	Listed source.Span `json:"listed,omitzero"`
	Field
}

// A Body is what a request carries. ContentType is a media type. Type is an
// object for fields, and anything else where the body itself is the value.
type Body struct {
	ContentType string `json:"contentType"`
	Required    bool   `json:"required,omitempty"`
	Type        *Type  `json:"type"`
	// Evidence is who says the type and the media type, where the page of the method does
	// not.
	Evidence Evidence `json:"evidence,omitempty"`
	// Listed is where the method lists the members of the body, by name, that have the
	// positions of those of an equal structure elsewhere.
	Listed map[string]source.Span `json:"listed,omitempty"`
	// Span is where the media type is stated; zero where pages state none.
	Span source.Span `json:"span,omitzero"`
}

// A Response is what a success carries. Status is 0 where no page says it.
type Response struct {
	Status      int    `json:"status,omitempty"`
	ContentType string `json:"contentType,omitempty"`
	Type        *Type  `json:"type"`
	// Evidence is who says the type, where the page of the method does not.
	Evidence Evidence `json:"evidence,omitempty"`
	// Span is where the type is stated, or shown by an example.
	Span source.Span `json:"span,omitzero"`
}

// An ErrorResponse is what a failure carries. Status is as documents write it: one
// status (404), a range (4XX), or default for all that have no entry of their own.
// Type is nil where nothing says what the content is.
type ErrorResponse struct {
	Status      string      `json:"status"`
	ContentType string      `json:"contentType,omitempty"`
	Type        *Type       `json:"type,omitempty"`
	Doc         string      `json:"doc,omitempty"`
	Span        source.Span `json:"span,omitzero"`
}

// Streaming says that a success can be a stream of values.
type Streaming struct {
	// Type is what each event carries.
	Type *Type `json:"type"`
	// Field is the boolean that asks for the stream; where it is empty the
	// method always streams. Place is PlaceQuery where it is a parameter of the
	// query, and empty where it is a field of the body.
	Field    string   `json:"field,omitempty"`
	Location Location `json:"place,omitempty"`
	Evidence Evidence `json:"evidence,omitempty"`
}

// An Example is one request or one response as the pages print it.
type Example struct {
	Kind ExampleKind `json:"kind"`
	// Title is the heading above a named example.
	Title string `json:"title,omitempty"`
	// Language is the info string of the fence: http, bash, json.
	Language string `json:"language,omitempty"`
	// Text is the content of the fence, dedented.
	Text   string `json:"text"`
	Status int    `json:"status,omitempty"`
	// Request is what Text says, where it is a request that could be read.
	Request *Request `json:"request,omitempty"`
	// Conflict says why a response contradicts its own page, and is empty where
	// it does not.
	Conflict string      `json:"conflict,omitempty"`
	Span     source.Span `json:"span,omitzero"`
}

// An ExampleKind tells requests from responses.
type ExampleKind string

// The kinds of examples.
const (
	ExampleRequest  ExampleKind = "request"
	ExampleResponse ExampleKind = "response"
)

// A Request is the content of a request example. Header and query values keep
// the shell variables of the example ($API_KEY).
type Request struct {
	Verb    string     `json:"verb"`
	URL     string     `json:"url"`
	Query   []Constant `json:"query,omitempty"`
	Headers []Constant `json:"headers,omitempty"`
	Form    []Constant `json:"form,omitempty"`
	Body    string     `json:"body,omitempty"`
}
