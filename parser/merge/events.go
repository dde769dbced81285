package merge

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// events adds the events that only the other API's resource has, and what it says
// of those that both have.
func (m *merger) events(a, b *model.Resource) {
	had := a.Events
	for _, event := range b.Events {
		e := *event
		e.Type = m.renamed[e.Type]
		i := slices.IndexFunc(had, func(h *model.Event) bool { return h.Name == e.Name })
		if i < 0 {
			a.Events = append(a.Events, &e)
			continue
		}
		if had[i].Doc == "" {
			had[i].Doc = e.Doc
		}
		if had[i].Example == "" {
			had[i].Example = e.Example
		}
		if had[i].Type != e.Type {
			m.disagree("the payload", e.Name, had[i].Span, e.Span)
		}
	}
}
