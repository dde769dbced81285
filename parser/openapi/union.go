package openapi

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// union reads oneOf and anyOf. Null is not a variant but a fact of the field;
// one variant that is left over stands for itself.
func (r *reader) union(p part) value {
	t := &model.Type{Kind: model.KindUnion, Discriminator: r.discriminator(p.schema)}
	out := value{Type: t}
	r.checkMapping(p)
	for _, variant := range p.variants {
		if isNullOnly(variant) {
			out.Nullable = true
			continue
		}
		v := r.value(variant)
		if types := typesOf(p.schema); v.Type.Kind == model.KindAny && len(types) == 1 && len(typesOf(variant)) == 0 {
			if typed := scalar(types[0], variant); typed != nil {
				v.Type = typed // the alternatives of a text need not say again that they are texts
			}
		}
		if t.Discriminator != "" {
			r.tag(v.Type, t.Discriminator, r.tagsOf(p.schema, variant), variant)
		}
		out.Nullable = out.Nullable || v.Nullable
		out.Default, out.Limits = v.Default, v.Limits
		t.Variants = append(t.Variants, &model.Variant{Name: titleOf(variant), Type: v.Type, Doc: v.Doc})
	}
	switch len(t.Variants) {
	case 0:
		out.Type = &model.Type{Kind: model.KindNull}
	case 1:
		out.Type = t.Variants[0].Type
	default:
		out.Default, out.Limits = "", nil
	}
	return out
}

func titleOf(s node) string {
	if refOf(s) != "" {
		return ""
	}
	return s.get("title").text()
}

// literals is a const for one value and an enum for more. Null among them is
// a fact of the field.
func (r *reader) literals(s node, values []node) *model.Type {
	e := &model.Enum{}
	seen := map[model.Literal]bool{}
	names, docs := enumTexts(s, "x-enum-varnames", "x-enumNames"), enumTexts(s, "x-enum-descriptions", "x-enumDescriptions")
	for i, v := range values {
		if v.isNull() {
			continue
		}
		value := model.EnumValue{Literal: v.literal()}
		if seen[value.Literal] {
			r.invalid(v, "the value %s stands twice", value.Literal)
			continue
		}
		seen[value.Literal] = true
		value.Name, value.Doc = names(i, v), docs(i, v)
		e.Values = append(e.Values, value)
		e.Base = commonKind(e.Base, v)
	}
	switch len(e.Values) {
	case 0:
		return &model.Type{Kind: model.KindNull}
	case 1:
		return &model.Type{Kind: model.KindConst, Literal: e.Values[0].Literal}
	}
	return &model.Type{Kind: model.KindEnum, Enum: e}
}

// enumTexts returns what an extension says of the values of an enum, as a list in
// their order or as a mapping by value.
func enumTexts(s node, names ...string) func(i int, v node) string {
	for _, name := range names {
		switch x := s.get(name); {
		case x.isList():
			all := x.elems()
			return func(i int, _ node) string {
				if i < len(all) {
					return all[i].text()
				}
				return ""
			}
		case x.isMap():
			return func(_ int, v node) string { return x.get(v.text()).text() }
		}
	}
	return func(int, node) string { return "" }
}

func commonKind(have model.Kind, v node) model.Kind {
	kind := model.KindAny
	if v.isText() {
		switch v.val.Tag {
		case "!!int":
			kind = model.KindInteger
		case "!!float":
			kind = model.KindNumber
			if text := number(v.val.Value); strings.HasSuffix(text, ".0") {
				kind = model.KindInteger
			}
		case "!!bool":
			kind = model.KindBoolean
		default:
			kind = model.KindString
		}
	}
	switch {
	case have == "" || have == kind:
		return kind
	case (have == model.KindInteger || have == model.KindNumber) && (kind == model.KindInteger || kind == model.KindNumber):
		return model.KindNumber
	}
	return model.KindAny
}
