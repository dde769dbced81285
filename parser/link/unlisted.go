package link

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// An unlisted is what the response examples of a method show and its page does not list:
// paths of members, in the order in which they were found.
type unlisted struct {
	l     *linker
	paths []string
	seen  map[string]bool
}

// mostUnlisted is how many members a finding names.
const mostUnlisted = 5

// reportUnlisted reports members that the response examples of a method have and no
// page lists. What examples show makes no field of a structure that pages state.
func (l *linker) reportUnlisted(m *model.Method) {
	if m.Returns == nil {
		return
	}
	u := &unlisted{l: l, seen: map[string]bool{}}
	var at *model.Example
	for _, e := range m.Examples {
		if v, ok := l.seen.values[e]; ok && e.Status < 300 {
			before := len(u.paths)
			u.look(m.Returns.Type, v, "$", 0)
			if at == nil && len(u.paths) > before {
				at = e
			}
		}
	}
	if at == nil {
		return
	}
	l.diags.Add("unlisted-member", diag.Warning, at.Span, "the response example of %s shows %s, which no page lists", m.ID, u.named()).
		Help = "clients keep such members in Extra; if the API has them, the page lacks rows for them"
}

// named are the first of the paths, for people.
func (u *unlisted) named() string {
	named := strings.Join(u.paths[:min(len(u.paths), mostUnlisted)], ", ")
	if more := len(u.paths) - mostUnlisted; more > 0 {
		named += fmt.Sprintf(" and %d more", more)
	}
	return named
}

// look follows a value along its type and notes members that the type has not.
func (u *unlisted) look(t *model.Type, v any, path string, depth int) {
	s := u.l.structure(t)
	if s == nil || depth > deepestUnlisted {
		return
	}
	switch s.Kind {
	case model.KindObject:
		members, _ := v.(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(members)) {
			below := path + "." + name
			if f := fieldOf(s, name); f != nil {
				u.look(f.Type, members[name], below, depth+1)
			} else if !u.seen[below] {
				u.seen[below] = true
				u.paths = append(u.paths, below)
			}
		}
	case model.KindArray:
		list, _ := v.([]any)
		for _, e := range list {
			u.look(s.Elem, e, path+"[]", depth+1)
		}
	case model.KindMap:
		members, _ := v.(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(members)) {
			u.look(s.Elem, members[name], path+"{}", depth+1)
		}
	case model.KindUnion:
		if w := u.l.choose(s, v); w != nil {
			u.look(w.Type, v, path, depth+1)
		}
	}
}

// deepestUnlisted is how deep values are followed.
const deepestUnlisted = 200

func fieldOf(t *model.Type, name string) *model.Field {
	if i := slices.IndexFunc(t.Fields, func(f *model.Field) bool { return f.Name == name }); i >= 0 {
		return t.Fields[i]
	}
	return nil
}
