package link

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// An example is where a value is shown, by the resource of its method.
type example struct {
	resource string
	span     source.Span
}

// maxShown is how deep the types of examples go; what is deeper is any value.
const maxShown = 32

// distinctMembers is how many members tell an object of an example from others of its
// resource, rareMembers how many from all others.
const (
	distinctMembers = 3
	rareMembers     = 6
)

// shownType is the type that a value of an example has: a declared type where the
// members are those of just one, else what can be seen.
func (l *linker) shownType(at example, value json.RawMessage, depth int) *model.Type {
	if members := jsonMembers(string(value)); len(members) >= distinctMembers {
		if t := l.declaredWith(at.resource, members); t != nil {
			return t
		}
	}
	return l.shownValue(at, value, depth)
}

// shownValue is the type that can be seen of a value, itself not a declared one.
func (l *linker) shownValue(at example, value json.RawMessage, depth int) *model.Type {
	v, err := ParseJSON(string(value))
	if err != nil || depth > maxShown {
		return l.types.Scalar(model.KindAny)
	}
	switch v.(type) {
	case string:
		return l.types.Scalar(model.KindString)
	case bool:
		return l.types.Scalar(model.KindBoolean)
	case json.Number:
		return l.types.Scalar(model.KindNumber)
	case []any:
		return l.types.Intern(model.Type{Kind: model.KindArray, Elem: l.shownElem(at, value, depth)})
	case map[string]any:
		return l.shownObject(at, jsonMembers(string(value)), depth)
	}
	return l.types.Scalar(model.KindAny)
}

// shownElem is the type of the elements of a list: an object of all members that
// any of them has, and any value where they are of several kinds.
func (l *linker) shownElem(at example, list json.RawMessage, depth int) *model.Type {
	var values []json.RawMessage
	if json.Unmarshal(list, &values) != nil || len(values) == 0 {
		return l.types.Scalar(model.KindAny)
	}
	t, same := l.shownType(at, values[0], depth+1), true
	var members []jsonMember
	for _, v := range values {
		same = same && l.shownType(at, v, depth+1) == t
		if v[0] != '{' {
			members = nil
			break
		}
		members = append(members, jsonMembers(string(v))...)
	}
	switch {
	case same:
		return t
	case members != nil:
		return l.shownObject(at, members, depth+1)
	}
	return l.types.Scalar(model.KindAny)
}

// shownObject is an object of the members. That they are shown once does not make
// them required.
func (l *linker) shownObject(at example, members []jsonMember, depth int) *model.Type {
	if len(members) == 0 {
		return l.types.Intern(model.Type{Kind: model.KindMap, Elem: l.types.Scalar(model.KindAny)})
	}
	t := model.Type{Kind: model.KindObject}
	seen := map[string]*model.Field{}
	for _, m := range members {
		if f := seen[m.name]; f != nil {
			if f.Type.Kind == model.KindAny {
				f.Type = l.shownType(at, m.value, depth+1)
			}
			f.Nullable = f.Nullable || string(m.value) == "null"
			continue
		}
		f := &model.Field{Name: m.name, Type: l.shownType(at, m.value, depth+1), Nullable: string(m.value) == "null", Span: at.span}
		for _, fact := range []model.Fact{model.FactType, model.FactRequired, model.FactNullable} {
			f.Evidence = f.Evidence.With(fact, model.SourceExample)
		}
		seen[m.name], t.Fields = f, append(t.Fields, f)
	}
	return l.types.Intern(t)
}

// declaredWith is the declared type that has just the members: the only one of the
// resource, or of the API where the members are many.
func (l *linker) declaredWith(resource string, members []jsonMember) *model.Type {
	names := make([]string, len(members))
	for i, m := range members {
		names[i] = m.name
	}
	var all, own []string
	for _, t := range l.typesWith(names) {
		if l.fits(t.Type, members) {
			all = append(all, t.ID)
			if t.Resource == resource {
				own = append(own, t.ID)
			}
		}
	}
	found := own
	if len(own) == 0 && len(members) >= rareMembers {
		found = all
	}
	if len(found) != 1 {
		return nil
	}
	return l.types.Intern(model.Type{Kind: model.KindRef, Ref: found[0]})
}

// typesWith are the declared objects that have fields of the names and no others.
func (l *linker) typesWith(names []string) []*model.NamedType {
	key := func(names []string) string {
		slices.Sort(names)
		return strings.Join(names, "\x00")
	}
	if l.byMembers == nil {
		l.byMembers = map[string][]*model.NamedType{}
		for _, t := range l.sortedTypes() {
			if t.Type.Kind != model.KindObject {
				continue
			}
			fields := make([]string, len(t.Type.Fields))
			for i, f := range t.Type.Fields {
				fields[i] = f.Name
			}
			l.byMembers[key(fields)] = append(l.byMembers[key(fields)], t)
		}
	}
	return l.byMembers[key(names)]
}

// fits reports whether the values of members fit the fields of their names.
func (l *linker) fits(t *model.Type, members []jsonMember) bool {
	for _, m := range members {
		i := slices.IndexFunc(t.Fields, func(f *model.Field) bool { return f.Name == m.name })
		v, err := ParseJSON(string(m.value))
		if i < 0 || err != nil || v != nil && l.score(t.Fields[i].Type, v, 0) == 0 {
			return false
		}
	}
	return true
}
