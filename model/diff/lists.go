package diff

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// paging compares how lists go on. It is concluded from names, so it counts
// only where a name it rests on came or went; what other dialects call the page
// type is no fact of the wire.
func (c *comparer) paging(p location, m methodPair) {
	a, b := m.old.Paging, m.new.Paging
	if a != nil && m.new.Returns == nil || b != nil && m.old.Returns == nil { // which result goes on, nobody knows
		c.unstated[model.FactType]++
		return
	}
	if before, _ := c.elements(m); before != nil {
		c.unstated[model.FactPaging]++
		return
	}
	gone := a != nil && !c.new.carries(m.new, a)
	came := b != nil && !c.old.carries(m.old, b)
	switch {
	case gone && b != nil || came && a != nil:
		c.add(p, PagingChanged, pagingText(a), pagingText(b))
	case gone:
		if f := c.soleParam(c.new, m.new, a); f != nil {
			f.Kind, f.Old = PagingRemoved, pagingText(a)
			return
		}
		c.add(p, PagingRemoved, pagingText(a), "")
	case came:
		if f := c.soleParam(c.old, m.old, b); f != nil {
			f.Kind, f.New = PagingAdded, pagingText(b)
			return
		}
		c.add(p, PagingAdded, "", pagingText(b))
	case (a == nil) != (b == nil): // one side says so, and all that it rests on is on both
		c.unstated[model.FactPaging]++
	}
}

// soleParam returns the change of the parameter that selects a page, where a method of the
// other side lacks nothing else of a way of paging, or nil: both are one cause.
func (c *comparer) soleParam(other *side, m *model.Method, p *model.Paging) *found {
	rest := *p
	if rest.Param = ""; p.Param == "" || p.InBody || !other.carries(m, &rest) {
		return nil
	}
	at := "query." + p.Param.String()
	for i := len(c.changes) - 1; i >= c.ofMethod; i-- {
		if f := &c.changes[i]; f.At == at && (f.Kind == ParamAddedOptional || f.Kind == ParamRemovedOptional) {
			return f
		}
	}
	return nil
}

// carries reports whether a method has all that a way of paging rests on.
func (s *side) carries(m *model.Method, p *model.Paging) bool {
	if m.Returns == nil {
		return false
	}
	for _, path := range []model.FieldPath{p.Items, p.Next, p.More} {
		if path != "" && s.api.FieldAt(m.Returns.Type, path) == nil {
			return false
		}
	}
	list := s.api.Resolve(m.Returns.Type)
	if p.Items != "" {
		list = s.api.Resolve(s.api.FieldAt(m.Returns.Type, p.Items).Type)
	}
	if list.Kind != model.KindArray || p.Element != "" && !s.hasElement(list.Elem, p.Element) {
		return false
	}
	return p.Param == "" || s.takes(m, p)
}

// takes reports whether a method has the parameter that selects a page.
func (s *side) takes(m *model.Method, p *model.Paging) bool {
	if p.InBody {
		return m.Body != nil && s.api.FieldAt(m.Body.Type, p.Param) != nil
	}
	names := p.Param.Names()
	return slices.ContainsFunc(m.Params, func(q *model.Param) bool {
		return q.Location == model.LocationQuery && q.Name == names[0] &&
			(len(names) == 1 || s.api.FieldAt(q.Type, model.PathOf(names[1:]...)) != nil)
	})
}

// hasElement reports whether an element, or each object that it can be, has the
// field.
func (s *side) hasElement(t *model.Type, path model.FieldPath) bool {
	if t = s.api.Resolve(t); t == nil || t.Kind != model.KindUnion {
		return s.api.FieldAt(t, path) != nil
	}
	return !slices.ContainsFunc(t.Variants, func(v *model.Variant) bool { return s.api.FieldAt(v.Type, path) == nil })
}

func pagingText(p *model.Paging) string {
	text := "by the header Link"
	switch {
	case p.Param != "":
		text = "by " + p.Param.String()
	case p.Next != "":
		text = "by URL"
	}
	if p.Items != "" {
		text = p.Items.String() + " " + text
	}
	if p.Next != "" {
		text += " from " + p.Next.String()
	}
	if p.Element != "" {
		text += " from the last " + p.Element.String()
	}
	if p.More != "" {
		text += " while " + p.More.String()
	}
	return text
}

func (c *comparer) stream(p location, a, b *model.Streaming) {
	p = p.part("stream")
	switch {
	case a == nil && b == nil:
	case a == nil && !c.old.showsStream(b), b == nil && !c.new.showsStream(a):
		c.unstated[model.FactType]++
	case a == nil:
		c.add(p, StreamAdded, "", c.new.text(b.Type)).Inferred = byExample(b)
	case b == nil:
		c.add(p, StreamRemoved, c.old.text(a.Type), "").Inferred = byExample(a)
	case isUntyped(a) != isUntyped(b):
		c.unstated[model.FactType]++
	default:
		c.types(p, a.Type, b.Type)
	}
}

// isUntyped reports whether no page says what a stream carries: then it is any
// value, which is no statement that another one could contradict.
func isUntyped(s *model.Streaming) bool { return s.Type.Kind == model.KindAny }

// showsStream reports whether a side would show a stream that the other has:
// only the pages of some dialects say it in their signatures.
func (s *side) showsStream(other *model.Streaming) bool {
	by := other.Evidence.Of(model.FactType)
	return by.Inferred() || s.streams[by]
}

// byExample reports whether only an example shows the stream, which older pages
// may lack.
func byExample(s *model.Streaming) bool {
	return s.Evidence.Of(model.FactType) == model.SourceExample
}

// examples counts the examples that only one side has, word for word.
func (c *comparer) examples(p location, before, after []*model.Example) {
	key := func(e *model.Example) string { return string(e.Kind) + " " + oneLine(e.Text) }
	left := map[string]int{}
	for _, e := range before {
		left[key(e)]++
	}
	var added []*model.Example
	for _, e := range after {
		if left[key(e)] > 0 {
			left[key(e)]--
		} else {
			added = append(added, e)
		}
	}
	gone := slices.DeleteFunc(slices.Clone(before), func(e *model.Example) bool {
		left[key(e)]--
		return left[key(e)] < 0
	})
	for i := range max(len(gone), len(added)) {
		q := p
		if i < len(gone) {
			q.oldSpan = gone[i].Span
		}
		if i < len(added) {
			q.newSpan = added[i].Span
		}
		c.text(q, Examples, "", "")
	}
}
