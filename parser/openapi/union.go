package openapi

import (
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/docgen-go/docgen/model"
)

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
