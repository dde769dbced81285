package diff

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// paging compares how lists go on. It is concluded from names, so it counts
// only where a name it rests on came or went; what other dialects call the page
// type is no fact of the wire.
func (c *comparer) paging(p place, m methodPair) {
	a, b := m.old.Paging, m.new.Paging
	gone := a != nil && !c.new.carries(m.new, a)
	came := b != nil && !c.old.carries(m.old, b)
	switch {
	case gone && b != nil || came && a != nil:
		c.add(p, PagingChanged, pagingText(a), pagingText(b))
	case gone:
		c.add(p, PagingRemoved, pagingText(a), "")
	case came:
		c.add(p, PagingAdded, "", pagingText(b))
	}
}

// carries reports whether a method has all that a way of paging rests on.
func (s *side) carries(m *model.Method, p *model.Paging) bool {
	has := map[string]bool{"": true}
	if m.Returns != nil {
		for _, f := range s.api.Resolve(m.Returns.Type).Fields {
			has[f.Name] = true
		}
	}
	param := slices.ContainsFunc(m.Params, func(q *model.Param) bool { return q.Name == p.Param })
	return param && has[p.Items] && has[p.Next] && has[p.More]
}

func pagingText(p *model.Paging) string {
	text := p.Items + " by " + p.Param
	if p.Next != "" {
		text += " from " + p.Next
	}
	if p.More != "" {
		text += " while " + p.More
	}
	return text
}

func (c *comparer) stream(p place, a, b *model.Streaming) {
	p = p.below("stream", nil, nil)
	switch {
	case a == nil && b == nil:
	case a == nil && !c.old.showsStream(b), b == nil && !c.new.showsStream(a):
		c.unstated[model.FactType]++
	case a == nil:
		c.add(p, StreamAdded, "", c.new.text(b.Type)).Inferred = byExample(b)
	case b == nil:
		c.add(p, StreamRemoved, c.old.text(a.Type), "").Inferred = byExample(a)
	default:
		c.types(p, a.Type, b.Type)
	}
}

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
func (c *comparer) examples(p place, before, after []*model.Example) {
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
		c.text(q, Examples)
	}
}
