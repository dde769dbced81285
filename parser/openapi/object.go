package openapi

import (
	"maps"
	"slices"

	"github.com/docgen-go/docgen/model"
)

// object reads one object from all parts; a field of a later part wins, a
// field is required if any part says so.
func (r *reader) object(parts []part) (value, error) {
	t := &model.Type{Kind: model.KindObject}
	required := map[string]bool{}
	for _, p := range parts {
		for _, name := range p.schema.Required {
			required[name] = true
		}
	}
	for _, p := range parts {
		if err := r.fields(t, p, required); err != nil {
			return value{}, err
		}
	}
	if len(t.Fields) > 0 {
		return value{Type: t}, nil
	}
	elem := t.Elem
	if elem == nil {
		elem = &model.Type{Kind: model.KindAny}
	}
	return value{Type: &model.Type{Kind: model.KindMap, Elem: elem}}, nil
}

func (r *reader) fields(t *model.Type, p part, required map[string]bool) error {
	for _, name := range slices.Sorted(maps.Keys(p.schema.Properties)) {
		at := p.at.child("properties", name)
		v, err := r.value(p.schema.Properties[name], at)
		if err != nil {
			return err
		}
		t.Fields = putField(t.Fields, v.field(name, required[name], r.span(at)))
	}
	extra := p.schema.AdditionalProperties
	switch {
	case extra.Schema != nil:
		v, err := r.value(extra.Schema, p.at.child("additionalProperties"))
		if err != nil {
			return err
		}
		t.Elem = v.typeOrNull()
	case extra.Has != nil && *extra.Has && t.Elem == nil:
		t.Elem = &model.Type{Kind: model.KindAny}
	}
	return nil
}

func putField(list []*model.Field, f *model.Field) []*model.Field {
	for i, have := range list {
		if have.Name == f.Name {
			list[i] = f
			return list
		}
	}
	return append(list, f)
}
