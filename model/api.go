// Package model is the typed form of an API reference: wire facts and where
// they stand in the pages.
//
// To get an [API], read pages with package parser, or with [Decode] what "docgen
// inspect --format json" prints. Range over its methods, and follow the references
// of types with Resolve:
//
//	for _, m := range api.Methods {
//		if m.Returns != nil {
//			fmt.Println(m.Verb, m.Path, api.Resolve(m.Returns.Type).Kind)
//		}
//	}
//
// Types are interned: equal structure is one pointer, so that nobody may change a
// type in place. The package knows no Go names, no Markdown and no dialect.
package model

import (
	"strings"
	"sync/atomic"

	"github.com/docgen-go/docgen/model/source"
)

// An API is everything that the pages of one reference say.
type API struct {
	Title   string   `json:"title,omitempty"`
	Servers []Server `json:"servers,omitempty"`
	Auth    []Auth   `json:"auth,omitempty"`
	// Headers are the headers with a fixed value that all requests send. One of a
	// method takes the place of one here that has its name.
	Headers   []Constant  `json:"headers,omitempty"`
	Resources []*Resource `json:"resources,omitempty"`
	// Types are sorted by ID.
	Types []*NamedType `json:"types,omitempty"`
	// Pages are sorted by path.
	Pages []*Page `json:"pages,omitempty"`
	// Doubts are sorted by place.
	Doubts []Doubt `json:"doubts,omitempty"`
	// Profile is what was concluded about the marks of the reference, by the name of
	// the format, a dot and what the mark is for: tables.unmarked is "required".
	Profile map[string]string `json:"profile,omitempty"`

	index atomic.Pointer[typeIndex]
}

// A typeIndex finds the types of an API that had so many.
type typeIndex struct {
	types int
	byID  map[string]*NamedType
}

// A Server is a base URL that request examples call, without the paths of methods.
type Server struct {
	URL  string      `json:"url"`
	Span source.Span `json:"span,omitzero"`
}

// An AuthScheme is a way to send a credential.
type AuthScheme string

// The ways that request examples show.
const (
	AuthBearer AuthScheme = "bearer" // Authorization: Bearer <credential>
	AuthBasic  AuthScheme = "basic"  // Authorization: Basic <user:password>
	AuthHeader AuthScheme = "header" // <Name>: <Prefix><credential>
	AuthQuery  AuthScheme = "query"  // ?<Name>=<credential>
	AuthCookie AuthScheme = "cookie" // Cookie: <Name>=<credential>
)

// An Auth is a credential that request examples send. ID is unique in the API
// and derived from Env, the environment variable that the examples read. Prefix
// is what a header has before the credential, with the space if there is one.
type Auth struct {
	ID     string      `json:"id"`
	Scheme AuthScheme  `json:"scheme"`
	Name   string      `json:"name,omitempty"`
	Prefix string      `json:"prefix,omitempty"`
	Env    string      `json:"env,omitempty"`
	Doc    string      `json:"doc,omitempty"`
	Span   source.Span `json:"span,omitzero"`
}

// InHeader reports whether the credential travels in the header of a name.
func (a Auth) InHeader(name string) bool {
	switch a.Scheme {
	case AuthBearer, AuthBasic:
		return strings.EqualFold(name, "Authorization")
	case AuthHeader:
		return strings.EqualFold(name, a.Name)
	}
	return false
}

// A Constant is a header or query parameter with one value. Source is who said
// that all requests send it, and empty for what one example sends.
type Constant struct {
	Name   string `json:"name"`
	Value  string `json:"value"`
	Source Source `json:"source,omitempty"`
}

// Same reports whether two constants have one name and one value, whoever said it.
func (c Constant) Same(d Constant) bool { return c.Name == d.Name && c.Value == d.Value }

