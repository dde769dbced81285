package link

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// discriminate finds for each union the one field whose constants tell its
// objects apart.
func (l *linker) discriminate() {
	for t := range l.eachType() {
		if t.Type.Kind != model.KindUnion {
			continue
		}
		if name := l.discriminator(t.Type); name != "" {
			c := *t.Type
			c.Discriminator = name
			t.Type = l.types.Intern(c)
		}
	}
}

// discriminator returns the first field of the first object that all objects
// have with distinct string constants, or "".
func (l *linker) discriminator(u *model.Type) string {
	objects, ok := l.objects(u, nil, 0)
	if !ok || len(objects) < 2 {
		return ""
	}
	for _, f := range objects[0].Fields {
		if separates(f.Name, objects) {
			return f.Name
		}
	}
	return ""
}

// objects gathers the objects of a union and of the unions in it. ok is false
// where another variant may hold an object of any kind.
func (l *linker) objects(u *model.Type, into []*model.Type, depth int) (objects []*model.Type, ok bool) {
	for _, v := range u.Variants {
		t := l.structure(v.Type)
		switch {
		case t == nil || t.Kind == model.KindMap || t.Kind == model.KindAny || depth > 8:
			return nil, false
		case t.Kind == model.KindObject:
			into = append(into, t)
		case t.Kind == model.KindUnion:
			if into, ok = l.objects(t, into, depth+1); !ok {
				return nil, false
			}
		}
	}
	return into, true
}

func separates(name string, objects []*model.Type) bool {
	seen := map[model.Literal]bool{}
	for _, o := range objects {
		l := constantOf(o, name)
		if l == "" || seen[l] {
			return false
		}
		seen[l] = true
	}
	return true
}

// constantOf returns the string constant that an object has in a field.
func constantOf(o *model.Type, name string) model.Literal {
	for _, f := range o.Fields {
		if f.Name == name && f.Required && f.Type.Kind == model.KindConst && strings.HasPrefix(string(f.Type.Literal), `"`) {
			return f.Type.Literal
		}
	}
	return ""
}
