package assemble

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// fold makes the simplest type of the alternatives: an enum of literals, an
// open enum where the base itself is an alternative too, the alternative
// itself where there is one, and a union otherwise.
func (b *Builder) fold(variants []*model.Variant) *model.Type {
	if len(variants) == 0 {
		return b.In.Scalar(model.KindAny)
	}
	variants = b.gather(distinct(variants))
	if len(variants) == 1 && variants[0].Name == "" {
		return variants[0].Type
	}
	if t := b.openEnum(variants); t != nil {
		return t
	}
	return b.In.Intern(model.Type{Kind: model.KindUnion, Variants: variants})
}

func distinct(variants []*model.Variant) []*model.Variant {
	seen := map[model.Variant]bool{}
	out := variants[:0:0]
	for _, v := range variants {
		key := model.Variant{Name: v.Name, Type: v.Type}
		if !seen[key] {
			seen[key] = true
			out = append(out, v)
		}
	}
	return out
}

// gather joins literals and anonymous enums of one base into one enum, in the
// place of the first of them.
func (b *Builder) gather(variants []*model.Variant) []*model.Variant {
	enum := &model.Enum{}
	at := -1
	var out []*model.Variant
	for _, v := range variants {
		values, base := literals(v)
		if values == nil || enum.Base != "" && enum.Base != base {
			out = append(out, v)
			continue
		}
		if at < 0 {
			at, enum.Base = len(out), base
			out = append(out, v)
		}
		enum.Open = enum.Open || v.Type.Kind == model.KindEnum && v.Type.Enum.Open
		enum.Values = appendValues(enum.Values, values)
	}
	switch {
	case at < 0:
	case len(enum.Values) > 1 || enum.Open:
		out[at] = &model.Variant{Type: b.enum(enum)}
	case out[at].Type.Kind == model.KindEnum:
		out[at] = &model.Variant{Type: b.constant(string(enum.Values[0].Literal)), Doc: enum.Values[0].Doc}
	}
	return out
}

// literals returns the values of a constant or an anonymous enum.
func literals(v *model.Variant) ([]model.EnumValue, model.Kind) {
	switch v.Type.Kind {
	case model.KindConst:
		return []model.EnumValue{{Literal: v.Type.Literal, Doc: v.Doc}}, literalKind(v.Type.Literal)
	case model.KindEnum:
		return v.Type.Enum.Values, v.Type.Enum.Base
	}
	return nil, ""
}

func appendValues(have, more []model.EnumValue) []model.EnumValue {
next:
	for _, v := range more {
		for i := range have {
			if have[i].Literal == v.Literal {
				have[i].Doc = cmp.Or(have[i].Doc, v.Doc)
				have[i].Deprecated = cmp.Or(have[i].Deprecated, v.Deprecated)
				have[i].SDKName = cmp.Or(have[i].SDKName, v.SDKName)
				continue next
			}
		}
		have = append(have, v)
	}
	return have
}

func (b *Builder) enum(e *model.Enum) *model.Type {
	if e.Base == model.KindBoolean && len(e.Values) > 1 {
		return b.In.Scalar(model.KindBoolean)
	}
	return b.In.Intern(model.Type{Kind: model.KindEnum, Enum: e})
}

// openEnum reads `string or "a" or "b"`: any string, of which some are known.
func (b *Builder) openEnum(variants []*model.Variant) *model.Type {
	if len(variants) != 2 {
		return nil
	}
	for i, v := range variants {
		values, base := literals(variants[1-i])
		if values != nil && v.Type.Kind == base && base != model.KindBoolean && v.Type.Format == "" {
			return b.enum(&model.Enum{Base: base, Values: values, Open: true})
		}
	}
	return nil
}

// literalKind is the base of a literal. Whole numbers are integers.
func literalKind(l model.Literal) model.Kind {
	switch {
	case l == "":
		return model.KindAny
	case l[0] == '"':
		return model.KindString
	case l == "true" || l == "false":
		return model.KindBoolean
	case l == "null":
		return model.KindNull
	case !json.Valid([]byte(l)):
		return model.KindAny
	case strings.ContainsAny(string(l), ".eE"):
		return model.KindNumber
	}
	return model.KindInteger
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
