package openapi

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/docgen-go/docgen/model/diag"
)

// overrideExtension holds the schema that SDKs and reference pages are made
// of, where a document's publisher wants another one there than the schema
// beside it. The pages that docgen reads come from that generator, so this is
// the schema to hold them against.
const overrideExtension = "x-stainless-override-schema"

// override returns what replaces the schema, or nil.
func (r *reader) override(s *openapi3.Schema, at pointer) *openapi3.SchemaRef {
	raw, ok := s.Extensions[overrideExtension]
	if !ok {
		return nil
	}
	data, err := json.Marshal(raw)
	ref := &openapi3.SchemaRef{}
	if err == nil {
		err = json.Unmarshal(data, ref)
	}
	if err != nil || !r.resolve(ref) {
		r.diags.Add(CodeUnsupported, diag.Warning, r.span(at), "%s is not a schema; the schema beside it is read", overrideExtension)
		return nil
	}
	return ref
}

// resolve does for the refs of an extension what the loader did for all others,
// and reports whether each leads to a component.
func (r *reader) resolve(ref *openapi3.SchemaRef) bool {
	if ref == nil {
		return true
	}
	if ref.Ref != "" {
		target := r.component(ref.Ref)
		if target != nil {
			ref.Value = target.Value
		}
		return target != nil
	}
	s := ref.Value
	if s == nil {
		return true
	}
	for _, property := range s.Properties {
		if !r.resolve(property) {
			return false
		}
	}
	below := slices.Concat(s.AllOf, s.AnyOf, s.OneOf, openapi3.SchemaRefs{s.Items, s.AdditionalProperties.Schema})
	return !slices.ContainsFunc(below, func(sub *openapi3.SchemaRef) bool { return !r.resolve(sub) })
}

func (r *reader) component(ref string) *openapi3.SchemaRef {
	name, ok := strings.CutPrefix(ref, schemaPrefix)
	if !ok || r.doc.Components == nil {
		return nil
	}
	return r.doc.Components.Schemas[unescape(name)]
}