// A Resource is a node of the service tree. ID is the dotted path of names
// from the root: admin.organization.spend_alerts.
type Resource struct {
	ID        string      `json:"id"`
	Name      string      `json:"name"`
	Title     string      `json:"title,omitempty"`
	Doc       string      `json:"doc,omitempty"`
	Methods   []*Method   `json:"methods,omitempty"`
	Resources []*Resource `json:"resources,omitempty"`
	// Types are the IDs of the domain types that the resource's pages declare.
	Types []string `json:"types,omitempty"`
	// Events are what the resource's pages list as carried by streams, sockets
	// and webhooks, in the order of the pages.
	Events []*Event    `json:"events,omitempty"`
	Span   source.Span `json:"span,omitzero"`
}

// An Event is what a stream, a socket or a webhook carries under a name.
type Event struct {
	// Name is as the pages print it: response.completed.
	Name string `json:"name"`
	Doc  string `json:"doc,omitempty"`
	// Type is the ID of the named type of what it carries.
	Type string `json:"type"`
	// Example is what the page shows, which need not be JSON.
	Example string      `json:"example,omitempty"`
	Span    source.Span `json:"span,omitzero"`
}

// A Page is one file of the reference and what became of its bytes.
type Page struct {
	Path  string `json:"path"`
	Title string `json:"title,omitempty"`
	URL   string `json:"url,omitempty"`
	// Format is the format that the page was read in, Dialect the dialect of one that
	// has several. Both are empty for a page that states nothing.
	Format  string   `json:"format,omitempty"`
	Dialect string   `json:"dialect,omitempty"`
	Kind    PageKind `json:"kind"`
	Bytes   Bytes    `json:"bytes"`
}

// A PageKind says what a file is.
type PageKind string

// The kinds of pages.
const (
	PageReference PageKind = "reference" // methods or types
	PageGuide     PageKind = "guide"     // prose without a method or a type
	PageIndex     PageKind = "index"     // headings and links only
	PageHTML      PageKind = "html"      // HTML under a Markdown name
	PageRejected  PageKind = "rejected"  // binary, too large or too deep
)

// Bytes accounts for every byte of a page: Total is the sum of the others.
type Bytes struct {
	Total    int64 `json:"total"`
	Model    int64 `json:"model"`    // signatures, names, types
	Docs     int64 `json:"docs"`     // descriptions
	Examples int64 `json:"examples"` // requests and responses
	Layout   int64 `json:"layout"`   // blank lines, page furniture, and HTML, of which nothing is a reference
	Unread   int64 `json:"unread"`   // nothing understood them
}

// Add accumulates o.
func (b *Bytes) Add(o Bytes) {
	b.Total += o.Total
	b.Model += o.Model
	b.Docs += o.Docs
	b.Examples += o.Examples
	b.Layout += o.Layout
	b.Unread += o.Unread
}

// Lookup returns the named type with the ID, or nil. Several goroutines may look
// types up while none adds any.
func (a *API) Lookup(id string) *NamedType {
	index := a.index.Load()
	if index == nil || index.types != len(a.Types) {
		index = &typeIndex{len(a.Types), make(map[string]*NamedType, len(a.Types))}
		for _, t := range a.Types {
			index.byID[t.ID] = t
		}
		a.index.Store(index)
	}
	return index.byID[id]
}

// Resolve follows refs to the structure behind t; it returns t itself where a
// ref leads nowhere or only round in a circle.
func (a *API) Resolve(t *Type) *Type {
	for range len(a.Types) + 1 {
		if t == nil || t.Kind != KindRef {
			return t
		}
		named := a.Lookup(t.Ref)
		if named == nil {
			return t
		}
		t = named.Type
	}
	return t
}

// Methods calls yield for every method, depth first in the order of the tree,
// until yield returns false. It is an iter.Seq2.
func (a *API) Methods(yield func(*Resource, *Method) bool) {
	walkMethods(a.Resources, yield)
}

func walkMethods(rs []*Resource, yield func(*Resource, *Method) bool) bool {
	for _, r := range rs {
		for _, m := range r.Methods {
			if !yield(r, m) {
				return false
			}
		}
		if !walkMethods(r.Resources, yield) {
			return false
		}
	}
	return true
}
