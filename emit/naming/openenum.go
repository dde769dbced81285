package naming

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// openEnums is an API in which a union of a scalar and of some of its values is the enum
// of these values: an enum in Go takes any other value of its base as it is, and a union
// would only stand between a constant and its field. The map has the enum by the ID of
// each union without a name that is one; unions that have a name, or had one, are another
// name for it.
func openEnums(api *model.API, kept keeping) (*model.API, map[string]string) {
	of := map[string]string{}
	types := slices.Clone(api.Types)
	for i, t := range api.Types {
		enum := openEnum(api, t)
		switch {
		case enum == nil:
			continue
		case enum.Kind == model.KindRef && t.Anonymous && kept.name(NewKey("type", t.ID)) == "":
			of[t.ID] = enum.Ref
			continue
		}
		c := *t
		c.Type = enum
		types[i] = &c
	}
	if slices.Equal(types, api.Types) {
		return api, of
	}
	return &model.API{
		Title: api.Title, Servers: api.Servers, Auth: api.Auth, Headers: api.Headers, Pages: api.Pages,
		Resources: api.Resources, Types: types,
	}, of
}

// openEnum is the enum that a union is: a ref to the one named enum that it has, or one
// of all values; nil where it is none.
func openEnum(api *model.API, t *model.NamedType) *model.Type {
	if t.Type == nil || t.Type.Kind != model.KindUnion {
		return nil
	}
	var base model.Kind
	var named []string
	var values []model.EnumValue
	for _, v := range t.Type.Variants {
		enum := v.Type
		if _, to := Target(api, v.Type); to != nil {
			enum, named = to.Type, append(named, to.ID)
		}
		switch {
		case (enum.Kind == model.KindString || enum.Kind == model.KindInteger) && enum.Format == "" && base == "":
			base = enum.Kind
		case enum.Kind == model.KindEnum:
			for _, value := range enum.Enum.Values {
				if v.Type.Kind == model.KindRef {
					value.SDKName = "" // is that of the constant there
				}
				values = append(values, value)
			}
		case enum.Kind == model.KindConst:
			values = append(values, model.EnumValue{Literal: enum.Literal, Doc: v.Doc})
		default:
			return nil
		}
	}
	enum := &model.Enum{Base: base, Values: values, Open: true}
	switch {
	case base == "" || len(values) == 0 || EnumBase(enum) != base:
		return nil
	case len(named) == 1 && len(t.Type.Variants) == 2:
		return &model.Type{Kind: model.KindRef, Ref: named[0]}
	}
	return &model.Type{Kind: model.KindEnum, Enum: enum}
}
