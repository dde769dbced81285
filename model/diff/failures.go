package diff

import (
	"cmp"

	"github.com/docgen-go/docgen/model"
)

// failures compares what failures carry, each status on its own.
func (c *comparer) failures(p location, before, after []*model.ErrorResponse) {
	if len(before)+len(after) == 0 || !c.bothState(factErrors) {
		return
	}
	p = p.part("errors")
	had, has := byStatus(before), byStatus(after)
	for _, b := range after {
		q := p.below(b.Status, nil, nil)
		q.newSpan = b.Span
		a := had[b.Status]
		if a == nil {
			c.add(q, ErrorAdded, "", c.new.failureText(b))
			continue
		}
		q.oldSpan = a.Span
		c.failure(q, a, b)
	}
	for _, a := range before {
		if has[a.Status] == nil {
			q := p.below(a.Status, nil, nil)
			q.oldSpan = a.Span
			c.add(q, ErrorRemoved, c.old.failureText(a), "")
		}
	}
}

func (c *comparer) failure(p location, a, b *model.ErrorResponse) {
	c.words(p, a.Doc, b.Doc)
	switch {
	case a.Type == nil && b.Type == nil:
		c.media(p, a.ContentType, b.ContentType)
	case a.Type == nil:
		c.add(p, ErrorContentAdded, "", c.new.text(b.Type))
	case b.Type == nil:
		c.add(p, ErrorContentRemoved, c.old.text(a.Type), "")
	default:
		c.media(p, a.ContentType, b.ContentType)
		c.types(p, a.Type, b.Type)
	}
}

// media compares the media types of what responses carry, where both are known.
func (c *comparer) media(p location, before, after string) {
	if before != "" && after != "" && before != after {
		c.add(p, MediaChanged, before, after)
	}
}

// failureText is what a failure carries or, where nothing says it, its status.
func (s *side) failureText(e *model.ErrorResponse) string {
	if e.Type == nil {
		return cmp.Or(e.ContentType, e.Status)
	}
	return s.text(e.Type)
}

func byStatus(list []*model.ErrorResponse) map[string]*model.ErrorResponse {
	out := make(map[string]*model.ErrorResponse, len(list))
	for _, e := range list {
		out[e.Status] = e
	}
	return out
}
