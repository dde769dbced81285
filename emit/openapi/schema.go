package openapi

import (
	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
)

// field is the schema of a field with all that the field says of its value.
func (e *exporter) field(f *model.Field) *yaml.Node {
	schema := e.schema(f.Type)
	if f.Nullable {
		schema = orNull(schema)
	}
	limits(schema, f.Limits)
	put(schema, "default", parseJSON(string(f.Default)))
	if f.Deprecated != "" {
		setDeprecated(schema, f.Deprecated)
	}
	if f.ReadOnly {
		set(schema, "readOnly", boolean(true))
	}
	if f.WriteOnly {
		set(schema, "writeOnly", boolean(true))
	}
	set(schema, "description", description(f.Doc))
	return schema
}

func setDeprecated(m *yaml.Node, reason string) {
	set(m, "deprecated", boolean(true))
	set(m, "x-deprecated-reason", text(reason))
}

func (e *exporter) schema(t *model.Type) *yaml.Node {
	if t == nil {
		return anything()
	}
	switch t.Kind {
	case model.KindRef:
		return e.ref(t.Ref)
	case model.KindObject:
		return e.object(t)
	case model.KindUnion:
		return e.union(t)
	case model.KindEnum:
		return enum(t.Enum)
	case model.KindConst:
		return constant(t.Literal)
	case model.KindArray:
		return pairs("type", text("array"), "items", e.schema(t.Elem))
	case model.KindMap:
		return pairs("type", text("object"), "additionalProperties", e.schema(t.Elem))
	}
	return scalarSchema(t)
}

// ref is a reference, or the schema of any value where the ID leads nowhere.
func (e *exporter) ref(id string) *yaml.Node {
	key, ok := e.keys[id]
	if !ok {
		return anything()
	}
	return pairs("$ref", text(refTo(key)))
}

func refTo(key string) string { return "#/components/schemas/" + key }

// scalarSchema spells the kinds that OpenAPI writes as a type and a format.
func scalarSchema(t *model.Type) *yaml.Node {
	name, format := string(t.Kind), t.Format
	switch t.Kind {
	case model.KindAny:
		return anything()
	case model.KindDate, model.KindDateTime:
		name, format = "string", string(t.Kind)
	case model.KindFile:
		name, format = "string", "binary"
	}
	schema := pairs("type", text(name))
	set(schema, "format", description(format))
	return schema
}

func (e *exporter) object(t *model.Type) *yaml.Node {
	schema := pairs("type", text("object"))
	properties, required := mapping(), sequence()
	seen := map[string]bool{}
	for _, f := range t.Fields {
		if seen[f.Name] {
			continue
		}
		seen[f.Name] = true
		set(properties, f.Name, e.field(f))
		if f.Required {
			add(required, text(f.Name))
		}
	}
	set(schema, "properties", properties)
	set(schema, "required", required)
	if t.Elem != nil {
		set(schema, "additionalProperties", e.schema(t.Elem))
	}
	return schema
}
