package openapi

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/source"
)

// A Document is one OpenAPI document as a tree of nodes, which may come from
// several pages.
type Document struct {
	// Name is the path of the file or of the page that it begins on.
	Name string
	// Root is a mapping without aliases, merge keys and repeated keys below it.
	Root *yaml.Node
	// Position returns where a key or a value stands.
	Position func(*yaml.Node) source.Span
	// Open returns the document that a $ref names by a path relative to this one. It
	// is nil where none may be opened; its error says why one is not.
	Open func(name string) (*Document, error)

	// index finds the members of large mappings.
	index map[*yaml.Node]map[string]int
}

// indexed is how many members a mapping has that is searched by an index.
const indexed = 32

// member returns where in the content of a large mapping a key stands, or -1.
func (d *Document) member(m *yaml.Node, name string) int {
	if d.index == nil {
		d.index = map[*yaml.Node]map[string]int{}
	}
	keys := d.index[m]
	if keys == nil {
		keys = make(map[string]int, len(m.Content)/2)
		for i := len(m.Content) - 2; i >= 0; i -= 2 {
			keys[m.Content[i].Value] = i
		}
		d.index[m] = keys
	}
	if i, ok := keys[name]; ok {
		return i
	}
	return -1
}

// A Kind is what a root mapping is a document of.
type Kind string

// The kinds of documents.
const (
	KindOpenAPI  Kind = "openapi"  // version 3
	KindSwagger  Kind = "swagger"  // version 2
	KindAsyncAPI Kind = "asyncapi" // events, no operations over HTTP
	KindNone     Kind = ""
)

// componentKinds are the members of the components.
var componentKinds = []string{"schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links", "callbacks", "pathItems", "mediaTypes"}

// Detect returns what a root mapping is, by its keys: one that names no version is
// a fragment of OpenAPI if it has paths that begin with a slash, or components.
func Detect(root *yaml.Node) Kind {
	n := node{val: root}
	switch {
	case n.get("openapi").ok():
		return KindOpenAPI
	case n.get("swagger").ok():
		return KindSwagger
	case n.get("asyncapi").ok():
		return KindAsyncAPI
	}
	for _, part := range componentKinds {
		if n.get("components").get(part).isMap() {
			return KindOpenAPI
		}
	}
	for _, path := range n.get("paths").members() {
		if strings.HasPrefix(path.name(), "/") && path.isMap() {
			return KindOpenAPI
		}
	}
	return KindNone
}

// HasOperations reports whether a document has paths or webhooks of its own, rather
// than parts for others.
func HasOperations(d *Document) bool {
	root := node{val: d.Root}
	return len(root.get("paths").members())+len(root.get("webhooks").members()) > 0
}

// Title returns the title of a document.
func Title(d *Document) string { return node{val: d.Root}.get("info").get("title").text() }
