package link

import (
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
)

// anonymous gives a name to every object, union and enum that has none, made
// of the place where it stands, and leaves a ref in that place. The same
// structure under the same name is one type.
func (l *linker) anonymous() {
	n := &namer{
		l: l, done: map[string]*model.Type{}, domain: map[string][]*model.NamedType{}, declared: map[resourceStructure]string{}, common: map[member]string{},
		numbered: map[clash]string{}, last: map[string]int{},
	}
	for t := range l.eachType() {
		n.domain[t.Resource] = append(n.domain[t.Resource], t)
		n.declared[resourceStructure{t.Resource, t.Type}] = t.ID
	}
	for t := range l.eachType() {
		t.Type = n.inside(t.Type, t.Name, t.Resource)
	}
	for m := range l.eachMethod() {
		n.method(m)
	}
}

type namer struct {
	l    *linker
	done map[string]*model.Type // the structure before naming, by ID
	// domain are the types that pages declare, by resource.
	domain map[string][]*model.NamedType
	// declared finds those by their structure before naming.
	declared map[resourceStructure]string
	// numbered are the IDs with a number, and last the last number of an ID.
	numbered map[clash]string
	last     map[string]int
	// common names what several alternatives of the union around share.
	common map[member]string
}

// A resourceStructure is a structure in a resource.
type resourceStructure struct {
	resource string
	typ      *model.Type
}

// prefix is what the names of a method's own types start with: the words of
// its resource in the singular and its name.
func prefix(resource, name string) string {
	var b strings.Builder
	for _, segment := range strings.Split(resource, ".") {
		if segment != "" {
			b.WriteString(Camel(names.SingularName(segment)))
		}
	}
	return b.String() + Camel(name)
}

func (n *namer) method(m *model.Method) {
	resource := n.l.resourceOf[m.ID]
	base := prefix(resource, m.Name)
	for _, p := range m.Params {
		if !holdsStructure(p.Type) {
			continue
		}
		p.Type = n.nameInner(p.Type, base+"Params"+Camel(p.Name), resource)
	}
	if m.Body != nil {
		if m.Body.Type.Kind == model.KindObject {
			m.Body.Type = n.inside(m.Body.Type, base+"Params", resource)
		} else {
			m.Body.Type = n.nameInner(m.Body.Type, base+"Body", resource)
		}
	}
	if m.Returns != nil {
		m.Returns.Type = n.response(m, base, resource)
	}
	for _, e := range m.Errors {
		if e.Type != nil {
			e.Type = n.nameInner(e.Type, base+"Error"+Camel(e.Status), resource)
		}
	}
	if m.Streaming != nil {
		m.Streaming.Type = n.nameInner(m.Streaming.Type, base+"Event", resource)
	}
}

// response names an envelope, after the domain type that declares the same
// structure, or adds just that to the type that it extends.
func (n *namer) response(m *model.Method, base, resource string) *model.Type {
	t := m.Returns.Type
	if t.Kind != model.KindObject {
		return n.nameInner(t, base+"Response", resource)
	}
	suffix := Camel(m.Name) + "Response"
	for _, have := range n.domain[resource] {
		if strings.HasSuffix(have.Name, suffix) && sameFields(have.Type, t) {
			return n.l.types.Intern(model.Type{Kind: model.KindRef, Ref: have.ID})
		}
	}
	return n.nameInner(t, base+"Response", resource)
}

func sameFields(a, b *model.Type) bool {
	return a.Kind == b.Kind && slices.EqualFunc(a.Fields, b.Fields, func(f, g *model.Field) bool {
		return f.Name == g.Name && f.Required == g.Required
	})
}

// nameInner returns t with names instead of the structures in it.
func (n *namer) nameInner(t *model.Type, name, resource string) *model.Type {
	if id, ok := n.declared[resourceStructure{resource, t}]; ok && distinctive(t) {
		return n.l.types.Intern(model.Type{Kind: model.KindRef, Ref: id})
	}
	switch t.Kind {
	case model.KindObject, model.KindUnion, model.KindEnum:
		return n.declare(t, name, resource)
	case model.KindArray:
		return n.elem(t, singularName(name), resource)
	case model.KindMap:
		return n.elem(t, name+"Value", resource)
	}
	return t
}

