package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// streaming finds the methods whose success can be a stream of events. Other
// dialects say so in their signatures; http pages show it in an example, in a
// flag of the body, or by the last word of the path.
func (l *linker) streaming() {
	for m := range l.eachMethod() {
		if m.Streaming != nil {
			l.streamFlag(m)
			continue
		}
		switch by := l.streamsAlways(m); {
		case by != "":
			m.Streaming = &model.Streaming{Type: m.Returns.Type}
			m.Streaming.Evidence = m.Streaming.Evidence.With(model.FactType, by)
		case hasStreamFlag(m):
			l.streamsOnDemand(m)
		}
	}
}

// streamsOnDemand finds what a method with a flag for streams carries: the one
// type that by its name is an event, or any value where only an example shows
// that there are events.
func (l *linker) streamsOnDemand(m *model.Method) {
	t, by := l.eventType(m), model.SourceName
	if t == nil && showsEvents(m) {
		t, by = l.types.Scalar(model.KindAny), model.SourceExample
	}
	if t != nil {
		m.Streaming = &model.Streaming{Type: t, Field: "stream"}
		m.Streaming.Evidence = m.Streaming.Evidence.With(model.FactType, by)
	}
}

// showsEvents reports whether a response example is a stream of events.
func showsEvents(m *model.Method) bool {
	return slices.ContainsFunc(m.Examples, func(e *model.Example) bool {
		return e.Kind == model.ExampleResponse && isEventStream(e.Text)
	})
}

// streamFlag finds the field of the body that asks for a stream where the
// method also answers with a value.
func (l *linker) streamFlag(m *model.Method) {
	if m.Streaming.Field == "" && hasStreamFlag(m) {
		m.Streaming.Field = "stream"
	}
}

// streamsAlways says by what evidence a method answers with nothing but a
// stream, or "".
func (l *linker) streamsAlways(m *model.Method) model.Source {
	if m.Returns == nil || hasStreamFlag(m) {
		return ""
	}
	if showsEvents(m) || slices.ContainsFunc(m.Examples, func(e *model.Example) bool { return e.Request != nil && acceptsEvents(e.Request) }) {
		return model.SourceExample
	}
	if m.Verb == "GET" && (strings.HasSuffix(m.Path, "/stream") || m.Name == "stream") {
		return model.SourceName
	}
	return ""
}

func isEventStream(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "event:") || strings.HasPrefix(text, "data:")
}

func acceptsEvents(r *model.Request) bool {
	return slices.ContainsFunc(r.Headers, func(h model.Constant) bool {
		return strings.EqualFold(h.Name, "Accept") && strings.HasPrefix(h.Value, "text/event-stream")
	})
}

// hasStreamFlag reports whether the body has a flag that asks for a stream.
func hasStreamFlag(m *model.Method) bool {
	if m.Body == nil {
		return false
	}
	for _, f := range m.Body.Type.Fields {
		if f.Name == "stream" && f.Type.Kind == model.KindBoolean {
			return true
		}
	}
	return false
}

// eventType is the one type of the method's resource that by its name is what
// a stream carries.
func (l *linker) eventType(m *model.Method) *model.Type {
	var found []string
	for t := range l.eachType() {
		if t.Resource == l.resourceOf[m.ID] && !t.Anonymous &&
			(strings.HasSuffix(t.Name, "StreamEvent") || strings.HasSuffix(t.Name, "Chunk")) {
			found = append(found, t.ID)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return l.types.Intern(model.Type{Kind: model.KindRef, Ref: found[0]})
}
