package embedded

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// An older document is one operation in the form that an older generation of
// Mintlify printed: no OpenAPI, but what its renderer made of one.
//
//	paths:
//	  path: /parcels
//	  method: get
//	  servers: […]
//	  request:
//	    security: [{title: key, parameters: {header: {X-Key: {type: apiKey}}}}]
//	    parameters: {query: {sort: {schema: [{type: enum<string>, enum: […], required: true}]}}}
//	    body: {application/json: {schemaArray: […], examples: {…}}}
//	  response: {'200': {application/json: {schemaArray: […], description: …}}}
//	  deprecated: false
//	  type: path
//	components: {schemas: {…}}
type older struct {
	in, out *yaml.Node
	// schemas and schemes are the components that the operation names.
	schemas, schemes *yaml.Node
	named            map[string]bool // those of both
	problem          func(at *yaml.Node, message string)
}

// fromOlder makes an OpenAPI document of one in the older form. What it does not
// know is told as a problem.
func fromOlder(root *yaml.Node, problem func(at *yaml.Node, message string)) *yaml.Node {
	in := get(root, "paths")
	o := &older{in: in, out: mapping(in), schemas: mapping(in), schemes: mapping(in), named: map[string]bool{}, problem: problem}
	for _, p := range pairs(in) {
		o.member(p)
	}
	pathKey := get(in, "path")
	methodKey := get(in, "method")
	section := "paths"
	if textAt(in, "type") == "webhook" {
		section = "webhooks"
	}
	item, items, doc := mapping(in), mapping(in), mapping(root)
	set(item, methodKey, o.out)
	set(items, pathKey, item)
	put(doc, section, items)
	components := mapping(in)
	for _, p := range pairs(root) {
		switch p.key.Value {
		case "paths":
		case "components":
			components = p.value
		default:
			set(doc, p.key, p.value)
		}
	}
	if servers := get(in, "servers"); servers != nil {
		put(doc, "servers", servers)
	}
	put(doc, "components", o.components(components))
	return doc
}

// components adds the components that the operation names to those that the
// document has.
func (o *older) components(have *yaml.Node) *yaml.Node {
	out := mapping(have)
	for _, p := range pairs(have) {
		switch p.key.Value {
		case "schemas":
			p.value = union(p.value, o.schemas)
			o.schemas = mapping(have)
		case "securitySchemes":
			p.value = union(p.value, o.schemes)
			o.schemes = mapping(have)
		}
		set(out, p.key, p.value)
	}
	if len(o.schemas.Content) > 0 {
		put(out, "schemas", o.schemas)
	}
	if len(o.schemes.Content) > 0 {
		put(out, "securitySchemes", o.schemes)
	}
	return out
}

// union returns the members of two mappings, those of the first where both have one.
func union(a, b *yaml.Node) *yaml.Node {
	out := mapping(a)
	seen := map[string]bool{}
	for _, p := range append(pairs(a), pairs(b)...) {
		if !seen[p.key.Value] {
			seen[p.key.Value] = true
			set(out, p.key, p.value)
		}
	}
	return out
}

// member reads a member of the outermost level.
func (o *older) member(p pair) {
	switch p.key.Value {
	case "path", "method", "servers", "type":
	case "request":
		o.request(p.value)
	case "response":
		responses := mapping(p.value)
		for _, r := range pairs(p.value) {
			set(responses, r.key, o.response(r.value))
		}
		set(o.out, scalar(p.key, "responses"), responses)
	case "deprecated", "summary", "description", "operationId", "tags", "callbacks":
		set(o.out, p.key, p.value)
	default:
		o.unknown(p.key, "an operation")
	}
}

func (o *older) unknown(key *yaml.Node, of string) {
	if !strings.HasPrefix(key.Value, "x-") {
		o.problem(key, fmt.Sprintf("%q is no member of %s that docgen knows in this form", key.Value, of))
	}
}

func (o *older) request(n *yaml.Node) {
	for _, p := range pairs(n) {
		switch p.key.Value {
		case "security":
			o.security(p)
		case "parameters":
			o.parameters(p)
		case "body":
			o.body(p)
		case "codeSamples":
			set(o.out, scalar(p.key, "x-codeSamples"), p.value)
		default:
			o.unknown(p.key, "a request")
		}
	}
}

func (o *older) parameters(list pair) {
	out := sequence(list.value)
	for _, in := range pairs(list.value) {
		for _, p := range pairs(in.value) {
			out.Content = append(out.Content, o.parameter(in.key, p))
		}
	}
	if len(out.Content) > 0 {
		set(o.out, list.key, out)
	}
}

func (o *older) parameter(in *yaml.Node, p pair) *yaml.Node {
	out := mapping(p.key)
	put(out, "name", scalar(p.key, p.key.Value))
	put(out, "in", scalar(in, in.Value))
	required := in.Value == "path"
	for _, m := range pairs(p.value) {
		switch m.key.Value {
		case "schema":
			schema, says := o.alternatives(m.value)
			set(out, m.key, schema)
			required = required || says
			if text := get(schema, "description"); text != nil && get(p.value, "description") == nil {
				put(out, "description", text)
			}
		case "style", "explode", "description", "example", "examples", "deprecated", "allowReserved":
			set(out, m.key, m.value)
		default:
			o.unknown(m.key, "a parameter")
		}
	}
	put(out, "required", boolean(p.key, required))
	return out
}

// body reads {media type: {schemaArray: …}}, which is empty where there is none.
func (o *older) body(p pair) {
	content, required, _ := o.content(p.value)
	if len(content.Content) == 0 {
		return
	}
	body := mapping(p.value)
	put(body, "required", boolean(p.value, required))
	put(body, "content", content)
	set(o.out, scalar(p.key, "requestBody"), body)
}

func (o *older) response(n *yaml.Node) *yaml.Node {
	out := mapping(n)
	content, _, description := o.content(n)
	if description == nil {
		description = scalar(n, "")
	}
	put(out, "description", description)
	if len(content.Content) > 0 {
		put(out, "content", content)
	}
	return out
}

// nothing is the media type of what carries nothing.
const nothing = "_mintlify/placeholder"

// content reads what a request or a response carries by media type, whether it has
// to be there, and the description that stands with it.
func (o *older) content(n *yaml.Node) (content *yaml.Node, required bool, description *yaml.Node) {
	content = mapping(n)
	for _, media := range pairs(n) {
		one := mapping(media.value)
		for _, m := range pairs(media.value) {
			switch m.key.Value {
			case "schemaArray":
				schema, says := o.alternatives(m.value)
				put(one, "schema", schema)
				required = required || says
			case "examples", "example":
				if !madeUp(m.value) {
					set(one, m.key, m.value)
				}
			case "description":
				description = m.value
			case "encoding":
				set(one, m.key, m.value)
			default:
				o.unknown(m.key, "a media type")
			}
		}
		if media.key.Value != nothing {
			set(content, media.key, one)
		}
	}
	return content, required, description
}

// madeUp reports whether an example was made of the types alone: it has
// "<string>" for each string that has no example.
func madeUp(n *yaml.Node) bool {
	if n.Kind == yaml.ScalarNode {
		return n.Value == "<string>" || n.Value == "<any>" || n.Value == "<unknown>"
	}
	for _, c := range n.Content {
		if madeUp(c) {
			return true
		}
	}
	return false
}
