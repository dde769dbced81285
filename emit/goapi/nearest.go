package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// nearestSteps is how far from a type of the pages a finding may be to count as its cause.
const nearestSteps = 4

// mostNearest is how many findings have a change that is equally near to them: each is printed with it.
const mostNearest = 16

// A typeOf is a type of one side, by its ID.
type typeOf struct {
	side *Side
	id   string
}

// nearest returns the findings about the types that a change names, or else about what has
// these types: structures that were equal are one Go type, and where one of them changes, the
// others have another one.
// Of many that are equally near the first mostNearest have it.
func (x *explainer) nearest(c *Change) []int {
	known := map[typeOf]bool{}
	add := func(list []typeOf, at typeOf) []typeOf {
		if !known[at] {
			known[at] = true
			list = append(list, at)
		}
		return list
	}
	var here []typeOf
	var found []int
	for _, s := range []*Side{x.old, x.new} {
		for _, name := range x.taken(slices.Concat(slices.Collect(mentioned(c)), []string{c.Name}, s.constructors[c.Name].made, s.constructors[c.Name].union)) {
			for _, id := range s.idsOf(name) {
				here = add(here, typeOf{s, id})
			}
			if m := s.origins.params[name]; m != nil {
				found = append(found, x.ofUser(s, typeUser{method: m.ID})...)
			}
		}
	}
	for range nearestSteps {
		var next []typeOf
		for _, at := range here {
			found = append(found, x.structural(findingsOf(at.side.index.byType[at.id]))...)
			for _, u := range at.side.usersOf(at.id) {
				found = append(found, x.ofUser(at.side, u)...)
				if u.typ != "" {
					next = add(next, typeOf{at.side, u.typ})
				}
			}
		}
		if len(found) > 0 {
			slices.Sort(found)
			found = slices.Compact(found)
			return found[:min(len(found), mostNearest)]
		}
		here = next
	}
	return nil
}

// taken adds to names of types those of types that the pages call the same: where one of
// them comes or goes, others get its name, or have to be told from it.
func (x *explainer) taken(names []string) []string {
	out := slices.Clone(names)
	for _, name := range names {
		for _, s := range []*Side{x.old, x.new} {
			for _, id := range s.idsOf(name) {
				called := s.api.Lookup(id).Name
				out = append(append(out, x.old.namesakesOf(called)...), x.new.namesakesOf(called)...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// structural leaves of findings those about what declarations are made of.
func (x *explainer) structural(found []int) []int {
	return slices.DeleteFunc(found, func(i int) bool { return staysInGo(x.findings[i].Kind) })
}

// ofUser returns the findings about the part of a method that has a type, or that the whole
// method came or went. Those about types are found with these.
func (x *explainer) ofUser(s *Side, u typeUser) []int {
	if u.method == "" {
		return nil
	}
	var out []int
	for _, about := range s.index.byMethod[u.method] {
		whole := strings.HasPrefix(string(x.findings[about.finding].Kind), "method-")
		if whole || u.part == "" || len(about.path) > 0 && about.path[0].Name == u.part {
			out = append(out, about.finding)
		}
	}
	for _, i := range s.resources.resources.covering(parent(u.method)) {
		if k := x.findings[i].Kind; k == diff.ResourceAdded || k == diff.ResourceRemoved {
			out = append(out, i)
		}
	}
	return x.structural(out)
}

// A typeUser has a type somewhere in it: a type, or a part of a method.
type typeUser struct{ typ, method, part string }

// idsOf returns the IDs of the types of the pages that are one Go type.
func (s *Side) idsOf(name string) []string {
	s.nameTypes()
	return s.ids[name]
}

// namesakesOf returns the Go types of what the pages call by one name.
func (s *Side) namesakesOf(called string) []string {
	s.nameTypes()
	return s.namesakes[called]
}

func (s *Side) nameTypes() {
	if s.ids != nil {
		return
	}
	s.ids, s.namesakes = map[string][]string{}, map[string][]string{}
	for _, t := range s.api.Types {
		if name := s.origins.names.Type(t.ID); name != "" {
			s.ids[name] = append(s.ids[name], t.ID)
			s.namesakes[t.Name] = append(s.namesakes[t.Name], name)
		}
	}
}

// usersOf returns what has a type, which need be nothing that Go declares: no method of Go
// mentions the types of its failures.
func (s *Side) usersOf(id string) []typeUser {
	if s.users == nil {
		s.users = map[string][]typeUser{}
		for _, t := range s.api.Types {
			s.addUsers(t.Type, typeUser{typ: t.ID})
		}
		for _, m := range s.api.Methods {
			s.addMethod(m)
		}
	}
	return s.users[id]
}

func (s *Side) addMethod(m *model.Method) {
	for _, p := range m.Params {
		s.addUsers(p.Type, typeUser{method: m.ID, part: string(p.Location)})
	}
	if m.Body != nil {
		s.addUsers(m.Body.Type, typeUser{method: m.ID, part: "body"})
	}
	if m.Returns != nil {
		s.addUsers(m.Returns.Type, typeUser{method: m.ID, part: "returns"})
	}
	if m.Streaming != nil {
		s.addUsers(m.Streaming.Type, typeUser{method: m.ID, part: "stream"})
	}
	for _, e := range m.Errors {
		s.addUsers(e.Type, typeUser{method: m.ID, part: "errors"})
	}
}

// addUsers notes the user of all types that a type refers to.
func (s *Side) addUsers(t *model.Type, u typeUser) {
	switch {
	case t == nil:
		return
	case t.Kind == model.KindRef:
		s.users[t.Ref] = append(s.users[t.Ref], u)
	}
	s.addUsers(t.Elem, u)
	for _, f := range t.Fields {
		s.addUsers(f.Type, u)
	}
	for _, v := range t.Variants {
		s.addUsers(v.Type, u)
	}
}
