package overrides

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

// retype gives fields and parameters the types that the pairs say.
func retype(api *model.API, pairs config.Pairs, faults *config.Faults) {
	for _, p := range pairs {
		to, err := config.ParseFieldType(p.Value.Value)
		if err != nil {
			faults.Add(p.Value.At, "%v", err)
			continue
		}
		if name := missing(api, to.Type); name != "" {
			faults.Add(p.Value.At, "%q is no type%s", name, suggestType(api, name))
			continue
		}
		r := retyping{to: to}
		switch r.all(api, p.Key.Value); {
		case r.uses == 0:
			faults.Add(p.Key.At, "no field or parameter is called %q; write TypeID.field or method.id.name as \"docgen inspect\" shows them", p.Key.Value)
		case r.inPath && (to.Required != nil || to.Nullable != nil):
			faults.Add(p.Value.At, "%s is a part of the path: it is always there", p.Key.Value)
		case r.same == r.uses:
			faults.Add(p.Key.At, "%s is of type %s already; take the entry out", p.Key.Value, p.Value.Value)
		}
	}
}

// missing is the name in a type that no type of the API has, or "".
func missing(api *model.API, t *model.Type) string {
	for ; t != nil; t = t.Elem {
		if t.Kind == model.KindRef && api.Lookup(t.Ref) == nil {
			return t.Ref
		}
	}
	return ""
}

func suggestType(api *model.API, name string) string {
	known := slices.Clone(config.Scalars)
	for _, t := range api.Types {
		known = append(known, t.ID)
	}
	if near, ok := config.Nearest(name, known); ok {
		return "; did you mean " + near + "?"
	}
	return "; it can be one of " + strings.Join(config.Scalars, ", ") + ", or a type that \"docgen inspect\" shows"
}

// A retyping gives all places that have a name a type.
type retyping struct {
	to config.FieldType
	// uses have the name, and same of them were as they are to be.
	uses, same int
	inPath     bool
}

func (r *retyping) all(api *model.API, name string) {
	for _, n := range api.Types {
		if field, ok := strings.CutPrefix(name, n.ID+"."); ok && n.Type.Kind == model.KindObject {
			r.member(&n.Type, field)
		}
	}
	for _, m := range api.Methods {
		field, ok := strings.CutPrefix(name, m.ID+".")
		if !ok {
			continue
		}
		for _, p := range m.Params {
			if p.Name == field {
				r.field(&p.Field)
				r.inPath = r.inPath || p.Location == model.LocationPath
			}
		}
		if m.Body != nil && m.Body.Type != nil && m.Body.Type.Kind == model.KindObject {
			r.member(&m.Body.Type, field)
		}
	}
}

// member changes a field in a copy of the object, because other places may
// share it.
func (r *retyping) member(object **model.Type, name string) {
	i := slices.IndexFunc((*object).Fields, func(f *model.Field) bool { return f.Name == name })
	if i < 0 {
		return
	}
	changed, field := **object, *(*object).Fields[i]
	r.field(&field)
	changed.Fields = slices.Clone(changed.Fields)
	changed.Fields[i] = &field
	*object = &changed
}

// field changes one field. What the pages say of values of another type, such
// as their limits, goes with that type.
func (r *retyping) field(f *model.Field) {
	same := true
	if to := r.to.Type; to != nil && !equal(f.Type, to) {
		f.Type, f.Default, f.Limits, same = to, "", nil, false
	}
	set := func(fact *bool, to *bool) {
		if to != nil && *fact != *to {
			*fact, same = *to, false
		}
	}
	set(&f.Required, r.to.Required)
	set(&f.Nullable, r.to.Nullable)
	r.uses++
	if same {
		r.same++
	}
}

func equal(a, b *model.Type) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Kind == b.Kind && a.Format == b.Format && a.Ref == b.Ref && equal(a.Elem, b.Elem)
}
