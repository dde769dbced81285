package link

import (
	"maps"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// listed leaves where bodies list their members where that says more than the members do:
// equal structures are one, with the positions of the first.
func (l *linker) listed() {
	for m := range l.eachMethod() {
		if m.Body == nil || len(m.Body.Listed) == 0 {
			continue
		}
		known := make(map[string]source.Span, len(m.Body.Listed))
		for _, f := range l.opened(m.Body.Type).Fields {
			known[f.Name] = f.Span
		}
		maps.DeleteFunc(m.Body.Listed, func(name string, at source.Span) bool {
			span, has := known[name]
			return !has || span == at
		})
		if len(m.Body.Listed) == 0 {
			m.Body.Listed = nil
		}
	}
}

// opened is the structure that stands for a type which was named for want of a name.
func (l *linker) opened(t *model.Type) *model.Type {
	if named := l.named[t.Ref]; t.Kind == model.KindRef && named != nil && named.Anonymous {
		return named.Type
	}
	return t
}
