package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// covered reports whether a parameter of the method gives the value of a key.
// An optional header whose values have names does not: those that examples send
// choose what the method is about, and a caller's own takes their place.
func (c *constants) covered(m *model.Method, k constantKey) bool {
	for _, p := range m.Params {
		switch {
		case p.Location != k.location:
		case k.location == model.LocationQuery && sameQuery(p.Name, k.name):
			return true
		case k.location == model.LocationHeader && strings.EqualFold(p.Name, k.name):
			return p.Required || !c.choice(p.Type, 0)
		}
	}
	return false
}

// sameQuery reports whether a name of a query is a parameter, its list or a
// member of it: created, created[], created[gte].
func sameQuery(param, sent string) bool {
	if param == sent {
		return true
	}
	param = strings.TrimSuffix(param, "[]")
	rest, ok := strings.CutPrefix(sent, param)
	return ok && param != "" && (rest == "" || strings.HasPrefix(rest, "["))
}

// choice reports whether a type has values with names, whatever else it allows.
func (c *constants) choice(t *model.Type, depth int) bool {
	s := c.structure(t)
	if s == nil || depth > 8 {
		return false
	}
	switch s.Kind {
	case model.KindConst, model.KindEnum:
		return true
	case model.KindArray:
		return c.choice(s.Elem, depth+1)
	case model.KindUnion:
		return slices.ContainsFunc(s.Variants, func(v *model.Variant) bool { return c.choice(v.Type, depth+1) })
	}
	return false
}
