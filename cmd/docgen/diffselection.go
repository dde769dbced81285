package main

import (
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// A selection is what one of --method, --resource and --path shows of things that no finding
// is about: the methods that fit, the types that these lead to, and resources.
type selection struct {
	methods, types map[string]bool // by ID
	resource       func(id string) bool
}

// selections returns one for each of the flags that was given.
func (f *filterFlags) selections(before, after *model.API) []selection {
	var out []selection
	add := func(patterns []string, fits func(pattern string, m *model.Method) bool, resource func(id string) bool) {
		if len(patterns) == 0 {
			return
		}
		s := selection{map[string]bool{}, map[string]bool{}, resource}
		for _, api := range []*model.API{before, after} {
			w := refWalk{api: api, found: s.types, seen: map[*model.Type]bool{}}
			for _, m := range api.Methods {
				if slices.ContainsFunc(patterns, func(p string) bool { return fits(p, m) }) {
					s.methods[m.ID] = true
					w.method(m)
				}
			}
		}
		out = append(out, s)
	}
	none := func(string) bool { return false }
	add(f.Method, func(p string, m *model.Method) bool { return config.MatchID(p, m.ID) }, none)
	add(f.Resource, func(p string, m *model.Method) bool { return isBelow(p, parentID(m.ID)) }, func(id string) bool {
		return slices.ContainsFunc(f.Resource, func(p string) bool { return isBelow(p, id) })
	})
	add(f.Path, func(p string, m *model.Method) bool { return config.MatchPage(p, m.Path) }, none)
	return out
}

// shows reports whether all selections have what is a part of a resource, a method or a type.
func shows(selections []selection, resource, method, typ string) bool {
	return !slices.ContainsFunc(selections, func(s selection) bool {
		return !s.methods[method] && !s.types[typ] && (resource == "" || !s.resource(resource))
	})
}

// wantedBeside returns what a report shows besides findings. None of it has a rule or a
// severity, by which --only chooses.
func (f *filterFlags) wantedBeside(before, after *model.API) (goChange func(goapi.Change) bool, text func(diff.Text) bool) {
	if len(f.Only) > 0 {
		return func(goapi.Change) bool { return false }, func(diff.Text) bool { return false }
	}
	selections := f.selections(before, after)
	return func(c goapi.Change) bool { return shows(selections, c.Resource, c.Method, c.Type) },
		func(t diff.Text) bool { return shows(selections, t.Resource, t.Method, t.Type) }
}

// A refWalk finds the declared types that methods lead to.
type refWalk struct {
	api   *model.API
	found map[string]bool // by ID
	seen  map[*model.Type]bool
}

func (w *refWalk) method(m *model.Method) {
	for _, p := range m.Params {
		w.visit(p.Type)
	}
	if m.Body != nil {
		w.visit(m.Body.Type)
	}
	if m.Returns != nil {
		w.visit(m.Returns.Type)
	}
	if m.Streaming != nil {
		w.visit(m.Streaming.Type)
	}
	for _, e := range m.Errors {
		w.visit(e.Type)
	}
}

func (w *refWalk) visit(t *model.Type) {
	if t == nil || w.seen[t] {
		return
	}
	w.seen[t] = true
	if named := w.api.Lookup(t.Ref); t.Kind == model.KindRef && named != nil {
		w.found[t.Ref] = true
		w.visit(named.Type)
	}
	w.visit(t.Elem)
	for _, f := range t.Fields {
		w.visit(f.Type)
	}
	for _, v := range t.Variants {
		w.visit(v.Type)
	}
}
