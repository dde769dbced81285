package tailor

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

// retype gives fields and parameters the types that the pairs say.
func retype(api *model.API, pairs config.Pairs, faults *config.Faults) {
	for _, p := range pairs {
		to := &model.Type{Kind: model.Kind(p.Value.Value)}
		places, same := retypeOne(api, p.Key.Value, to)
		switch {
		case places == 0:
			faults.Add(p.Key.At, "no field or parameter is called %q; write TypeID.field or method.id.name as \"docgen inspect\" shows them", p.Key.Value)
		case same == places:
			faults.Add(p.Key.At, "%s is of type %s already; take the entry out", p.Key.Value, p.Value.Value)
		}
	}
}

// retypeOne returns how many places have the name, and how many of them had
// the type before.
func retypeOne(api *model.API, name string, to *model.Type) (places, same int) {
	count := func(found, was bool) {
		if found {
			places++
		}
		if was {
			same++
		}
	}
	for _, n := range api.Types {
		if field, ok := strings.CutPrefix(name, n.ID+"."); ok && n.Type.Kind == model.KindObject {
			count(retypeField(&n.Type, field, to))
		}
	}
	for _, m := range api.Methods {
		field, ok := strings.CutPrefix(name, m.ID+".")
		if !ok {
			continue
		}
		for _, p := range m.Params {
			if p.Name == field {
				count(true, equal(p.Type, to))
				p.Type = to
			}
		}
		if m.Body != nil && m.Body.Type != nil && m.Body.Type.Kind == model.KindObject {
			count(retypeField(&m.Body.Type, field, to))
		}
	}
	return places, same
}

// retypeField changes a field in a copy of the object, because other places may
// share it.
func retypeField(object **model.Type, name string, to *model.Type) (found, was bool) {
	i := slices.IndexFunc((*object).Fields, func(f *model.Field) bool { return f.Name == name })
	if i < 0 {
		return false, false
	}
	changed, field := **object, *(*object).Fields[i]
	was = equal(field.Type, to)
	field.Type = to
	changed.Fields = slices.Clone(changed.Fields)
	changed.Fields[i] = &field
	*object = &changed
	return true, was
}

func equal(a, b *model.Type) bool {
	return a != nil && a.Kind == b.Kind && a.Format == b.Format
}
