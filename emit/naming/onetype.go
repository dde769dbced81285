package naming

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// oneType is an API in which a union that the pages print in another way, too, is one Go
// type with that. A union of a scalar and of some of its values is the enum of these
// values: an enum in Go takes any other value of its base as it is, and a union would only
// stand between a constant and its field. A union without a name is the one with a name
// that has the same alternatives, and since rules 5 several with a name are one type, too.
//
// The map has the ID of the other type by the ID of each union without a name that is one
// with it; unions that have a name, or had one, are another name for the other type.
func oneType(api *model.API, kept keeping, rules Rules) (*model.API, map[string]string) {
	all := make([]string, len(api.Types)) // see alternatives
	for i, t := range api.Types {
		all[i] = alternatives(api, t)
	}
	of, unions := map[string]string{}, namedUnions(api, all, kept, rules)
	types := slices.Clone(api.Types)
	refer := func(i int, to *model.Type) {
		c := *api.Types[i]
		c.Type = to
		types[i] = &c
	}
	for i, t := range api.Types {
		enum, free := openEnum(api, t), t.Anonymous && kept.name(key("type", t.ID)) == ""
		union := unions[all[i]]
		switch {
		case enum != nil && enum.Kind == model.KindRef && free:
			of[t.ID] = enum.Ref
		case enum != nil:
			refer(i, enum)
		case union == "" || union == t.ID:
		case free:
			of[t.ID] = union
		case rules >= RulesTags && !t.Anonymous && !kept.isOwnType(t.ID):
			refer(i, &model.Type{Kind: model.KindRef, Ref: union})
		}
	}
	if slices.Equal(types, api.Types) {
		return api, of
	}
	return &model.API{
		Title: api.Title, Servers: api.Servers, Auth: api.Auth, Headers: api.Headers, Pages: api.Pages,
		Resources: api.Resources, Types: types,
	}, of
}

// namedUnions are the IDs of the unions with a name by their alternatives. Of several that
// have the same, one stands for all since rules 5: one that was a type before, or else that
// with the shortest ID. Before, none did. alternatives are those of each type.
func namedUnions(api *model.API, alternatives []string, kept keeping, rules Rules) map[string]string {
	of := map[string][]string{}
	for i, t := range api.Types {
		if all := alternatives[i]; all != "" && !t.Anonymous {
			of[all] = append(of[all], t.ID)
		}
	}
	out := map[string]string{}
	for all, ids := range of {
		if len(ids) > 1 && rules < RulesTags {
			continue
		}
		out[all] = slices.MinFunc(ids, func(a, b string) int {
			if x, y := kept.isOwnType(a), kept.isOwnType(b); x != y {
				return map[bool]int{true: -1, false: 1}[x]
			}
			return cmp.Or(len(a)-len(b), strings.Compare(a, b))
		})
	}
	return out
}

// alternatives are the IDs of all alternatives of a union, sorted, "" where one of them
// has no type with a name.
func alternatives(api *model.API, t *model.NamedType) string {
	if t.Type == nil || t.Type.Kind != model.KindUnion || len(t.Type.Variants) < 2 {
		return ""
	}
	var ids []string
	for _, v := range t.Type.Variants {
		_, named := Target(api, v.Type)
		if named == nil {
			return ""
		}
		ids = append(ids, named.ID)
	}
	slices.Sort(ids)
	return t.Type.Discriminator + "\x00" + strings.Join(ids, "\x00")
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
