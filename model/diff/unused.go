package diff

import (
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// unusedTypes compares the declared types that no method of either side leads
// to, nor an event that is compared. The others are compared where they are used.
func (c *comparer) unusedTypes() {
	used, reached := c.usedIn(c.old), c.usedIn(c.new)
	var gone, came []*model.NamedType
	// What types that are compared lead to is reported with them.
	lost, gained := c.old.walk(), c.new.walk()
	for _, a := range c.old.api.Types {
		if a.Anonymous || used[a.ID] {
			continue
		}
		if b := c.new.api.Lookup(c.declared[a.ID]); b == nil {
			gone = append(gone, a)
		} else if !reached[b.ID] {
			lost.visit(a.Type)
			gained.visit(b.Type)
			c.declare(user{}, a, b)
			for _, in := range c.travels(b) {
				c.declare(user{in: in}, a, b)
			}
		}
	}
	for _, b := range c.new.api.Types {
		if !b.Anonymous && !reached[b.ID] && c.partner[b.ID] == "" {
			came = append(came, b)
		}
	}
	gone = slices.DeleteFunc(gone, func(t *model.NamedType) bool { return lost.used[t.ID] })
	came = slices.DeleteFunc(came, func(t *model.NamedType) bool { return gained.used[t.ID] })
	c.loneTypes(c.old, gone, ResourceRemoved, TypeRemoved)
	c.loneTypes(c.new, came, ResourceAdded, TypeAdded)
}

// travels returns how values of a type travel that no method leads to. Those of webhooks
// are only received.
func (c *comparer) travels(t *model.NamedType) []Position {
	if in := c.in[t.Name]; len(in) > 0 {
		return in
	}
	for _, segment := range strings.Split(t.Resource, ".") {
		if names.Singular(strings.ToLower(segment)) == "webhook" {
			return []Position{Response}
		}
	}
	return nil
}

// loneTypes reports types that only one side declares, but not what such a type
// brings along, nor what a whole resource does.
func (c *comparer) loneTypes(s *side, types []*model.NamedType, whole, kind Kind) {
	other := c.old
	if s == c.old {
		other = c.new
	}
	brought := s.brought(types)
	for _, t := range types {
		if c.clients && other.hasTwin(t) { // pages came to print one type in two ways, or no longer do
			c.unstated[model.FactType]++
			continue
		}
		if brought[t.ID] || c.cameAlong(whole, t.Resource) {
			continue
		}
		ch, doc := Change{Kind: kind, Type: t.ID}, ""
		var members []NewMember
		if kind == TypeAdded {
			ch.Subjects = []Subject{{NewType: t.ID, NewSpan: t.Span}}
			ch.New, ch.NewSpan, doc = s.text(t.Type), t.Span, t.Doc
			members = c.membersOf(t)
		} else {
			ch.Subjects = []Subject{{OldType: t.ID, OldSpan: t.Span}}
			ch.Old, ch.OldSpan = s.text(t.Type), t.Span
		}
		c.changes = append(c.changes, found{Change: ch, newDoc: doc, newMembers: members})
	}
}

// cameAlong reports whether a resource is part of one that came or went as a whole.
func (c *comparer) cameAlong(whole Kind, resource string) bool {
	if c.along == nil {
		c.along = map[Kind]map[string]bool{ResourceAdded: {}, ResourceRemoved: {}}
		for _, f := range c.changes {
			if of := c.along[f.Kind]; of != nil {
				of[f.Resource] = true
			}
		}
	}
	for id := resource; id != ""; id = above(id) {
		if c.along[whole][id] {
			return true
		}
	}
	return false
}

// brought are the types that others of the list lead to. Of types that lead to
// each other the first is not among them. What one type leads to is walked once for all.
func (s *side) brought(types []*model.NamedType) map[string]bool {
	out, walked := map[string]bool{}, map[string]bool{}
	for _, t := range types {
		if out[t.ID] {
			continue
		}
		for todo := []*model.NamedType{t}; len(todo) > 0; {
			last := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if walked[last.ID] {
				continue
			}
			walked[last.ID] = true
			for _, id := range s.refsOf(last.Type) {
				if id != t.ID {
					out[id] = true
				}
				if next := s.api.Lookup(id); next != nil && !walked[id] {
					todo = append(todo, next)
				}
			}
		}
	}
	return out
}

// refsOf returns the IDs of the types that a type mentions itself.
func (s *side) refsOf(t *model.Type) []string {
	w := &refWalk{api: s.api, used: map[string]bool{}, seen: map[*model.Type]bool{}, flat: true}
	w.visit(t)
	return slices.Sorted(maps.Keys(w.used))
}

// usedIn are the IDs of the types that methods lead to, or events that are compared.
func (c *comparer) usedIn(s *side) map[string]bool {
	w := s.walk()
	for _, m := range s.api.Methods {
		eachOf(m, w.visit)
	}
	if c.comparesEvents() {
		for _, e := range listEvents(s.api) {
			w.visit(e.payload())
		}
	}
	return w.used
}

// A refWalk follows refs and notes the IDs that it comes across.
type refWalk struct {
	api  *model.API
	used map[string]bool
	seen map[*model.Type]bool
	flat bool // refs are noted and not followed
}

func (s *side) walk() *refWalk {
	return &refWalk{api: s.api, used: make(map[string]bool, len(s.api.Types)), seen: make(map[*model.Type]bool, 2*len(s.api.Types))}
}

func (w *refWalk) visit(t *model.Type) {
	if t == nil || t.Ref == "" && t.Elem == nil && len(t.Fields) == 0 && len(t.Variants) == 0 || w.seen[t] {
		return
	}
	w.seen[t] = true
	if named := w.api.Lookup(t.Ref); t.Kind == model.KindRef && named != nil {
		w.used[named.ID] = true
		if !w.flat {
			w.visit(named.Type)
		}
	}
	w.visit(t.Elem)
	for _, f := range t.Fields {
		w.visit(f.Type)
	}
	for _, v := range t.Variants {
		w.visit(v.Type)
	}
}

// eachOf visits the types that a method mentions itself.
func eachOf(m *model.Method, visit func(*model.Type)) {
	for _, p := range m.Params {
		visit(p.Type)
	}
	if m.Body != nil {
		visit(m.Body.Type)
	}
	if m.Returns != nil {
		visit(m.Returns.Type)
	}
	if m.Streaming != nil {
		visit(m.Streaming.Type)
	}
	for _, e := range m.Errors {
		visit(e.Type)
	}
}
