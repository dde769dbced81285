package link

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// variantWord names an alternative: by its title, by the constant that marks
// it, by the first field that the others do not have, or by its kind.
func variantWord(v *model.Variant, owners map[string]int) string {
	if v.Name != "" {
		return Camel(v.Name)
	}
	switch v.Type.Kind {
	case model.KindObject:
		for _, f := range v.Type.Fields {
			if f.Type.Kind == model.KindConst && strings.HasPrefix(string(f.Type.Literal), `"`) {
				return Camel(strings.Trim(string(f.Type.Literal), `"`))
			}
		}
		for _, f := range v.Type.Fields {
			if owners[f.Name] == 1 {
				return "With" + Camel(f.Name)
			}
		}
		return "Object"
	case model.KindArray:
		return "Array"
	case model.KindMap:
		return "Map"
	case model.KindEnum:
		return "Value"
	}
	return Camel(string(v.Type.Kind))
}

// fieldOwners counts the alternatives of a union that have a field, by its name.
func fieldOwners(u *model.Type) map[string]int {
	owners := map[string]int{}
	for _, v := range u.Variants {
		own := map[string]bool{}
		for _, f := range v.Type.Fields {
			if !own[f.Name] {
				own[f.Name] = true
				owners[f.Name]++
			}
		}
	}
	return owners
}
