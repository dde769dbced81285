package openapi

import (
	"fmt"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/docgen-go/docgen/model"
)

// maxDepth is how deep schemas may stand inside each other, refs not counted.
const maxDepth = 256

// value reads what stands where a schema is expected: a ref, a schema, nothing.
func (r *reader) value(ref *openapi3.SchemaRef, at pointer) (value, error) {
	if ref == nil || (ref.Ref == "" && ref.Value == nil) {
		return value{Type: &model.Type{Kind: model.KindAny}}, nil
	}
	if ref.Ref != "" {
		return r.refValue(ref), nil
	}
	if instead := r.override(ref.Value, at); instead != nil {
		return r.value(instead, at.child(overrideExtension))
	}
	return r.schema(ref.Value, at)
}

// refValue keeps the ref, and takes along what the target says of the field
// that holds it: the model has no place for that on a type.
func (r *reader) refValue(ref *openapi3.SchemaRef) value {
	v := value{Type: &model.Type{Kind: model.KindRef, Ref: r.declare(ref).ID}}
	for range maxDepth {
		s := ref.Value
		if s == nil {
			return v
		}
		v.Nullable = v.Nullable || r.nullable(ref)
		v.annotate(s)
		if len(s.AllOf) != 1 {
			return v
		}
		ref = s.AllOf[0]
	}
	return v
}

// declare gives the target of a ref a named type and queues its schema.
func (r *reader) declare(ref *openapi3.SchemaRef) *model.NamedType {
	if have := r.named[ref.Ref]; have != nil {
		return have
	}
	at, id := refPointer(ref.Ref), refID(ref.Ref)
	named := &model.NamedType{ID: id, Name: id, Span: r.span(at)}
	r.named[ref.Ref] = named
	schema := ref.Value
	if schema == nil { // a circle of nothing but refs
		schema = &openapi3.Schema{}
	}
	r.queue = append(r.queue, declaration{named, schema, at})
	return named
}

// schema reads a schema that is no ref.
func (r *reader) schema(s *openapi3.Schema, at pointer) (value, error) {
	r.depth++
	defer func() { r.depth-- }()
	if r.depth > maxDepth {
		return value{}, fmt.Errorf("%s: schemas stand more than %d deep inside each other", r.span(at), maxDepth)
	}
	parts := r.parts(s, at)
	v, err := r.merge(parts)
	if err != nil {
		return value{}, err
	}
	for _, p := range slices.Backward(parts) {
		v.annotate(p.schema)
	}
	v.annotate(s)
	return v, nil
}

// saysNull reports whether the schema itself, not one of its parts, allows null.
func saysNull(s *openapi3.Schema) bool {
	return s.Nullable || s.Type.IncludesNull() || slices.Contains(s.Enum, any(nil))
}

// nullable reports whether null is a value of the schema. Each schema is asked
// once; one that is asked again while it is being asked adds nothing.
func (r *reader) nullable(ref *openapi3.SchemaRef) bool {
	if ref == nil || ref.Value == nil {
		return false
	}
	s := ref.Value
	if known, ok := r.nulls[s]; ok {
		return known
	}
	r.nulls[s] = false
	r.nulls[s] = saysNull(s) || slices.ContainsFunc(s.AnyOf, r.nullable) || slices.ContainsFunc(s.OneOf, r.nullable) ||
		len(s.AllOf) == 1 && r.nullable(s.AllOf[0])
	return r.nulls[s]
}

// isNull reports whether null is all that a schema allows.
func isNull(ref *openapi3.SchemaRef) bool {
	s := ref.Value
	if s == nil {
		return false
	}
	return s.Type.Is(openapi3.TypeNull) || len(s.Enum) == 1 && s.Enum[0] == nil
}
