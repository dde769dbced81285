package diff

import (
	"cmp"
	"slices"
	"strings"
)

// need are the kinds that tell whether a member has to be there, by the kind that they are
// without it: a structure of which only a part is sent has all members of the whole one, and
// none that has to be there.
var need = map[Kind]Kind{FieldAddedRequired: FieldAddedOptional, FieldRemovedRequired: FieldRemovedOptional}

// withoutNeed returns a kind and the type of a member, whether or not it has to be there.
func withoutNeed(kind Kind, text string) (Kind, string) {
	if plain, ok := need[kind]; ok {
		kind = plain
	}
	return kind, strings.TrimPrefix(text, optionalWord)
}

// optionalWord stands before the types of members that need not be there.
const optionalWord = "optional "

// mix reports whether the changes of a group differ in kind or position, and puts what
// reaches most methods first then, and members before parameters of their name.
func mix(group []found) bool {
	first := group[0]
	if !slices.ContainsFunc(group, func(f found) bool { return f.Kind != first.Kind || !slices.Equal(f.In, first.In) }) {
		return false
	}
	parameter := func(f found) int {
		if f.Kind == ParamRenamed {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(group, func(a, b found) int {
		return cmp.Or(parameter(a)-parameter(b), len(b.Reach)-len(a.Reach))
	})
	return true
}

// setParts notes what the change is at the location, and which methods show it in which position.
func (l *Location) setParts(c Change) {
	l.parts = c.parts()
	if len(c.In) != 1 {
		return
	}
	if l.Requests = c.Reach; c.In[0] == Response {
		l.Requests, l.Responses = nil, c.Reach
	}
}

// parts returns the kinds and positions that a change has.
func (c Change) parts() []Part {
	if len(c.Parts) > 0 {
		return c.Parts
	}
	out := make([]Part, len(c.In))
	for i, in := range c.In {
		out[i] = Part{c.Kind, in}
	}
	return out
}

// mixParts makes a change what it is at its locations.
func (c *Change) mixParts() {
	var all []Part
	for _, l := range c.Locations {
		for _, p := range l.parts {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	if len(all) == 0 {
		return
	}
	c.Kind, c.Parts, c.In = all[0].Kind, all, nil
	for _, in := range []Position{Request, Response} {
		if slices.ContainsFunc(all, func(p Part) bool { return p.In == in }) {
			c.In = append(c.In, in)
		}
	}
}

// sayOnce returns values without those of optional members whose type stands there already.
func (c *Change) sayOnce(values []string) []string {
	if len(c.Parts) == 0 {
		return values
	}
	return slices.DeleteFunc(values, func(v string) bool {
		plain, optional := strings.CutPrefix(v, optionalWord)
		return optional && slices.Contains(values, plain)
	})
}
