package embedded

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// alternatives reads a list of schemas of which one holds. required is what the
// form says in the schema of whoever has it.
func (o *older) alternatives(n *yaml.Node) (schema *yaml.Node, required bool) {
	if n.Kind != yaml.SequenceNode {
		o.problem(n, "a list of schemas was expected here")
		return mapping(n), false
	}
	list := make([]*yaml.Node, len(n.Content))
	for i, one := range n.Content {
		var says bool
		list[i], says = o.component(one)
		required = required || says
	}
	switch len(list) {
	case 0:
		return mapping(n), required
	case 1:
		return list[0], required
	}
	schema = mapping(n)
	put(schema, "anyOf", sequence(n, list...))
	return schema, required
}

// component reads a schema, which becomes a component where the form says of which it
// is a copy.
func (o *older) component(n *yaml.Node) (schema *yaml.Node, required bool) {
	schema, required = o.schema(n)
	at := get(n, "refIdentifier")
	if at == nil {
		return schema, required
	}
	name, ok := strings.CutPrefix(at.Value, "#/components/schemas/")
	if !ok || strings.Contains(name, "/") {
		return schema, required
	}
	name = strings.ReplaceAll(strings.ReplaceAll(name, "~1", "/"), "~0", "~")
	if !o.named["schema "+name] {
		o.named["schema "+name] = true
		set(o.schemas, scalar(at, name), schema)
	}
	ref := mapping(at)
	put(ref, "$ref", at)
	return ref, required
}

// schema reads the outermost level of a schema. Below it, the form has OpenAPI's own
// schemas.
func (o *older) schema(n *yaml.Node) (schema *yaml.Node, required bool) {
	schema = mapping(n)
	for _, p := range pairs(n) {
		switch p.key.Value {
		case "refIdentifier":
		case "required":
			if p.value.Kind == yaml.SequenceNode {
				set(schema, p.key, p.value)
			}
			required = p.value.Value == "true"
		case "requiredProperties":
			set(schema, scalar(p.key, "required"), p.value)
		case "type":
			o.typeWord(schema, p)
		case "properties":
			set(schema, p.key, o.properties(p.value))
		case "items", "additionalProperties":
			set(schema, p.key, single(p.value))
		default:
			set(schema, p.key, p.value)
		}
	}
	return schema, required
}

func (o *older) properties(n *yaml.Node) *yaml.Node {
	out := mapping(n)
	for _, p := range pairs(n) {
		set(out, p.key, single(p.value))
	}
	return out
}

// single takes off the allOf of one schema that the form puts around each.
func single(n *yaml.Node) *yaml.Node {
	if all := listOf(get(n, "allOf")); len(all) == 1 && len(pairs(n)) == 1 {
		return all[0]
	}
	return n
}

var typeWords = map[string]bool{"string": true, "integer": true, "number": true, "boolean": true, "array": true, "object": true, "null": true}

// typeWord reads the type, which has words of its own for enums and for anything.
func (o *older) typeWord(schema *yaml.Node, p pair) {
	word := p.value.Value
	base, enum := strings.CutPrefix(word, "enum<")
	switch {
	case p.value.Kind != yaml.ScalarNode, typeWords[word]:
		set(schema, p.key, p.value)
	case enum && typeWords[strings.TrimSuffix(base, ">")]:
		set(schema, p.key, scalar(p.value, strings.TrimSuffix(base, ">")))
	case enum, word == "any":
	case word == "file":
		set(schema, p.key, scalar(p.value, "string"))
		put(schema, "format", scalar(p.value, "binary"))
	default:
		o.problem(p.value, fmt.Sprintf("the type %q is none that docgen knows in this form; it is kept as any value", word))
	}
}

// security reads the ways to authenticate, of which one is enough:
// {title: "a & b", parameters: {header: {X-A: {type: apiKey}, X-B: {…}}}}.
func (o *older) security(list pair) {
	out := sequence(list.value)
	for _, way := range listOf(list.value) {
		names := strings.Split(textAt(way, "title"), " & ")
		var schemes []pair
		for _, list := range pairs(get(way, "parameters")) {
			for _, p := range pairs(list.value) {
				schemes = append(schemes, pair{p.key, scheme(list.key, p)})
			}
		}
		requirement := mapping(way)
		for i, s := range schemes {
			name := s.key.Value
			if len(names) == len(schemes) && names[i] != "" {
				name = names[i]
			}
			put(requirement, name, sequence(s.value))
			if !o.named["scheme "+name] {
				o.named["scheme "+name] = true
				set(o.schemes, scalar(s.key, name), s.value)
			}
		}
		out.Content = append(out.Content, requirement)
	}
	set(o.out, list.key, out)
}

// scheme makes a security scheme of what a request carries.
func scheme(in *yaml.Node, p pair) *yaml.Node {
	out := mapping(p.value)
	for _, m := range pairs(p.value) {
		set(out, m.key, m.value)
	}
	switch textAt(p.value, "type") {
	case "apiKey":
		put(out, "name", scalar(p.key, p.key.Value))
		put(out, "in", scalar(in, in.Value))
	case "oauth2":
		if get(out, "flows") == nil {
			put(out, "flows", mapping(p.value))
		}
	}
	return out
}
