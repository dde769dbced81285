package embedded

import (
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/source"
)

// A fragment is one document of one fence, taken apart.
type fragment struct {
	// file is the name of the file that the fence was taken from, or "".
	file string
	// date is when the page was changed, the zero time where it does not say so.
	date time.Time
	// older says that the document was printed in the form that is no OpenAPI.
	older      bool
	root       *yaml.Node // once taken apart, with its header alone
	header     []pair     // all but what follows
	operations []*operation
	items      []item
	components []component
	// odd are members that are not what they have to be, so that nothing is taken of
	// them.
	odd []pair
	// cut is where the fence begins, if the page ends in it.
	cut source.Span
	// fence is the number of the fence among the definitions of the page.
	fence int
}

// An operation is one with all that its path item and its document say of it.
type operation struct {
	of *fragment
	// section is "paths" or "webhooks".
	section, path, verb string
	pathKey, key        *yaml.Node
	node                *yaml.Node
	digest              digest
	size                int
	// title, doc and samples are what the page says of it outside of the fence.
	title, doc string
	samples    []sample
}

// An item is a member of a path item that is no operation.
type item struct {
	of            *fragment
	section, path string
	pathKey       *yaml.Node
	pair          pair
}

// A component is one entry of components. The store has its node.
type component struct {
	of            *fragment
	section, name string
	key           *yaml.Node
	digest        digest
	size          int
}

func (o *operation) String() string { return strings.ToUpper(o.verb) + " " + o.path }

// A kind says what a document is.
type kind int

const (
	unknown kind = iota
	openAPI
	olderForm    // one operation in the form of an older generation of Mintlify
	oneOperation // one operation beside its verb and path
	swagger
	asyncAPI
)

// kindOf tells what a document is by the keys of its outermost level.
func kindOf(root *yaml.Node) kind {
	paths := get(root, "paths")
	switch {
	case get(root, "asyncapi") != nil:
		return asyncAPI
	case get(root, "swagger") != nil:
		return swagger
	case textAt(paths, "path") != "" && textAt(paths, "method") != "":
		return olderForm
	case textAt(root, "path") != "" && isVerb(textAt(root, "method")) && isMapping(get(root, "operation")):
		return oneOperation
	case get(root, "openapi") != nil, isMapping(paths) && hasPath(paths), isMapping(get(root, "webhooks")):
		return openAPI
	case isMapping(get(root, "components")) && componentSection(get(root, "components")):
		return openAPI
	case isMapping(get(root, "channels")), textAt(root, "address") != "" && get(root, "bindings") != nil:
		return asyncAPI
	}
	return unknown
}

func hasPath(paths *yaml.Node) bool {
	for _, p := range pairs(paths) {
		if strings.HasPrefix(p.key.Value, "/") {
			return true
		}
	}
	return false
}

var componentSections = map[string]bool{
	"schemas": true, "parameters": true, "responses": true, "requestBodies": true, "securitySchemes": true, "headers": true, "examples": true,
	"links": true, "callbacks": true, "pathItems": true, "mediaTypes": true,
}

func componentSection(components *yaml.Node) bool {
	for _, p := range pairs(components) {
		if componentSections[p.key.Value] {
			return true
		}
	}
	return false
}

// take takes a document apart. What the document and the path item say of all
// operations goes into each, so that operations of several documents can stand
// side by side.
func (f *fragment) take(c *canon, parts *store) {
	securityKey, security := lookup(f.root, "security")
	for _, p := range pairs(f.root) {
		switch p.key.Value {
		case "paths", "webhooks":
			for _, at := range f.members(p) {
				f.takeItem(c, p.key.Value, at, pair{securityKey, security})
			}
		case "components":
			for _, section := range f.members(p) {
				f.takeComponents(c, parts, section)
			}
		case "security": // each operation has it
		default:
			f.header = append(f.header, p)
		}
	}
	// What was taken is kept where it was put, and what others repeat is not kept at
	// all, so the whole document must not be.
	head := mapping(f.root)
	for _, p := range f.header {
		set(head, p.key, p.value)
	}
	f.root = head
}

// members are the members of a mapping; anything else but nothing is odd.
func (f *fragment) members(p pair) []pair {
	if p.value.Kind != yaml.MappingNode && p.value.ShortTag() != "!!null" {
		f.odd = append(f.odd, p)
	}
	return pairs(p.value)
}

func (f *fragment) takeComponents(c *canon, parts *store, section pair) {
	for _, one := range f.members(section) {
		k := component{of: f, section: section.key.Value, name: one.key.Value, key: one.key}
		k.digest, k.size = c.digest(one.value)
		parts.put(k.digest, one.value)
		f.components = append(f.components, k)
	}
}

func (f *fragment) takeItem(c *canon, section string, at, security pair) {
	sharedKey, shared := lookup(at.value, "parameters")
	for _, p := range f.members(at) {
		switch name := p.key.Value; {
		case isVerb(name) && isMapping(p.value):
			op := &operation{of: f, section: section, path: at.key.Value, verb: strings.ToLower(name), pathKey: at.key, key: p.key, node: p.value}
			op.share(sharedKey, shared)
			if security.value != nil && get(op.node, "security") == nil {
				op.node = with(op.node, security)
			}
			op.digest, op.size = c.digest(op.node)
			f.operations = append(f.operations, op)
		case name != "parameters":
			f.items = append(f.items, item{f, section, at.key.Value, at.key, p})
		}
	}
}

// share adds the parameters of the path item that the operation does not have.
func (o *operation) share(key, shared *yaml.Node) {
	if shared == nil || len(shared.Content) == 0 {
		return
	}
	ownKey, own := lookup(o.node, "parameters")
	if own == nil {
		o.node = with(o.node, pair{key, shared})
		return
	}
	all := sequence(own, slices.Clone(own.Content)...)
	have := map[[3]string]bool{}
	for _, p := range own.Content {
		have[parameterKey(p)] = true
	}
	for _, p := range listOf(shared) {
		if !have[parameterKey(p)] {
			all.Content = append(all.Content, p)
		}
	}
	c := mapping(o.node)
	for _, p := range pairs(o.node) {
		if p.key == ownKey {
			p.value = all
		}
		set(c, p.key, p.value)
	}
	o.node = c
}

func parameterKey(p *yaml.Node) [3]string {
	return [3]string{textAt(p, "name"), textAt(p, "in"), textAt(p, "$ref")}
}

// servers are the base URLs that a fragment names, the first one first.
func (f *fragment) servers() []string {
	var out []string
	for _, s := range listOf(get(f.root, "servers")) {
		if url := serverURL(s); url != "" {
			out = append(out, url)
		}
	}
	return out
}

// serverURL is the URL of a server with the defaults of its variables.
func serverURL(server *yaml.Node) string {
	url := textAt(server, "url")
	if strings.Contains(url, "{") {
		for _, v := range pairs(get(server, "variables")) {
			url = strings.ReplaceAll(url, "{"+v.key.Value+"}", textAt(v.value, "default"))
		}
	}
	return strings.TrimSuffix(url, "/")
}

func listOf(n *yaml.Node) []*yaml.Node {
	if n == nil || n.Kind != yaml.SequenceNode {
		return nil
	}
	return n.Content
}
