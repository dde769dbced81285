package openapi

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/values"
)

func (e *exporter) union(t *model.Type) *yaml.Node {
	if len(t.Variants) == 0 {
		return anything()
	}
	list := sequence()
	for _, v := range t.Variants {
		schema := e.schema(v.Type)
		set(schema, "title", description(v.Name))
		add(list, schema)
	}
	mapping := e.discriminator(t)
	if mapping == nil {
		return pairs("anyOf", list)
	}
	return pairs("oneOf", list, "discriminator", mapping)
}

// discriminator maps the constants of the discriminating field to the refs of
// the variants. OpenAPI allows it only where every variant is a ref and every
// constant a string of its own.
func (e *exporter) discriminator(t *model.Type) *yaml.Node {
	if t.Discriminator == "" {
		return nil
	}
	targets := mapping()
	for _, v := range t.Variants {
		value := e.constantOf(v.Type, t.Discriminator)
		key, named := e.keys[v.Type.Ref]
		if value == nil || !named || has(targets, value.Value) {
			return nil
		}
		set(targets, value.Value, text(refTo(key)))
	}
	return pairs("propertyName", text(t.Discriminator), "mapping", targets)
}

// constantOf is the text that the field of the object behind t always has, or
// nil.
func (e *exporter) constantOf(t *model.Type, field string) *yaml.Node {
	object := e.api.Resolve(t)
	if object == nil || object.Kind != model.KindObject {
		return nil
	}
	literals, always := values.Tags(e.api.Lookup, object, field)
	if !always || len(literals) != 1 || !strings.HasPrefix(string(literals[0]), `"`) {
		return nil
	}
	return parseJSON(string(literals[0]))
}

// enum lists values; an open one allows the whole base beside them.
func enum(en *model.Enum) *yaml.Node {
	values, docs, names := sequence(), sequence(), sequence()
	documented, named := false, false
	for _, v := range en.Values {
		add(values, parseJSON(string(v.Literal)))
		add(docs, text(v.Doc))
		add(names, text(v.Name))
		documented, named = documented || v.Doc != "", named || v.Name != ""
	}
	closed := mapping()
	if base := scalarName(en.Base); base != "" {
		set(closed, "type", text(base))
	}
	set(closed, "enum", values)
	if documented {
		set(closed, "x-enum-descriptions", docs)
	}
	if named {
		set(closed, "x-enum-varnames", names)
	}
	if !en.Open {
		return closed
	}
	open := sequence()
	add(open, closed, scalarSchema(&model.Type{Kind: en.Base}))
	return pairs("anyOf", open)
}

func constant(l model.Literal) *yaml.Node {
	value := parseJSON(string(l))
	schema := mapping()
	if value == nil {
		return anything()
	}
	if name := tagName(value.Tag); name != "" {
		set(schema, "type", text(name))
	}
	put(schema, "const", value)
	return schema
}

func tagName(tag string) string {
	return map[string]string{"!!null": "null", "!!str": "string", "!!int": "integer", "!!float": "number", "": "number", "!!bool": "boolean"}[tag]
}

func scalarName(k model.Kind) string {
	switch k {
	case model.KindString, model.KindInteger, model.KindNumber, model.KindBoolean:
		return string(k)
	}
	return ""
}
