package goapi

import (
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// field returns the origin of a field of a struct, and whether the pages have it.
func (o *origins) field(owner, name string) (origin, bool) {
	out, t := o.byName[owner], o.types[owner]
	if t == nil || t.Type == nil {
		return out, false
	}
	if o.members[owner] == nil {
		by := map[string]member{}
		for _, f := range t.Type.Fields {
			addMember(by, o.names.Field(t.ID, f.Name), "", f)
		}
		o.members[owner] = by
	}
	m, ok := o.members[owner][name]
	if ok {
		out.Wire, out.Field, out.Span = m.field.Name, m.field, m.field.Span
	}
	return out, ok
}

// param returns the origin of a field of a params struct, and whether the pages
// have it.
func (o *origins) param(owner, name string) (origin, bool) {
	m := o.params[owner]
	out := origin{Method: m.ID, Span: m.Span}
	if o.members[owner] == nil {
		o.members[owner] = o.paramsOf(m)
	}
	if p, ok := o.members[owner][name]; ok {
		out.Location, out.Wire, out.Field, out.Span = p.location, p.field.Name, p.field, p.field.Span
		return out, true
	}
	if m.Body == nil || m.Body.Type == nil {
		return out, false
	}
	out.Location = naming.LocationBody
	return out, o.names.Param(m.ID, naming.LocationBody, "") == name
}

// paramsOf returns the parameters and members of the body by the names of their
// fields in the params struct.
func (o *origins) paramsOf(m *model.Method) map[string]member {
	by := map[string]member{}
	for _, p := range m.Params {
		addMember(by, o.names.Param(m.ID, p.Location, p.Name), p.Location, &p.Field)
	}
	if m.Body != nil && m.Body.Type != nil {
		for _, f := range m.Body.Type.Fields {
			addMember(by, o.names.Param(m.ID, naming.LocationBody, f.Name), naming.LocationBody, f)
		}
	}
	return by
}

// addMember adds a member unless another has its name: the first one counts.
func addMember(by map[string]member, name string, at model.Location, f *model.Field) {
	if _, taken := by[name]; !taken {
		by[name] = member{at, f}
	}
}
