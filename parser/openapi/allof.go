package openapi

import (
	"fmt"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// maxProduct bounds how many variants an allOf of unions may multiply to.
const maxProduct = 256

// A part is one of the schemas that hold at the same place: the schema itself
// and everything in its allOf. ref is set where the part was reached by a ref.
// One that is an object and a union at once is handled as two: aspect says
// which of them counts.
type part struct {
	schema *openapi3.Schema
	ref    *openapi3.SchemaRef
	at     pointer
	aspect aspect
}

type aspect int

const (
	whole aspect = iota
	fieldsOnly
	variantsOnly
)

func (p part) hasVariants() bool { return p.aspect != fieldsOnly && variants(p.schema) != nil }
func (p part) hasFields() bool   { return p.aspect != variantsOnly && isObject(p.schema) }

// parts takes an allOf apart, through refs, each schema once.
func (r *reader) parts(s *openapi3.Schema, at pointer) []part {
	if len(s.AllOf) == 0 {
		return []part{{s, nil, at, whole}}
	}
	seen := map[*openapi3.Schema]bool{}
	var out []part
	var walk func(s *openapi3.Schema, ref *openapi3.SchemaRef, at pointer)
	walk = func(s *openapi3.Schema, ref *openapi3.SchemaRef, at pointer) {
		if s == nil || seen[s] {
			return
		}
		seen[s] = true
		for i, sub := range s.AllOf {
			if sub.Ref != "" {
				walk(sub.Value, sub, refPointer(sub.Ref))
				continue
			}
			walk(sub.Value, nil, at.child("allOf", fmt.Sprint(i)))
		}
		if structural(s) {
			out = append(out, part{s, ref, at, whole})
		}
	}
	walk(s, nil, at)
	return out
}

// structural reports whether the schema says what a value looks like, beyond
// its allOf and what it is annotated with.
func structural(s *openapi3.Schema) bool {
	return s.Type != nil || s.Properties != nil || s.Items != nil || s.Enum != nil || s.Const != nil ||
		s.OneOf != nil || s.AnyOf != nil || s.Required != nil || s.AdditionalProperties.Schema != nil || s.Always != nil
}

// merge reads schemas that hold at the same time. A single ref stays a ref.
func (r *reader) merge(parts []part) (value, error) {
	if len(parts) == 0 {
		return value{Type: &model.Type{Kind: model.KindAny}}, nil
	}
	if len(parts) == 1 {
		p := parts[0]
		if p.ref != nil {
			return r.refValue(p.ref), nil
		}
		if !p.hasVariants() || !p.hasFields() {
			return r.plain(p.schema, p.at)
		}
	}
	var objects, unions []part
	for _, p := range parts {
		if p.hasVariants() {
			unions = append(unions, part{p.schema, p.ref, p.at, variantsOnly})
		}
		if p.hasFields() {
			objects = append(objects, part{p.schema, p.ref, p.at, fieldsOnly})
		}
	}
	switch {
	case len(unions) > 0 && product(unions) <= maxProduct:
		return r.distribute(objects, unions)
	case len(unions) > 0:
		r.diags.Add(CodeUnsupported, diag.Warning, r.span(unions[0].at),
			"an allOf of unions with more than %d combinations: only the fields that all share are read", maxProduct)
		fallthrough
	case len(objects) > 0:
		return r.object(objects)
	}
	last := parts[len(parts)-1]
	return r.plain(last.schema, last.at)
}

func isObject(s *openapi3.Schema) bool {
	return len(s.Properties) > 0 || len(s.Required) > 0 || s.AdditionalProperties.Schema != nil ||
		s.Type.Includes(openapi3.TypeObject) && variants(s) == nil
}

// variants are the alternatives of a schema. Those that only say which fields
// must be there together ("a or b") are no alternatives of structure.
func variants(s *openapi3.Schema) openapi3.SchemaRefs {
	list := s.AnyOf
	if s.OneOf != nil {
		list = s.OneOf
	}
	if !slices.ContainsFunc(list, func(v *openapi3.SchemaRef) bool { return !onlyRequires(v) }) {
		return nil
	}
	return list
}

func onlyRequires(ref *openapi3.SchemaRef) bool {
	s := ref.Value
	return ref.Ref == "" && s != nil && s.Required != nil && s.Properties == nil && s.AllOf == nil && s.AnyOf == nil && s.OneOf == nil
}

func product(unions []part) int {
	n := 1
	for _, u := range unions {
		if n *= max(1, len(variants(u.schema))); n > maxProduct {
			return n
		}
	}
	return n
}

// distribute makes "these fields and one of those" one union of whole objects.
func (r *reader) distribute(objects, unions []part) (value, error) {
	if len(objects) == 0 && len(unions) == 1 {
		return r.union(unions[0].schema, unions[0].at)
	}
	first, rest := unions[0], unions[1:]
	t := &model.Type{Kind: model.KindUnion, Discriminator: discriminator(first.schema)}
	out := value{Type: t}
	for i, ref := range variants(first.schema) {
		if isNull(ref) || ref.Value == nil {
			out.Nullable = out.Nullable || isNull(ref)
			continue
		}
		at := variantPointer(first.schema, first.at, i)
		if ref.Ref != "" {
			at = refPointer(ref.Ref)
		}
		all := slices.Concat(objects, rest, r.parts(ref.Value, at))
		v, err := r.nested(all)
		if err != nil {
			return value{}, err
		}
		t.Variants = append(t.Variants, &model.Variant{Name: ref.Value.Title, Type: v.Type})
	}
	return out, nil
}

// nested is merge one level down, for schemas that multiply with themselves.
func (r *reader) nested(parts []part) (value, error) {
	r.depth++
	defer func() { r.depth-- }()
	if r.depth > maxDepth {
		return value{}, fmt.Errorf("%s: schemas stand more than %d deep inside each other", r.span(parts[0].at), maxDepth)
	}
	return r.merge(parts)
}
