package diff

import "github.com/docgen-go/docgen/model"

// hides reports whether a type is any value only because no page shows what it is.
func (p *parts) hides() bool { return p.partial && p.anything() }

// untold returns what only one side has, as far as the other one would show it: pages that
// announce more than they list say nothing of what they leave out.
func untold[T any](d *differing, other *parts, only []T) []T {
	if other.partial && len(only) > 0 {
		d.c.unstated[model.FactType]++
		return nil
	}
	return only
}

// announced compares two objects of which one side lists the names of some members and no
// more: the types of those that both have, as far as each side has them.
func (c *comparer) announced(p location, a, b *model.Type) {
	after := make(map[string]*model.Field, len(b.Fields))
	for _, g := range b.Fields {
		after[g.Name] = g
	}
	both := 0
	for _, f := range a.Fields {
		if g := after[f.Name]; g != nil {
			both++
			c.types(p.below(f.Name, f, g), f.Type, g.Type)
		}
	}
	if both < len(a.Fields) || both < len(b.Fields) {
		c.unstated[model.FactType]++
	}
}
