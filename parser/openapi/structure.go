package openapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// plain reads a schema by the one keyword that gives it its structure.
func (r *reader) plain(p part) value {
	s := p.schema
	switch {
	case s.get("const").ok():
		return value{Type: r.literals(s, []node{s.get("const")})}
	case len(s.get("enum").elems()) > 0:
		return value{Type: r.literals(s, s.get("enum").elems())}
	case p.hasVariants():
		return r.union(p)
	}
	types := typesOf(s)
	switch len(types) {
	case 0:
		return r.typed(s, untyped(s))
	case 1:
		return r.typed(s, types[0])
	}
	t := &model.Type{Kind: model.KindUnion}
	for _, name := range types {
		t.Variants = append(t.Variants, &model.Variant{Type: r.typed(s, name).Type})
	}
	return value{Type: t}
}

// typesOf are the types of a schema but null.
func typesOf(s node) []string {
	return slices.DeleteFunc(s.get("type").texts(), func(t string) bool { return t == "null" || t == "" })
}

// untyped guesses the type that other keywords imply.
func untyped(s node) string {
	switch {
	case isNullOnly(s):
		return "null"
	case isObject(s) || s.get("properties").ok():
		return "object"
	case s.get("items").ok() || s.get("prefixItems").ok():
		return "array"
	}
	return ""
}

func (r *reader) typed(s node, name string) value {
	switch name {
	case "object":
		return r.object([]part{{s, node{}, fieldsOnly, nil}})
	case "array":
		return value{Type: &model.Type{Kind: model.KindArray, Elem: r.elem(s)}}
	case "file": // of version 2, and still met
		return value{Type: &model.Type{Kind: model.KindFile}}
	}
	if t := scalar(name, s); t != nil {
		return value{Type: t}
	}
	if name != "" && name != "any" {
		r.invalid(s.get("type"), "there is no type %q; it is read as any value", name)
	}
	return value{Type: anyType()}
}

// elem is the type of the elements of an array. Those of a tuple differ by their
// place, which the model has no form for: any of them may stand anywhere.
func (r *reader) elem(s node) *model.Type {
	items := s.get("items")
	tuple := slices.Concat(s.get("prefixItems").elems(), items.elems())
	if len(tuple) == 0 {
		return r.value(items).typeOrNull()
	}
	if items.isMap() {
		tuple = append(tuple, items)
	}
	r.note(s, "the places of a tuple are not told apart: it is a list of any of its elements")
	union := &model.Type{Kind: model.KindUnion}
	seen := map[string]bool{}
	for _, e := range tuple {
		elem := r.value(e).typeOrNull()
		if elem.Fields == nil && elem.Elem == nil && elem.Enum == nil && elem.Variants == nil {
			key := string(elem.Kind) + " " + elem.Format + " " + elem.Ref + " " + string(elem.Literal)
			if seen[key] {
				continue
			}
			seen[key] = true
		}
		union.Variants = append(union.Variants, &model.Variant{Type: elem})
	}
	if len(union.Variants) == 1 {
		return union.Variants[0].Type
	}
	return union
}

func sameScalar(a, b *model.Type) bool {
	return a.Kind == b.Kind && a.Format == b.Format && a.Ref == b.Ref && a.Literal == b.Literal && a.Fields == nil && b.Fields == nil &&
		a.Elem == nil && b.Elem == nil && a.Enum == nil && b.Enum == nil && a.Variants == nil && b.Variants == nil
}

// typeOrNull is the type where there is no field to carry Nullable: the
// elements of arrays and maps.
func (v value) typeOrNull() *model.Type {
	if !v.Nullable || v.Type == nil {
		return v.Type
	}
	null := &model.Variant{Type: &model.Type{Kind: model.KindNull}}
	if v.Type.Kind == model.KindUnion {
		u := *v.Type
		u.Variants = append(slices.Clone(u.Variants), null)
		return &u
	}
	return &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{{Type: v.Type}, null}}
}

// scalar is the type of a word, or nil where the word is none of a scalar.
func scalar(name string, s node) *model.Type {
	format := s.get("format").text()
	if encoding := s.get("contentEncoding").text(); format == "" {
		format = encoding
	}
	switch name {
	case "string":
		return stringType(s, format)
	case "integer":
		return &model.Type{Kind: model.KindInteger, Format: format}
	case "number":
		return &model.Type{Kind: model.KindNumber, Format: format}
	case "boolean":
		return &model.Type{Kind: model.KindBoolean}
	case "null":
		return &model.Type{Kind: model.KindNull}
	}
	return nil
}

func stringType(s node, format string) *model.Type {
	media := s.get("contentMediaType").text()
	switch {
	case format == "date-time":
		return &model.Type{Kind: model.KindDateTime}
	case format == "date":
		return &model.Type{Kind: model.KindDate}
	case format == "binary", format == "" && media != "" && !isText(media) && !strings.HasPrefix(media, "text/"):
		return &model.Type{Kind: model.KindFile}
	}
	return &model.Type{Kind: model.KindString, Format: format}
}
