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

// shownType is the type that values of one place in examples have: a declared type
// where the members are those of just one, else what can be seen in any of them.
func (l *linker) shownType(at example, values []json.RawMessage, depth int) *model.Type {
	members := membersOfEach(values)
	if t := l.declaredAs(at, members); t != nil {
		return t
	}
	return l.shownValue(at, values, members, depth)
}

// membersOfEach are the members of each of the values.
func membersOfEach(values []json.RawMessage) [][]jsonMember {
	out := make([][]jsonMember, len(values))
	for i, v := range values {
		out[i] = membersOf(v)
	}
	return out
}

// declaredAs is the declared type that all values have, given by their members, or nil.
func (l *linker) declaredAs(at example, values [][]jsonMember) *model.Type {
	var t *model.Type
	for _, members := range values {
		if len(members) < distinctMembers {
			return nil
		}
		d := l.declaredWith(at.resource, members)
		if d == nil || t != nil && d != t {
			return nil
		}
		t = d
	}
	return t
}

// shownValue is the type that can be seen of values, with the members that each has, itself
// not a declared one. It is any value where they are of several kinds.
func (l *linker) shownValue(at example, values []json.RawMessage, members [][]jsonMember, depth int) *model.Type {
	kind := shownKind(values)
	if depth > maxShown {
		kind = ""
	}
	switch kind {
	case model.KindArray:
		var elems []json.RawMessage
		for _, v := range values {
			elems = append(elems, elementsOf(v)...)
		}
		return l.types.Intern(model.Type{Kind: model.KindArray, Elem: l.shownType(at, elems, depth+1)})
	case model.KindObject:
		return l.shownObject(at, slices.Concat(members...), depth)
	case "":
		return l.types.Scalar(model.KindAny)
	}
	return l.types.Scalar(kind)
}

// shownKind is the kind that all values have, which are valid JSON, or "".
func shownKind(values []json.RawMessage) model.Kind {
	var kind model.Kind
	for _, v := range values {
		var k model.Kind
		switch {
		case len(v) == 0:
		case v[0] == '"':
			k = model.KindString
		case v[0] == 't' || v[0] == 'f':
			k = model.KindBoolean
		case v[0] == '[':
			k = model.KindArray
		case v[0] == '{':
			k = model.KindObject
		case v[0] != 'n':
			k = model.KindNumber
		}
		if k == "" || kind != "" && k != kind {
			return ""
		}
		kind = k
	}
	return kind
}

// usualMembers is how many members few objects have more of.
const usualMembers = 32

// onlyShown is the evidence of a member that only examples show.
var onlyShown = model.Evidence{}.With(model.FactType, model.SourceExample).With(model.FactRequired, model.SourceExample).With(model.FactNullable, model.SourceExample)

// shownObject is an object of the members. That they are shown once does not make
// them required.
func (l *linker) shownObject(at example, members []jsonMember, depth int) *model.Type {
	if len(members) == 0 {
		return l.types.Intern(model.Type{Kind: model.KindMap, Elem: l.types.Scalar(model.KindAny)})
	}
	if areKeys(members) {
		return l.types.Intern(model.Type{Kind: model.KindMap, Elem: l.shownType(at, valuesOf(members), depth+1)})
	}
	t := model.Type{Kind: model.KindObject, Fields: make([]*model.Field, 0, min(len(members), usualMembers))}
	seen := make(map[string]int, min(len(members), usualMembers))
	values := make([][]json.RawMessage, 0, min(len(members), usualMembers))
	for _, m := range members {
		i, ok := seen[m.name]
		if !ok {
			i = len(values)
			seen[m.name], values = i, append(values, nil)
			t.Fields = append(t.Fields, &model.Field{Name: m.name, Span: at.span, Evidence: onlyShown})
		}
		if string(m.value) == "null" {
			t.Fields[i].Nullable = true
			continue
		}
		values[i] = append(values[i], m.value)
	}
	for i, f := range t.Fields {
		f.Type = l.shownType(at, values[i], depth+1)
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
		if i < 0 {
			return false
		}
		if v := decodeValid(string(m.value)); v != nil && l.score(t.Fields[i].Type, v, 0) == 0 {
			return false
		}
	}
	return true
}
