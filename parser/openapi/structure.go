package openapi

import (
	"fmt"
	"maps"
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

// object reads one object from all parts; a field of a later part wins, a
// field is required if any part says so.
func (r *reader) object(parts []part) (value, error) {
	t := &model.Type{Kind: model.KindObject}
	required := map[string]bool{}
	for _, p := range parts {
		for _, name := range p.schema.Required {
			required[name] = true
		}
	}
	for _, p := range parts {
		if err := r.fields(t, p, required); err != nil {
			return value{}, err
		}
	}
	if len(t.Fields) > 0 {
		return value{Type: t}, nil
	}
	elem := t.Elem
	if elem == nil {
		elem = &model.Type{Kind: model.KindAny}
	}
	return value{Type: &model.Type{Kind: model.KindMap, Elem: elem}}, nil
}

func (r *reader) fields(t *model.Type, p part, required map[string]bool) error {
	for _, name := range slices.Sorted(maps.Keys(p.schema.Properties)) {
		at := p.at.child("properties", name)
		v, err := r.value(p.schema.Properties[name], at)
		if err != nil {
			return err
		}
		t.Fields = putField(t.Fields, v.field(name, required[name], r.span(at)))
	}
	extra := p.schema.AdditionalProperties
	switch {
	case extra.Schema != nil:
		v, err := r.value(extra.Schema, p.at.child("additionalProperties"))
		if err != nil {
			return err
		}
		t.Elem = v.typeOrNull()
	case extra.Has != nil && *extra.Has && t.Elem == nil:
		t.Elem = &model.Type{Kind: model.KindAny}
	}
	return nil
}

func putField(list []*model.Field, f *model.Field) []*model.Field {
	for i, have := range list {
		if have.Name == f.Name {
			list[i] = f
			return list
		}
	}
	return append(list, f)
}

// union reads oneOf and anyOf. Null is not a variant but a fact of the field;
// one variant that is left over stands for itself.
func (r *reader) union(s *openapi3.Schema, at pointer) (value, error) {
	t := &model.Type{Kind: model.KindUnion, Discriminator: discriminator(s)}
	out := value{Type: t}
	for i, ref := range variants(s) {
		if isNull(ref) {
			out.Nullable = true
			continue
		}
		v, err := r.value(ref, variantPointer(s, at, i))
		if err != nil {
			return value{}, err
		}
		out.Nullable = out.Nullable || v.Nullable
		out.Default, out.Limits = v.Default, v.Limits
		t.Variants = append(t.Variants, &model.Variant{Name: title(ref), Type: v.Type, Doc: v.Doc})
	}
	switch len(t.Variants) {
	case 0:
		out.Type = &model.Type{Kind: model.KindNull}
	case 1:
		out.Type = t.Variants[0].Type
	default:
		out.Default, out.Limits = "", nil
	}
	return out, nil
}

func title(ref *openapi3.SchemaRef) string {
	if ref.Ref != "" || ref.Value == nil {
		return ""
	}
	return ref.Value.Title
}

func discriminator(s *openapi3.Schema) string {
	if s.Discriminator == nil {
		return ""
	}
	return s.Discriminator.PropertyName
}

func variantPointer(s *openapi3.Schema, at pointer, i int) pointer {
	if s.OneOf != nil {
		return at.child("oneOf", fmt.Sprint(i))
	}
	return at.child("anyOf", fmt.Sprint(i))
}

// literals is a const for one value and an enum for more. Null among them is
// a fact of the field.
func literals(values []any) *model.Type {
	e := &model.Enum{}
	for _, v := range values {
		if v != nil {
			e.Values = append(e.Values, model.EnumValue{Literal: literal(v)})
			e.Base = commonKind(e.Base, v)
		}
	}
	switch len(e.Values) {
	case 0:
		return &model.Type{Kind: model.KindNull}
	case 1:
		return &model.Type{Kind: model.KindConst, Literal: e.Values[0].Literal}
	}
	return &model.Type{Kind: model.KindEnum, Enum: e}
}

func commonKind(have model.Kind, v any) model.Kind {
	kind := model.KindAny
	switch n := v.(type) {
	case string:
		kind = model.KindString
	case bool:
		kind = model.KindBoolean
	case float64:
		kind = model.KindNumber
		if n == float64(int64(n)) {
			kind = model.KindInteger
		}
	}
	if have == "" || have == kind {
		return kind
	}
	return model.KindAny
}
