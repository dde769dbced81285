package diff

import "github.com/docgen-go/docgen/model"

// elements returns what the pages of a list hold on each side, where clients print nothing but
// that, and only an example of one side shows what is around it; else nil.
func (c *comparer) elements(m methodPair) (before, after *model.Type) {
	if e := c.new.shownAround(m.new, c.old, m.old); e != nil {
		return m.old.Returns.Type, e
	}
	if e := c.old.shownAround(m.old, c.new, m.new); e != nil {
		return e, m.new.Returns.Type
	}
	return nil, nil
}

// shownAround returns the element of the list in the result of a method of which only an example
// shows the members, where the other side has a result without such a list.
func (s *side) shownAround(m *model.Method, other *side, without *model.Method) *model.Type {
	if m.Paging == nil || m.Paging.Items == "" || m.Returns == nil || without.Paging != nil || without.Returns == nil {
		return nil
	}
	f := s.api.FieldAt(m.Returns.Type, m.Paging.Items)
	if f == nil || !f.Evidence.Of(model.FactType).Inferred() {
		return nil
	}
	list := s.api.Resolve(f.Type)
	if list.Kind != model.KindArray || other.api.Resolve(without.Returns.Type).Kind == model.KindArray || other.api.FieldAt(without.Returns.Type, m.Paging.Items) != nil {
		return nil
	}
	return list.Elem
}
