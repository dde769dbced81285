package openapi

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// maxProduct bounds how many variants an allOf of unions may multiply to.
const maxProduct = 256

// A part is one of the schemas that hold at the same place: the schema itself, what
// its $ref leads to, and everything in its allOf. ref is set where the part was
// reached by one. One that is an object and a union at once is handled as two:
// aspect says which of them counts. variants are the alternatives.
type part struct {
	schema   node
	ref      node
	aspect   aspect
	variants []node
}

type aspect int

const (
	whole aspect = iota
	fieldsOnly
	variantsOnly
)

func (p part) hasVariants() bool { return p.aspect != fieldsOnly && len(p.variants) > 0 }
func (p part) hasFields() bool   { return p.aspect != variantsOnly && isObject(p.schema) }

// parts takes an allOf apart, through refs, each schema once.
func (r *reader) parts(s node) []part {
	if !s.get("allOf").ok() && refOf(s) == "" {
		return partsOf(s, node{})
	}
	seen := map[*yaml.Node]bool{}
	var out []part
	var walk func(s, ref node, depth int)
	walk = func(s, ref node, depth int) {
		if !s.isMap() || seen[s.val] {
			return
		}
		if depth > maxRefs {
			r.diags.Add(CodeInvalid, diag.Error, s.span(), "more than %d schemas extend each other by allOf; what is further away is not read", maxRefs)
			return
		}
		seen[s.val] = true
		r.check(objectSchema, s)
		if refOf(s) != "" {
			walk(r.target(s), s, depth+1)
		}
		for _, sub := range s.get("allOf").elems() {
			walk(sub, node{}, depth+1)
		}
		if structural(s) {
			out = append(out, partsOf(s, ref)...)
		}
	}
	walk(s, node{}, 0)
	return out
}

// partsOf is a schema as one part, or as two where it has oneOf and anyOf.
func partsOf(s, ref node) []part {
	one, any := alternatives(s, "oneOf"), alternatives(s, "anyOf")
	if len(one) > 0 && len(any) > 0 {
		return []part{{s, ref, whole, one}, {s, node{}, variantsOnly, any}}
	}
	return []part{{s, ref, whole, slices.Concat(one, any)}}
}

// structural reports whether the schema says what a value looks like, beyond
// its allOf, its $ref and what it is annotated with. A type alone repeats what those say.
func structural(s node) bool {
	for _, k := range []string{"properties", "items", "enum", "const", "oneOf", "anyOf", "required", "prefixItems", "patternProperties"} {
		if s.get(k).ok() {
			return true
		}
	}
	return s.get("additionalProperties").isMap() || s.get("type").ok() && !s.get("allOf").ok() && refOf(s) == ""
}

// withValues are the schemas that list the values there are.
func withValues(scalars []part) []part {
	var out []part
	for _, p := range scalars {
		if len(p.schema.get("enum").elems()) > 0 || p.schema.get("const").ok() {
			out = append(out, p)
		}
	}
	return out
}

// merge reads schemas that hold at the same time. A single ref stays a ref.
func (r *reader) merge(parts []part) value {
	if len(parts) == 0 {
		return value{Type: anyType()}
	}
	if len(parts) == 1 {
		p := parts[0]
		if p.ref.ok() {
			return r.refValue(p.ref)
		}
		if !p.hasVariants() || !p.hasFields() {
			return r.plain(p)
		}
	}
	var objects, unions, scalars []part
	for _, p := range parts {
		if p.hasVariants() {
			unions = append(unions, part{p.schema, p.ref, variantsOnly, p.variants})
		}
		if p.hasFields() {
			objects = append(objects, part{p.schema, p.ref, fieldsOnly, nil})
		}
		if !p.hasVariants() && !p.hasFields() && (isScalar(p.schema) || p.schema.get("items").ok()) {
			scalars = append(scalars, p)
		}
	}
	if listed := withValues(scalars); len(objects) == 0 && len(unions) > 0 && len(listed) > 0 {
		return r.narrowest(listed) // what holds beside them leaves no other value
	}
	if len(objects)+len(unions) > 0 {
		for _, p := range scalars {
			r.unsupported(p.schema, "%v beside members or alternatives in an allOf is not read", typesOf(p.schema))
		}
	}
	switch {
	case len(unions) > 0 && product(unions) <= maxProduct:
		return r.distribute(objects, unions)
	case len(unions) > 0:
		r.unsupported(unions[0].schema, "an allOf of unions with more than %d combinations: only the fields that all share are read", maxProduct)
		fallthrough
	case len(objects) > 0:
		return r.object(objects)
	}
	return r.narrowest(parts)
}