// distinctive reports whether a structure is one that two places of a resource
// hardly share by accident.
func distinctive(t *model.Type) bool {
	return len(t.Fields) >= 5 || len(t.Variants) >= 3 || t.Enum != nil && len(t.Enum.Values) >= 5
}

func (n *namer) elem(t *model.Type, name, resource string) *model.Type {
	elem := n.nameInner(t.Elem, name, resource)
	if elem == t.Elem {
		return t
	}
	c := *t
	c.Elem = elem
	return n.l.types.Intern(c)
}

// singularName names the element of an array: Rules gives Rule, and what has no
// singular gives an Item.
func singularName(name string) string {
	if s := names.SingularName(name); s != name {
		return s
	}
	return name + "Item"
}

// declare makes a named type of the structure.
func (n *namer) declare(t *model.Type, name, resource string) *model.Type {
	id := n.free(t, name, resource)
	if _, ok := n.done[id]; !ok {
		n.done[id] = t
		named := &model.NamedType{ID: id, Name: name, Resource: resource, Anonymous: true, Type: t, Span: firstSpan(t)}
		n.l.named[id] = named
		named.Type = n.inside(t, name, resource)
	}
	return n.l.types.Intern(model.Type{Kind: model.KindRef, Ref: id})
}

// free is the ID of a structure. A name that another structure has taken gets the
// resource in front, and a number where that is taken, too.
func (n *namer) free(t *model.Type, name, resource string) string {
	if !n.taken(name, t) {
		return name
	}
	id := resource + "." + name
	if resource == "" {
		id = "Other" + name
	}
	if !n.taken(id, t) {
		return id
	}
	if have, ok := n.numbered[clash{id, t}]; ok {
		return have
	}
	number, next := max(n.last[id], 1), id
	for n.taken(next, t) {
		number++
		next = id + strconv.Itoa(number)
	}
	n.last[id], n.numbered[clash{id, t}] = number, next
	return next
}

// A clash is a structure whose ID would be that of others.
type clash struct {
	id  string
	typ *model.Type
}

func (n *namer) taken(id string, t *model.Type) bool {
	have, ok := n.done[id]
	return ok && have != t || !ok && n.l.named[id] != nil
}

// inside names the structures below a type that has a name, or below the body
// of the method.
func (n *namer) inside(t *model.Type, name, resource string) *model.Type {
	c, name := *t, shorten(name)
	switch t.Kind {
	case model.KindObject:
		c.Fields = make([]*model.Field, len(t.Fields))
		inner := make([]model.Field, len(t.Fields))
		for i, f := range t.Fields {
			g := &inner[i]
			*g = *f
			if holdsStructure(f.Type) {
				g.Type = n.nameInner(f.Type, n.fieldName(name, f), resource)
			}
			c.Fields[i] = g
		}
	case model.KindUnion:
		outer := n.common
		owners := fieldOwners(t)
		n.common = commonMembers(t, name, owners)
		c.Variants = make([]*model.Variant, len(t.Variants))
		for i, v := range t.Variants {
			w := *v
			w.Type = n.nameInner(v.Type, name+variantWord(v, owners), resource)
			c.Variants[i] = &w
		}
		n.common = outer
	case model.KindArray, model.KindMap:
		return n.nameInner(t, name, resource)
	default:
		return t
	}
	return n.l.types.Intern(c)
}

// holdsStructure reports whether a type is a structure that gets a name, or is made of
// one.
func holdsStructure(t *model.Type) bool {
	switch innermost(t).Kind {
	case model.KindObject, model.KindUnion, model.KindEnum:
		return true
	}
	return false
}

// firstSpan is where a structure stands: at its first member that has a place.
func firstSpan(t *model.Type) source.Span {
	for _, f := range t.Fields {
		if !f.Span.IsZero() {
			return f.Span
		}
	}
	for _, v := range t.Variants {
		if s := firstSpan(v.Type); !s.IsZero() {
			return s
		}
	}
	return source.Span{}
}
