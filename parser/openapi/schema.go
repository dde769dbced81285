package openapi

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// maxDepth is how deep schemas may stand inside each other, refs not counted.
const maxDepth = 256

// value reads what stands where a schema is expected: a ref, a schema, true, nothing.
func (r *reader) value(s node) value {
	switch {
	case !s.ok() || s.isNull() || s.isTrue():
		return value{Type: anyType()}
	case s.isFalse():
		r.note(s, "the schema false allows no value; it is read as any value")
		return value{Type: anyType()}
	case !s.isMap():
		r.invalid(s, "a schema has to be a mapping; this is read as any value")
		return value{Type: anyType()}
	}
	r.check(objectSchema, s)
	if d := s.get("discriminator"); d.ok() && !s.get("oneOf").ok() && !s.get("anyOf").ok() {
		r.unsupported(d, "the schemas that extend this one by allOf are not read as its alternatives: their members are kept as unknown members")
	}
	if instead := r.override(s); instead.ok() {
		return r.value(instead)
	}
	if refOf(s) != "" && !structural(s) && !s.get("allOf").ok() {
		v := r.refValue(s)
		r.annotate(&v, s)
		return v
	}
	if all := s.get("allOf").elems(); len(all) == 1 && refOf(s) == "" && refOf(all[0]) != "" && !structural(s) && !structural(all[0]) && !all[0].get("allOf").ok() {
		v := r.refValue(all[0]) // with words of its own beside it
		r.annotate(&v, s)
		return v
	}
	return r.schema(s)
}

// refValue keeps the ref, and takes along what the target says of the field
// that holds it: the model has no place for that on a type.
func (r *reader) refValue(s node) value {
	target := r.target(s)
	if !target.ok() {
		return value{Type: anyType()}
	}
	v := value{Type: &model.Type{Kind: model.KindRef, Ref: r.declare(s, target).ID}}
	for range maxRefs {
		v.Nullable = v.Nullable || r.nullable(target)
		r.annotate(&v, target)
		switch all := target.get("allOf").elems(); {
		case refOf(target) != "":
		case len(all) == 1:
			target = all[0]
			continue
		default:
			return v
		}
		if target = r.target(target); !target.ok() {
			return v
		}
	}
	return v
}

// declare returns the named type of what a ref leads to.
func (r *reader) declare(s, target node) *model.NamedType {
	if have := r.named[target.val]; have != nil {
		return have
	}
	id, component := refID(refOf(s))
	named := r.declareAs(target, r.freeID(id))
	named.Anonymous = !component
	return named
}

// schema reads a schema that is no mere ref.
func (r *reader) schema(s node) value {
	if r.depth++; r.depth > maxDepth {
		r.depth--
		return r.tooDeep(s)
	}
	defer func() { r.depth-- }()
	parts := r.parts(s)
	v := r.merge(parts)
	for _, p := range slices.Backward(parts) {
		r.annotate(&v, p.schema)
	}
	r.annotate(&v, s)
	return v
}

func (r *reader) tooDeep(s node) value {
	r.diags.Add(CodeInvalid, diag.Error, s.span(), "schemas stand more than %d deep inside each other; what is below is read as any value", maxDepth)
	return value{Type: anyType()}
}

// saysNull reports whether the schema itself, not one of its parts, allows null.
func saysNull(s node) bool {
	return s.get("nullable").isTrue() || slices.Contains(s.get("type").texts(), "null") || s.get("type").isNull() ||
		slices.ContainsFunc(s.get("enum").elems(), node.isNull)
}

// nullable reports whether null is a value of the schema. Each schema is asked
// once; one that is asked again while it is being asked adds nothing, nor does what
// lies too many refs away.
func (r *reader) nullable(s node) bool {
	if !s.isMap() || r.asking > maxDepth {
		return false
	}
	if known, ok := r.nulls[s.val]; ok {
		return known
	}
	r.asking++
	defer func() { r.asking-- }()
	r.nulls[s.val] = false
	all := s.get("allOf").elems()
	out := saysNull(s) || slices.ContainsFunc(s.get("anyOf").elems(), r.nullable) || slices.ContainsFunc(s.get("oneOf").elems(), r.nullable) ||
		len(all) == 1 && r.nullable(all[0])
	if !out && refOf(s) != "" {
		out = r.nullable(r.target(s))
	}
	r.nulls[s.val] = out
	return out
}

// isNullOnly reports whether null is all that a schema allows.
func isNullOnly(s node) bool {
	types, values := s.get("type"), s.get("enum").elems()
	return types.isNull() || len(types.texts()) == 1 && types.texts()[0] == "null" || len(values) == 1 && values[0].isNull() ||
		s.get("const").isNull()
}

// overrideExtension holds the schema that SDKs and reference pages are made
// of, where a document's publisher wants another one there than the schema
// beside it. The pages that docgen reads come from that generator, so this is
// the schema to hold them against.
const overrideExtension = "x-stainless-override-schema"

// override returns what replaces the schema, or no node.
func (r *reader) override(s node) node {
	instead := s.get(overrideExtension)
	if !instead.ok() {
		return node{}
	}
	why := ""
	if refOf(instead) != "" {
		_, why = r.find(instead.doc, refOf(instead))
	}
	if !instead.isMap() || why != "" {
		r.unsupported(instead, "%s is not a schema; the schema beside it is read", overrideExtension)
		return node{}
	}
	return instead
}
