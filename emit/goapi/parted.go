package goapi

import "slices"

// parted are the findings about the structures that a type without a name of its
// own was one Go type with: where they changed, it has a type of its own now.
func (x *explainer) parted(c *Change) []int {
	if c.Action != Added {
		return nil
	}
	o, ok := x.new.origins.of(x.is(c))
	if !ok || !o.Anonymous || o.Type == "" {
		return nil
	}
	shared := x.old.origins.names.Type(o.Type)
	if shared == "" || shared == o.Name {
		return nil
	}
	var out []int
	for _, d := range x.old.mentioning(shared) {
		user, _ := x.old.origins.of(*d)
		out = append(out, x.old.index.at(user)...)
	}
	if t := x.old.origins.types[shared]; t != nil {
		out = append(out, x.old.index.at(origin{Type: t.ID})...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
