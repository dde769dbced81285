package diff

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/values"
)

// A matching opens two types until both mention the same declared types. Unions of
// unions take many rounds; each looks only at what the one before it uncovered.
type matching struct {
	c        *comparer
	by       user
	old, new *values.Frontier
	// oldUnions and newUnions are those of the types at which the walks stopped that
	// mention others, in the order in which they turned up.
	oldUnions, newUnions []string
}

// open opens the types that only one side mentions, and those that turn up with
// that, until there are none.
func (m *matching) open() {
	onlyOld, onlyNew := m.unmatched(nil)
	for len(onlyOld)+len(onlyNew) > 0 {
		var left []*model.NamedType
		for _, t := range onlyOld {
			m.old.Open(t.ID)
			if partner := m.c.new.api.Lookup(m.c.declared[t.ID]); partner != nil {
				left = append(left, partner)
			}
		}
		for _, t := range onlyNew {
			m.new.Open(t.ID)
		}
		onlyOld, onlyNew = m.unmatched(left)
	}
}

// unmatched declares the types that both sides mention, and returns those that only
// one does, among what it uncovered last and the types of the new side that lost
// their partner. What a union holds that is mentioned is mentioned too. A type that the
// old side mentions several times counts as mentioned by it alone, too.
func (m *matching) unmatched(left []*model.NamedType) (onlyOld, onlyNew []*model.NamedType) {
	freshOld, freshNew := m.old.Fresh(), m.new.Fresh()
	m.oldUnions = m.c.old.addUnions(m.oldUnions, freshOld)
	m.newUnions = m.c.new.addUnions(m.newUnions, freshNew)
	for _, t := range freshOld {
		partner := m.c.declared[t.ID]
		direct := m.new.Mentions(partner) > 0
		both := direct || m.c.new.holds(m.new, m.newUnions, partner)
		if both {
			m.c.declare(m.by, t, m.c.new.api.Lookup(partner))
		}
		if !both || direct && m.old.Mentions(t.ID) > 1 {
			onlyOld = append(onlyOld, t)
		}
	}
	for _, t := range append(left, freshNew...) {
		partner := m.c.partner[t.ID]
		if m.new.Mentions(t.ID) == 0 || m.old.Mentions(partner) > 0 {
			continue
		}
		if m.c.old.holds(m.old, m.oldUnions, partner) {
			m.c.declare(m.by, m.c.old.api.Lookup(partner), t)
			continue
		}
		onlyNew = append(onlyNew, t)
	}
	return onlyOld, onlyNew
}

// mostUnions bounds how many unions are looked into for one type. What is further away
// is found by opening, which takes longer.
const mostUnions = 64

// holds reports whether a type is held by one of the unions that are mentioned and not
// open, directly or by another union, and is not open itself.
func (s *side) holds(f *values.Frontier, unions []string, id string) bool {
	if id == "" || f.IsOpen(s.api.Lookup(id)) {
		return false
	}
	seen := map[string]bool{}
	var queue []string
	for _, u := range unions {
		if len(queue) < mostUnions && f.Mentions(u) > 0 && !seen[u] {
			seen[u] = true
			queue = append(queue, u)
		}
	}
	for i := 0; i < len(queue) && i < mostUnions; i++ {
		for _, next := range s.held(queue[i]) {
			if next == id {
				return true
			}
			if !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
	return false
}

// addUnions appends the types that hold others.
func (s *side) addUnions(unions []string, types []*model.NamedType) []string {
	for _, t := range types {
		if len(s.held(t.ID)) > 0 {
			unions = append(unions, t.ID)
		}
	}
	return unions
}

// held are the IDs of the declared types among the alternatives of a declared type.
func (s *side) held(id string) []string {
	out, known := s.holding[id]
	if t := s.api.Lookup(id); !known && t != nil {
		for _, next := range values.NewFrontier(s.api.Lookup, t.Type).Fresh() {
			out = append(out, next.ID)
		}
		if s.holding == nil {
			s.holding = map[string][]string{}
		}
		s.holding[id] = out
	}
	return out
}
