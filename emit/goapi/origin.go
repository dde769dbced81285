package goapi

import (
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// An Origin is what a declaration was made of: at most one of the IDs is set.
type Origin struct {
	Resource, Method, Type, Auth string
	// Name is the Go type which belongs to Type, and Home the ID of the resource
	// that declares it.
	Name, Home string
	// Anonymous says that the pages give the type no name.
	Anonymous bool
	// Wire is the member, the parameter at its Place, or the literal that it is
	// about, "" for the whole.
	Place model.Place
	Wire  string
	Field *model.Field
	// Span is where it stands in the pages.
	Span source.Span
}

// Origins are the origins of all declarations of a package that were made of
// something in the pages, by their names.
func Origins(api *model.API, names *naming.Names) map[string]Origin {
	w := originWalk{names: names, out: map[string]Origin{}}
	w.resources(api.Resources, "Client")
	for r, m := range api.Methods {
		w.method(r, m)
	}
	for _, t := range api.Types {
		w.typ(api, t)
	}
	for _, a := range api.Auth {
		w.add("", names.Option(a.ID), Origin{Auth: a.ID, Span: a.Span})
	}
	return w.out
}

type originWalk struct {
	names *naming.Names
	out   map[string]Origin
}

// add notes the origin of an identifier or, behind the name of its owner, of a
// member. What has no name is not declared.
func (w *originWalk) add(owner, name string, o Origin) {
	if name == "" {
		return
	}
	if owner != "" {
		name = owner + "." + name
	}
	w.out[name] = o
}

func (w *originWalk) resources(rs []*model.Resource, parent string) {
	for _, r := range rs {
		o := Origin{Resource: r.ID, Span: r.Span}
		service := w.names.Service(r.ID)
		w.add("", service, o)
		w.add(parent, w.names.Accessor(r.ID), o)
		w.resources(r.Resources, service)
	}
}

func (w *originWalk) method(r *model.Resource, m *model.Method) {
	o := Origin{Method: m.ID, Span: m.Span}
	service, params := w.names.Service(r.ID), w.names.Params(m.ID)
	w.add(service, w.names.Method(m.ID), o)
	w.add(service, w.names.Streaming(m.ID), o)
	w.add(service, w.names.AutoPaging(m.ID), o)
	w.add("", params, o)
	for _, p := range m.Params {
		w.add(params, w.names.Param(m.ID, p.Place, p.Name), Origin{Method: m.ID, Place: p.Place, Wire: p.Name, Field: &p.Field, Span: p.Span})
	}
	if m.Body == nil {
		return
	}
	w.add(params, w.names.Param(m.ID, naming.PlaceBody, ""), Origin{Method: m.ID, Place: naming.PlaceBody, Span: m.Span})
	if m.Body.Type != nil {
		for _, f := range m.Body.Type.Fields {
			name := w.names.Param(m.ID, naming.PlaceBody, f.Name)
			w.add(params, name, Origin{Method: m.ID, Place: naming.PlaceBody, Wire: f.Name, Field: f, Span: f.Span})
		}
	}
}

func (w *originWalk) typ(api *model.API, t *model.NamedType) {
	name := w.names.Type(t.ID)
	o := Origin{Type: t.ID, Name: name, Home: t.Resource, Anonymous: t.Anonymous, Span: t.Span}
	w.add("", name, o)
	w.add("", w.names.Variant(t.ID), o)
	if t.Type == nil {
		return
	}
	for _, f := range t.Type.Fields {
		member := o
		member.Wire, member.Field, member.Span = f.Name, f, f.Span
		w.add(name, w.names.Field(t.ID, f.Name), member)
	}
	if t.Type.Enum != nil {
		for _, v := range t.Type.Enum.Values {
			value := o
			value.Wire = string(v.Literal)
			w.add("", w.names.Value(t.ID, v.Literal), value)
		}
	}
	if t.Type.Kind == model.KindUnion {
		for _, v := range naming.Variants(api, t.Type) {
			w.add("", w.names.Wrapper(t.ID, v.Type), o)
		}
	}
}
