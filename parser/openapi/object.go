package openapi

import (
	"github.com/docgen-go/docgen/model"
)

// object reads one object from all parts; a field of a later part wins, a
// field is required if any part says so.
func (r *reader) object(parts []part) value {
	t := &model.Type{Kind: model.KindObject}
	known := map[string]int{}
	required := map[string]bool{}
	for _, p := range parts {
		for _, name := range p.schema.get("required").texts() {
			required[name] = true
		}
	}
	for _, p := range parts {
		r.fields(t, p.schema, known, required)
	}
	r.requiredOnly(t, parts, required)
	if len(t.Fields) > 0 {
		return value{Type: t}
	}
	elem := t.Elem
	if elem == nil {
		elem = anyType()
	}
	return value{Type: &model.Type{Kind: model.KindMap, Elem: elem}}
}

// requiredOnly reports members that are required and that nobody declares.
func (r *reader) requiredOnly(t *model.Type, parts []part, required map[string]bool) {
	if len(t.Fields) == 0 {
		return
	}
	for _, f := range t.Fields {
		delete(required, f.Name)
	}
	for _, p := range parts {
		for _, name := range p.schema.get("required").elems() {
			if required[name.text()] {
				r.note(name, "%q is required and no property; it is kept with the unknown members", name.text())
			}
		}
	}
}

func (r *reader) fields(t *model.Type, s node, known map[string]int, required map[string]bool) {
	for _, p := range s.get("properties").members() {
		v := r.value(p)
		r.putField(t, v.field(p.name(), required[p.name()], p.span()), p, known)
	}
	for _, p := range s.get("patternProperties").members() {
		r.note(p, "the pattern %q is not checked: its values are those of all members that are not listed", p.name())
		r.addElem(t, r.value(p).typeOrNull())
	}
	for _, keyword := range []string{"additionalProperties", "unevaluatedProperties"} {
		switch extra := s.get(keyword); {
		case extra.isMap():
			r.addElem(t, r.value(extra).typeOrNull())
		case extra.isTrue() && t.Elem == nil:
			t.Elem = anyType()
		}
	}
}

// addElem adds a type that members may have which are not listed.
func (r *reader) addElem(t *model.Type, elem *model.Type) {
	switch {
	case t.Elem == nil || t.Elem.Kind == model.KindAny:
		t.Elem = elem
	case t.Elem.Kind == model.KindUnion:
		u := *t.Elem
		u.Variants = append(u.Variants[:len(u.Variants):len(u.Variants)], &model.Variant{Type: elem})
		t.Elem = &u
	default:
		t.Elem = &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{{Type: t.Elem}, {Type: elem}}}
	}
}

// putField adds a field, or lays it over the one of its name that a part before
// declares: what limits the value further counts, and what contradicts it is told.
func (r *reader) putField(t *model.Type, f *model.Field, at node, known map[string]int) {
	i, ok := known[f.Name]
	if !ok {
		known[f.Name] = len(t.Fields)
		t.Fields = append(t.Fields, f)
		return
	}
	have := t.Fields[i]
	switch {
	case f.Type.Kind == model.KindAny:
		f.Type = have.Type
	case contradicts(have.Type, f.Type):
		r.invalid(at, "%q has another type in an allOf (%s, here %s); the one that stands last is read", f.Name, kindText(have.Type), kindText(f.Type))
	}
	if f.Doc == "" {
		f.Doc = have.Doc
	}
	f.ReadOnly, f.WriteOnly = f.ReadOnly || have.ReadOnly, f.WriteOnly || have.WriteOnly
	t.Fields[i] = f
}

// contradicts reports whether two types cannot be one that the second narrows.
func contradicts(a, b *model.Type) bool {
	if a.Kind == model.KindAny || a.Kind == model.KindRef || b.Kind == model.KindRef || a.Kind == model.KindUnion {
		return a.Kind == model.KindRef && b.Kind == model.KindRef && a.Ref != b.Ref
	}
	switch b.Kind {
	case model.KindConst, model.KindEnum, model.KindUnion:
		return false
	case model.KindObject, model.KindMap:
		return a.Kind != model.KindObject && a.Kind != model.KindMap
	}
	return a.Kind != b.Kind && !(a.Kind == model.KindNumber && b.Kind == model.KindInteger) && !(a.Kind == model.KindString && (b.Kind == model.KindDate || b.Kind == model.KindDateTime))
}

func kindText(t *model.Type) string {
	if t.Kind == model.KindRef {
		return t.Ref
	}
	return string(t.Kind)
}
