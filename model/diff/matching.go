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
// their partner. A type that the old side mentions several times counts as
// mentioned by it alone, too.
func (m *matching) unmatched(left []*model.NamedType) (onlyOld, onlyNew []*model.NamedType) {
	for _, t := range m.old.Fresh() {
		partner := m.c.declared[t.ID]
		both := m.new.Mentions(partner) > 0
		if both {
			m.c.declare(m.by, t, m.c.new.api.Lookup(partner))
		}
		if !both || m.old.Mentions(t.ID) > 1 {
			onlyOld = append(onlyOld, t)
		}
	}
	for _, t := range append(left, m.new.Fresh()...) {
		if m.new.Mentions(t.ID) > 0 && m.old.Mentions(m.c.partner[t.ID]) == 0 {
			onlyNew = append(onlyNew, t)
		}
	}
	return onlyOld, onlyNew
}
