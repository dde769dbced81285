package merge

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// pairTypes finds the types that two methods have in the same places: whatever
// they are called, they are one.
func (m *merger) pairTypes(a, b *model.Method) {
	for _, p := range b.Params {
		if have := findParam(a.Params, p); have != nil {
			m.pair(have.Type, p.Type)
		}
	}
	// What a statement replaces is no part of it.
	if a.Body != nil && b.Body != nil && isInferred(a.Body.Evidence) == isInferred(b.Body.Evidence) {
		m.pair(a.Body.Type, b.Body.Type)
	}
	if a.Returns != nil && b.Returns != nil && isInferred(a.Returns.Evidence) == isInferred(b.Returns.Evidence) {
		m.pair(a.Returns.Type, b.Returns.Type)
	}
	if a.Streaming != nil && b.Streaming != nil {
		m.pair(a.Streaming.Type, b.Streaming.Type)
	}
}

// pair follows two types that stand in one place down to the named ones. The
// first place that a type is seen in decides what it is.
func (m *merger) pair(a, b *model.Type) {
	if a == nil || b == nil {
		return
	}
	if a.Kind == model.KindRef && b.Kind == model.KindRef {
		if _, known := m.pairs[b.Ref]; known {
			return
		}
		m.pairs[b.Ref] = a.Ref
	}
	a, b = m.structure(a), m.from.API.Resolve(b)
	if a.Kind != b.Kind {
		return
	}
	m.pair(a.Elem, b.Elem)
	for _, f := range b.Fields {
		if have := findField(a.Fields, f.Name); have != nil {
			m.pair(have.Type, f.Type)
		}
	}
}

// structure is what stands behind a ref of the API.
func (m *merger) structure(t *model.Type) *model.Type {
	for range len(m.types) + 1 {
		if t.Kind != model.KindRef || m.types[t.Ref] == nil {
			return t
		}
		t = m.types[t.Ref].Type
	}
	return t
}

// nameTypes decides what the types are called that are being added. One that
// shares a name with a type of the API is that type if the two look alike, and
// else gets a name of its own.
func (m *merger) nameTypes() {
	for _, t := range m.from.API.Types {
		if have, ok := m.pairs[t.ID]; ok {
			m.renamed[t.ID] = have
			continue
		}
		have := m.types[t.ID]
		switch {
		case have == nil:
			m.renamed[t.ID] = t.ID
		case m.alike(have.Type, t.Type):
			m.renamed[t.ID], m.pairs[t.ID] = t.ID, t.ID
		default:
			id := t.ID + "." + m.from.Format
			for m.types[id] != nil {
				id += "." + m.from.Format
			}
			m.renamed[t.ID] = id
			m.diags.Add("ambiguous-type", diag.Warning, t.Span, "%s has two structures, here and elsewhere; it is kept as %s", t.Name, id).
				See(have.Span, "the other structure")
		}
	}
}

// alike reports whether two structures of one name may be one: values of the same
// kind, and of objects at least one field in common.
func (m *merger) alike(a, b *model.Type) bool {
	a, b = m.structure(a), m.from.API.Resolve(b)
	if a.Kind != b.Kind {
		return false
	}
	if len(a.Fields) == 0 || len(b.Fields) == 0 {
		return len(a.Fields) == len(b.Fields)
	}
	for _, f := range b.Fields {
		if have := findField(a.Fields, f.Name); have != nil && m.structure(have.Type).Kind == m.from.API.Resolve(f.Type).Kind {
			return true
		}
	}
	return false
}

// addTypes adds the types that only the other API has, and what it says of those
// that both have.
func (m *merger) addTypes() {
	for _, t := range m.from.API.Types {
		if id, ok := m.pairs[t.ID]; ok {
			m.named(id, t)
			continue
		}
		id := m.renamed[t.ID]
		c := *t
		c.ID, c.Type = id, m.move(t.Type)
		m.types[id] = &c
	}
}

// named adds what the other API says of a named type.
func (m *merger) named(id string, b *model.NamedType) {
	if m.fused[id+" "+b.ID] {
		return
	}
	m.fused[id+" "+b.ID] = true
	a := m.types[id]
	if a.Doc == "" {
		a.Doc = b.Doc
	}
	if a.Deprecated == "" {
		a.Deprecated = b.Deprecated
	}
	if a.SDKName == "" {
		a.SDKName = b.SDKName
	}
	a.Type = m.fuse(a.Type, b.Type, subject{a.Name, a.Span, b.Span})
}

// move is a type of the other API with the names that its types have in the API.
func (m *merger) move(t *model.Type) *model.Type {
	if t == nil {
		return nil
	}
	if have := m.moved[t]; have != nil {
		return have
	}
	c := *t
	m.moved[t] = &c
	if id, ok := m.renamed[t.Ref]; ok {
		c.Ref = id
	}
	c.Elem = m.move(t.Elem)
	c.Fields = make([]*model.Field, len(t.Fields))
	for i, f := range t.Fields {
		g := *f
		g.Type = m.move(f.Type)
		c.Fields[i] = &g
	}
	c.Variants = make([]*model.Variant, len(t.Variants))
	for i, v := range t.Variants {
		w := *v
		w.Type = m.move(v.Type)
		c.Variants[i] = &w
	}
	return &c
}

func findParam(ps []*model.Param, p *model.Param) *model.Param {
	for _, q := range ps {
		if q.Location == p.Location && q.Name == p.Name {
			return q
		}
	}
	return nil
}

func findField(fs []*model.Field, name string) *model.Field {
	for _, f := range fs {
		if f.Name == name {
			return f
		}
	}
	return nil
}
