package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// An origin is what a declaration was made of: at most one of Resource, Method,
// Type and Auth, which are IDs, is set.
type origin struct {
	Resource, Method, Type, Auth string
	// Name is the Go type that was made of Type, and DeclaredIn the ID of the resource
	// that declares it.
	Name, DeclaredIn string
	// Anonymous says that the pages give the type no name.
	Anonymous bool
	// Wire is the member, the parameter at its Location, or the literal that it is
	// about, "" for the whole.
	Location model.Location
	Wire     string
	Field    *model.Field
	// Span is where it stands in the pages.
	Span source.Span
}

// Origins find what declarations were made of. Members are looked up in what
// has them when somebody asks.
type origins struct {
	names  *naming.Names
	byName map[string]origin
	types  map[string]*model.NamedType // by the name of the Go type
	params map[string]*model.Method    // by the name of the params struct
	// literals are those of enums by the names of their constants, by the name of the
	// Go type; made when somebody asks.
	literals map[string]map[string]model.Literal
	// members are those of structs and params structs by the names of their fields, by
	// the name of the Go type; made when somebody asks.
	members map[string]map[string]member
}

// A member is what a field of a struct was made of.
type member struct {
	location model.Location // of a parameter
	field    *model.Field
}

func newOrigins(api *model.API, names *naming.Names) *origins {
	o := &origins{
		names: names, byName: make(map[string]origin, 3*len(api.Types)), types: make(map[string]*model.NamedType, len(api.Types)), params: map[string]*model.Method{},
		literals: map[string]map[string]model.Literal{}, members: map[string]map[string]member{},
	}
	o.resources(api.Resources, "Client")
	for r, m := range api.Methods {
		o.method(r, m)
	}
	for _, t := range api.Types {
		o.typ(api, t)
	}
	for _, a := range api.Auth {
		o.byName[names.Option(a.ID)] = origin{Auth: a.ID, Span: a.Span}
	}
	delete(o.byName, "") // what has no name is not declared
	return o
}

func (o *origins) resources(rs []*model.Resource, parent string) {
	for _, r := range model.Called(rs) {
		whole := origin{Resource: r.ID, Span: r.Span}
		service := o.names.Service(r.ID)
		o.byName[service] = whole
		o.byName[parent+"."+o.names.Accessor(r.ID)] = whole
		o.resources(r.Resources, service)
	}
}

func (o *origins) method(r *model.Resource, m *model.Method) {
	whole := origin{Method: m.ID, Span: m.Span}
	service, params := o.names.Service(r.ID), o.names.Params(m.ID)
	for _, name := range []string{o.names.Method(m.ID), o.names.Streaming(m.ID), o.names.AutoPaging(m.ID)} {
		o.byName[service+"."+name] = whole
	}
	o.byName[params], o.params[params] = whole, m
}

func (o *origins) typ(api *model.API, t *model.NamedType) {
	name := o.names.Type(t.ID)
	whole := origin{Type: t.ID, Name: name, DeclaredIn: t.Resource, Anonymous: t.Anonymous, Span: t.Span}
	o.byName[name], o.types[name] = whole, t
	if t.Type == nil || t.Type.Kind != model.KindUnion {
		return
	}
	o.byName[o.names.Variant(t.ID)] = whole
	for _, v := range naming.Variants(api, t.Type) {
		if v.Wrapped {
			o.byName[o.names.Wrapper(t.ID, v.Type)] = whole
		}
	}
}

// of is the origin of a declaration.
func (o *origins) of(d Decl) (origin, bool) {
	whole, ok := o.byName[d.Name]
	owner, name, has := strings.Cut(d.Name, ".")
	switch {
	case ok:
		return whole, true
	case d.Kind == KindConst:
		owner, _, _ = strings.Cut(d.Text, " ")
		return o.value(owner, d.Name)
	case has && o.params[owner] != nil:
		return o.param(owner, name)
	case has:
		return o.field(owner, name)
	}
	return origin{}, false
}

func (o *origins) value(owner, name string) (origin, bool) {
	out, t := o.byName[owner], o.types[owner]
	if t == nil || t.Type == nil || t.Type.Enum == nil {
		return out, false
	}
	if o.literals[owner] == nil {
		o.literals[owner] = map[string]model.Literal{}
		for _, v := range slices.Backward(t.Type.Enum.Values) { // the first of a name counts
			o.literals[owner][o.names.Value(t.ID, v.Literal)] = v.Literal
		}
	}
	literal, ok := o.literals[owner][name]
	out.Wire = string(literal)
	return out, ok
}
