package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/assemble"
)

// A resolver copies unlinked types into the API's interner and turns their
// refs into IDs. Where a ref leads depends on the resource that it stands in,
// so there is one resolver per resource.
type resolver struct {
	l        *linker
	resource string
	seen     map[*model.Type]*model.Type
	// within are the local structures that are being resolved.
	within map[*assemble.Occurrence]bool
	// casing spells the names of fields, nil where they are printed as they travel.
	casing *casing
	// vague says that required fields are only taken to be that.
	vague bool
}

func (l *linker) resolver(u Unit) *resolver {
	r := &resolver{l: l, resource: u.Resource, seen: map[*model.Type]*model.Type{}, within: map[*assemble.Occurrence]bool{}}
	if u.Client {
		r.casing, r.vague = l.casing, l.unmarked[u.Dialect]
	}
	return r
}

func (r *resolver) typ(t *model.Type) *model.Type {
	if t == nil {
		return nil
	}
	if have, ok := r.seen[t]; ok {
		return have
	}
	if s := r.l.localOf(t); s != nil && !r.within[s] {
		r.within[s] = true
		r.seen[t] = r.typ(s.Type)
		r.within[s] = false
		return r.seen[t]
	}
	c := *t
	c.Elem = r.typ(t.Elem)
	if t.Kind == model.KindRef {
		c.Ref = r.ref(t.Ref)
	}
	c.Fields = r.fields(t.Fields)
	if t.Variants != nil {
		c.Variants = make([]*model.Variant, len(t.Variants))
		for i, v := range t.Variants {
			w := *v
			w.Type = r.typ(v.Type)
			c.Variants[i] = &w
		}
	}
	kept := r.l.types.Intern(c)
	r.seen[t] = kept
	return kept
}

func (r *resolver) fields(fs []*model.Field) []*model.Field {
	if fs == nil {
		return nil
	}
	out := make([]*model.Field, len(fs))
	for i, f := range fs {
		g := *f
		g.Type = r.typ(f.Type)
		r.applyCasing(&g)
		r.doubt(&g)
		r.l.locate(g.Type, f.Span)
		out[i] = &g
	}
	return out
}

// applyCasing gives a field the name that the API has for it.
func (r *resolver) applyCasing(f *model.Field) {
	if name := r.casing.apply(f.Name); name != f.Name {
		f.Name, f.Evidence = name, f.Evidence.With(model.FactName, model.SourceName)
	}
}

// doubt marks as a conclusion that a field is required.
func (r *resolver) doubt(f *model.Field) {
	if r.vague && f.Required {
		f.Evidence = f.Evidence.With(model.FactRequired, model.SourceExample)
	}
}

// locate gives a type that no page expands the place of a field that has it.
func (l *linker) locate(t *model.Type, at source.Span) {
	if t = innermost(t); t.Kind == model.KindRef {
		if n := l.named[t.Ref]; n != nil && n.Span.IsZero() && n.Type != nil && n.Type.Kind == model.KindAny {
			n.Span = at
		}
	}
}

// ref resolves a ref. A type that no page expands holds any value.
func (r *resolver) ref(ref string) string {
	name, shape := assemble.SplitRef(ref)
	id, ok := r.l.idFor(name, shape, r.resource)
	if plain := strings.TrimSuffix(name, "Param"); !ok && r.casing != nil && r.l.named[plain] != nil {
		return plain // a client's name for what is sent
	}
	if !ok && r.l.named[id] == nil {
		r.l.named[id] = &model.NamedType{ID: id, Name: name, Type: r.l.unshown()}
		r.l.undeclared = append(r.l.undeclared, id)
	}
	return id
}

// unshown is the type of what no page expands.
func (l *linker) unshown() *model.Type {
	return l.types.Intern(model.Type{Kind: model.KindAny, Partial: true})
}

// declare makes each named type from its fullest occurrence, with what only the
// others say added.
func (l *linker) declare() {
	for _, u := range l.in.Units {
		r := l.resolver(u)
		for _, s := range u.Occurrences {
			id, _ := l.idFor(s.Name, s.Shape, u.Resource)
			if (u.Client || s.Client) && l.printed[id] {
				l.note(id, s.SDKName)
				continue // what is printed as it travels needs no second guess
			}
			l.offer(id, s, r.typ(s.Type))
			if s.Extends != nil {
				l.extends[id] = s.Extends
			}
		}
	}
	for t := range l.eachType() {
		if t.Type == nil {
			t.Type = l.unshown()
			l.undeclared = append(l.undeclared, t.ID)
		}
		if t.Type.Kind == model.KindRef && t.Type.Ref == t.ID {
			t.Type = l.types.Scalar(model.KindAny)
			l.diags.Add("self-alias", diag.Warning, t.Span, "%s is declared as itself; it is kept as any value", t.Name)
		}
	}
}

// offer gives a named type one more occurrence of itself.
func (l *linker) offer(id string, s *assemble.Occurrence, t *model.Type) {
	n := l.named[id]
	l.note(id, s.SDKName)
	l.nulls[id] = l.nulls[id] || s.Nullable
	if n == nil || !s.Declared && !l.implied[id] {
		return
	}
	if n.Doc == "" {
		n.Doc = s.Doc
	}
	if n.Deprecated == "" {
		n.Deprecated = s.Deprecated
	}
	if n.Type == nil || s.Domain && !l.fromDomain[id] {
		previous := n.Type
		n.Type, n.Span = t, s.Span
		l.fromDomain[id] = s.Domain
		n.Type = l.fuller(n.Type, previous)
		return
	}
	n.Type = l.fuller(n.Type, t)
}

// fuller returns a with what only b says added to it.
func (l *linker) fuller(a, b *model.Type) *model.Type {
	if b == nil || a == b || a.Kind != b.Kind {
		return a
	}
	switch a.Kind {
	case model.KindObject:
		if onlyNames(b) {
			return a
		}
		if onlyNames(a) {
			return b
		}
		return l.fullerObject(a, b)
	case model.KindUnion:
		if len(b.Variants) > len(a.Variants) {
			return b
		}
	case model.KindEnum:
		if len(b.Enum.Values) > len(a.Enum.Values) {
			return b
		}
	case model.KindArray, model.KindMap:
		c := *a
		c.Elem = l.fuller(a.Elem, b.Elem)
		return l.types.Intern(c)
	}
	return a
}

// onlyNames reports whether an object is one of whose fields a page tells
// nothing but the names.
func onlyNames(t *model.Type) bool {
	return !slices.ContainsFunc(t.Fields, func(f *model.Field) bool {
		return f.Type.Kind != model.KindAny || f.Required || f.Doc != ""
	})
}

func (l *linker) fullerObject(a, b *model.Type) *model.Type {
	if len(a.Fields) != len(b.Fields) {
		return a
	}
	c := *a
	c.Fields = make([]*model.Field, len(a.Fields))
	for i, f := range a.Fields {
		c.Fields[i] = f
		if g := b.Fields[i]; g.Name == f.Name {
			c.Fields[i] = l.fullerField(f, g)
		}
	}
	return l.types.Intern(c)
}

func (l *linker) fullerField(f, g *model.Field) *model.Field {
	h := *f
	h.Type = l.fuller(f.Type, g.Type)
	h.Nullable = f.Nullable || g.Nullable
	h.Required = f.Required && g.Required
	if h.Doc == "" {
		h.Doc = g.Doc
	}
	if h.Deprecated == "" {
		h.Deprecated = g.Deprecated
	}
	if h.Default == "" {
		h.Default = g.Default
	}
	if h.Limits == nil {
		h.Limits = g.Limits
	}
	return &h
}
