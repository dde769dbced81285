package openapi

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/docgen-go/docgen/model"
)

// plain reads a schema by the one keyword that gives it its structure.
func (r *reader) plain(s *openapi3.Schema, at pointer) (value, error) {
	switch {
	case s.Const != nil:
		return value{Type: literals([]any{s.Const})}, nil
	case s.Enum != nil:
		return value{Type: literals(s.Enum)}, nil
	case variants(s) != nil:
		return r.union(s, at)
	}
	types := slices.DeleteFunc(slices.Clone(s.Type.Slice()), func(t string) bool { return t == openapi3.TypeNull })
	switch len(types) {
	case 0:
		return r.typed(s, untyped(s), at)
	case 1:
		return r.typed(s, types[0], at)
	}
	t := &model.Type{Kind: model.KindUnion}
	for _, name := range types {
		v, err := r.typed(s, name, at)
		if err != nil {
			return value{}, err
		}
		t.Variants = append(t.Variants, &model.Variant{Type: v.Type})
	}
	return value{Type: t}, nil
}

// untyped guesses the type that other keywords imply.
func untyped(s *openapi3.Schema) string {
	switch {
	case s.Type.IncludesNull():
		return openapi3.TypeNull
	case isObject(s):
		return openapi3.TypeObject
	case s.Items != nil:
		return openapi3.TypeArray
	}
	return ""
}

func (r *reader) typed(s *openapi3.Schema, name string, at pointer) (value, error) {
	switch name {
	case openapi3.TypeObject:
		return r.object([]part{{s, nil, at, fieldsOnly}})
	case openapi3.TypeArray:
		elem, err := r.value(s.Items, at.child("items"))
		return value{Type: &model.Type{Kind: model.KindArray, Elem: elem.typeOrNull()}}, err
	}
	return value{Type: scalar(name, s.Format)}, nil
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

func scalar(name, format string) *model.Type {
	switch name + " " + format {
	case "string date-time":
		return &model.Type{Kind: model.KindDateTime}
	case "string date":
		return &model.Type{Kind: model.KindDate}
	case "string binary":
		return &model.Type{Kind: model.KindFile}
	}
	switch name {
	case openapi3.TypeString:
		return &model.Type{Kind: model.KindString, Format: format}
	case openapi3.TypeInteger:
		return &model.Type{Kind: model.KindInteger, Format: format}
	case openapi3.TypeNumber:
		return &model.Type{Kind: model.KindNumber, Format: format}
	case openapi3.TypeBoolean:
		return &model.Type{Kind: model.KindBoolean}
	case openapi3.TypeNull:
		return &model.Type{Kind: model.KindNull}
	}
	return &model.Type{Kind: model.KindAny}
}
