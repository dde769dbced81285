package link

import "github.com/docgen-go/docgen/model"

// A member is a structure under the name of a field.
type member struct {
	field string
	typ   *model.Type
}

// commonMembers finds the structures that more than one object of a union has
// under the same field. They belong to the union, not to one of its objects:
// three hundred kinds of events have a few kinds of actor, not three hundred.
// The one that most objects share is named after the union alone, any other
// after the first object that has it.
func commonMembers(u *model.Type, name string, owners map[string]int) map[member]string {
	count, first := map[member]int{}, map[member]*model.Variant{}
	var order []member
	for _, v := range u.Variants {
		for _, f := range v.Type.Fields {
			m := member{f.Name, f.Type}
			if count[m]++; count[m] == 1 {
				first[m], order = v, append(order, m)
			}
		}
	}
	out, leads := map[member]string{}, map[string]member{}
	for _, m := range order {
		if count[m] < 2 {
			continue
		}
		out[m] = name + variantWord(first[m], owners) + Camel(m.field)
		if lead, ok := leads[m.field]; !ok || count[m] > count[lead] {
			leads[m.field] = m
		}
	}
	for field, m := range leads {
		out[m] = name + Camel(field)
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
