package assemble

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/decl"
)

// An Event is what a stream, a socket or a webhook carries, not linked yet.
type Event struct {
	Name, Doc, Example string
	Type               *model.Type
	Span               source.Span
}

// Event assembles an entry of a list of events, or returns nil where it carries
// nothing.
func (b *Builder) Event(d *decl.TypeDecl, example string) *Event {
	if len(d.Items) == 0 {
		at := &decl.Item{Start: d.Start, End: d.End}
		b.problem(at, "empty-event", "nothing is listed that the event \""+d.Title+"\" carries; it was left out", "")
		return nil
	}
	return &Event{
		Name: b.text(d.Title), Doc: b.text(d.Doc), Example: b.text(example),
		Type: b.value(d.Items), Span: b.File.Span(d.Start, d.End),
	}
}
