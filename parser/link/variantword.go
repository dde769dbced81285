package link

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// variantWord names an alternative: by its title, by the constant that marks
// it, by the first field that the others do not have, or by its kind.
func variantWord(u *model.Type, v *model.Variant) string {
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
			if !sharedField(u, v, f.Name) {
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

func sharedField(u *model.Type, v *model.Variant, name string) bool {
	for _, other := range u.Variants {
		if other == v {
			continue
		}
		for _, f := range other.Type.Fields {
			if f.Name == name {
				return true
			}
		}
	}
	return false
}
