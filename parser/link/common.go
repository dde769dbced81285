package link

import "github.com/docgen-go/docgen/model"

// A member is a structure under the name of a field.
type member struct {
	field string
	typ   *model.Type
}

// commonMembers finds the structures that more than one object of a union has
// under the same field. They belong to the union, not to one of its objects:
// three hundred kinds of events have one kind of actor, not three hundred.
func commonMembers(u *model.Type, name string) map[member]string {
	count := map[member]int{}
	for _, v := range u.Variants {
		for _, f := range v.Type.Fields {
			count[member{f.Name, f.Type}]++
		}
	}
	out := map[member]string{}
	for m, n := range count {
		if n > 1 {
			out[m] = name + Camel(m.field)
		}
	}
	return out
}

// fieldName is the name of the structure that a field of the owner holds.
func (n *namer) fieldName(owner string, f *model.Field) string {
	if name, ok := n.common[member{f.Name, f.Type}]; ok {
		return name
	}
	return owner + Camel(f.Name)
}