// narrowest reads schemas of values without members that hold at the same time: the
// last one that lists values, or else the last.
func (r *reader) narrowest(parts []part) value {
	for _, p := range slices.Backward(parts) {
		if p.schema.get("const").ok() || p.schema.get("enum").ok() {
			return r.plain(p)
		}
	}
	last := parts[len(parts)-1]
	for _, p := range parts[:len(parts)-1] {
		a, b := typesOf(p.schema), typesOf(last.schema)
		if len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(t string) bool { return slices.Contains(b, t) }) {
			r.invalid(last.schema, "the schemas of an allOf have no value in common: %v and %v; the last one is read", a, b)
		}
	}
	return r.plain(last)
}

// isScalar reports whether the schema is of values without members.
func isScalar(s node) bool {
	types := typesOf(s)
	return s.get("enum").ok() || s.get("const").ok() || len(types) > 0 && !slices.Contains(types, "object") && !slices.Contains(types, "array")
}

func isObject(s node) bool {
	return len(s.get("properties").members()) > 0 || len(s.get("required").elems()) > 0 || s.get("additionalProperties").isMap() ||
		s.get("patternProperties").isMap() ||
		slices.Contains(typesOf(s), "object") && len(alternatives(s, "oneOf"))+len(alternatives(s, "anyOf")) == 0
}

// alternatives are those of oneOf or anyOf. Those that only say which fields
// must be there together ("a or b") are no alternatives of structure.
func alternatives(s node, keyword string) []node {
	list := s.get(keyword).elems()
	if !slices.ContainsFunc(list, func(v node) bool { return !onlyRequires(v) }) {
		return nil
	}
	return list
}

func onlyRequires(s node) bool {
	if !s.isMap() || !s.get("required").ok() {
		return false
	}
	for _, k := range []string{"$ref", "properties", "allOf", "anyOf", "oneOf"} {
		if s.get(k).ok() {
			return false
		}
	}
	return true
}

func product(unions []part) int {
	n := 1
	for _, u := range unions {
		if n *= max(1, len(u.variants)); n > maxProduct {
			return n
		}
	}
	return n
}

// distribute makes "these fields and one of those" one union of whole objects.
func (r *reader) distribute(objects, unions []part) value {
	first, rest := unions[0], unions[1:]
	if len(objects) == 0 && len(rest) == 0 {
		return r.union(first)
	}
	t := &model.Type{Kind: model.KindUnion, Discriminator: r.discriminator(first.schema)}
	out := value{Type: t}
	r.checkMapping(first)
	for _, variant := range first.variants {
		if isNullOnly(variant) {
			out.Nullable = true
			continue
		}
		all := slices.Concat(objects, rest, r.parts(variant))
		v := r.nested(all)
		if t.Discriminator != "" {
			r.tagInline(v.Type, t.Discriminator, r.tagsOf(first.schema, variant))
		}
		t.Variants = append(t.Variants, &model.Variant{Name: variant.get("title").text(), Type: v.Type})
	}
	if len(t.Variants) == 1 {
		out.Type = t.Variants[0].Type
	}
	return out
}

// nested is merge one level down, for schemas that multiply with themselves.
func (r *reader) nested(parts []part) value {
	if r.depth++; r.depth > maxDepth {
		r.depth--
		return r.tooDeep(parts[0].schema)
	}
	defer func() { r.depth-- }()
	return r.merge(parts)
}
