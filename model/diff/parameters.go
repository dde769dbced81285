package diff

// asParameter are the kinds of members as those of parameters.
var asParameter = map[Kind]Kind{
	FieldAddedRequired: ParamAddedRequired, FieldAddedOptional: ParamAddedOptional,
	FieldRemovedRequired: ParamRemovedRequired, FieldRemovedOptional: ParamRemovedOptional,
	FieldRenamed: ParamRenamed,
}

// AsParameters makes changes of types what they are where the types stand for the
// parameters of methods whose names nobody knows: of says where the members of each
// travel, such as query. Members of bodies stay members.
func (c *Comparison) AsParameters(of map[string]string) {
	for i := range c.Changes {
		ch := &c.Changes[i]
		where := of[ch.Type]
		if where == "" || ch.At == "" {
			continue
		}
		if kind, ok := asParameter[ch.Kind]; ok && where != "body" && len(ch.Subjects[0].NewPath) == 1 {
			ch.Kind = kind
		}
		for j := range ch.Locations {
			if l := &ch.Locations[j]; of[l.Type] != "" {
				l.At = of[l.Type] + "." + l.At
			}
		}
		ch.At = ch.Locations[0].At
	}
	for i := range c.Texts {
		if t := &c.Texts[i]; of[t.Type] != "" && t.At != "" {
			t.At = of[t.Type] + "." + t.At
		}
	}
}
