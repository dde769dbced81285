package openapi

import (
	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
)

// orNull is the schema that allows null too, in the shortest form that version
// 3.1 has for it.
func orNull(schema *yaml.Node) *yaml.Node {
	null := pairs("type", text("null"))
	if len(schema.Content) == 0 {
		return schema
	}
	for _, combinator := range []string{"anyOf", "oneOf"} {
		if list := member(schema, combinator); list != nil {
			add(list, null)
			return schema
		}
	}
	name := member(schema, "type")
	if name == nil || has(schema, "const") {
		return pairs("anyOf", &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: []*yaml.Node{schema, null}})
	}
	if name.Value != "null" {
		*name = *texts([]string{name.Value, "null"})
	}
	if values := member(schema, "enum"); values != nil {
		add(values, scalar("!!null", "null"))
	}
	return schema
}

// limits adds bounds to the schema they bound.
func limits(schema *yaml.Node, l *model.Limits) {
	if l == nil {
		return
	}
	set(schema, "minimum", parseJSON(string(l.Minimum)))
	set(schema, "maximum", parseJSON(string(l.Maximum)))
	set(schema, "exclusiveMinimum", parseJSON(string(l.ExclusiveMinimum)))
	set(schema, "exclusiveMaximum", parseJSON(string(l.ExclusiveMaximum)))
	set(schema, "multipleOf", parseJSON(string(l.MultipleOf)))
	set(schema, "minLength", count(l.MinLength))
	set(schema, "maxLength", count(l.MaxLength))
	set(schema, "minItems", count(l.MinItems))
	set(schema, "maxItems", count(l.MaxItems))
	if l.UniqueItems {
		set(schema, "uniqueItems", boolean(true))
	}
	set(schema, "pattern", description(l.Pattern))
}

func count(n *int64) *yaml.Node {
	if n == nil {
		return nil
	}
	return integer(*n)
}
