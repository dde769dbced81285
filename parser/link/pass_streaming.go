package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// streaming finds the methods whose success can be a stream of events. Other
// dialects say so in their signatures; http pages show it in an example, in a
// flag of the request, or by the last word of the path.
func (l *linker) streaming() {
	for m := range l.eachMethod() {
		flag := l.streamFlagOf(m)
		switch {
		case m.Streaming != nil:
			l.stated(m, flag)
		case flag != nil:
			l.streamsOnDemand(m, flag)
		default:
			l.streamsAlways(m)
		}
		if m.Streaming != nil && flag != nil {
			flag.widen()
		}
		if s := m.Streaming; s != nil && s.Type.Kind == model.KindAny {
			l.diags.Add("untyped-stream", diag.Warning, m.Span, "no page says what the stream of %s carries", m.ID).
				Help = "its events are kept as values of any type"
		}
	}
}

// A streamFlag is the boolean of a request that asks for a stream. widen makes it one that can
// be true and false, where pages print what it is in the one call or the other.
type streamFlag struct {
	location model.Location
	doc      string
	widen    func()
}

// streamFlagOf finds the boolean that asks for a stream, in the body or the query.
func (l *linker) streamFlagOf(m *model.Method) *streamFlag {
	if m.Body != nil && m.Body.Type.Kind == model.KindObject {
		if i := slices.IndexFunc(m.Body.Type.Fields, asksForStream); i >= 0 {
			f := m.Body.Type.Fields[i]
			return &streamFlag{"", f.Doc, func() {
				c := *m.Body.Type
				c.Fields = slices.Clone(c.Fields)
				c.Fields[i] = l.either(f)
				m.Body.Type = l.types.Intern(c)
			}}
		}
	}
	for _, p := range m.Params {
		if p.Location == model.LocationQuery && asksForStream(&p.Field) {
			return &streamFlag{p.Location, p.Doc, func() { p.Field = *l.either(&p.Field) }}
		}
	}
	return nil
}

// streamFlagName is what such a boolean is called.
const streamFlagName = "stream"

func asksForStream(f *model.Field) bool {
	return f.Name == streamFlagName && (f.Type.Kind == model.KindBoolean || isOneBoolean(f.Type))
}

func isOneBoolean(t *model.Type) bool {
	return t.Kind == model.KindConst && (t.Literal == "true" || t.Literal == "false")
}

// either is a flag that can be true and false.
func (l *linker) either(f *model.Field) *model.Field {
	if !isOneBoolean(f.Type) {
		return f
	}
	g := *f
	g.Type, g.Evidence = l.types.Scalar(model.KindBoolean), f.Evidence.With(model.FactType, model.SourceName)
	return &g
}

// stated decides a stream that signatures or Returns sections state: what asks for
// it, and whether there is more to say of what it carries. Where nothing is known
// to select the stream, a method answers with the value that it also has.
func (l *linker) stated(m *model.Method, flag *streamFlag) {
	s := m.Streaming
	switch {
	case flag != nil:
		s.Field, s.Location = streamFlagName, flag.location
	case l.valued[m.ID] && l.hasValue(m) && m.Returns.Type != s.Type && l.showsStream(m) == "":
		m.Streaming = nil
		l.diags.Add("unselected-stream", diag.Info, m.Span, "%s answers with a value or with a stream, but no parameter was found that selects the stream", m.ID).
			Help = "its method in Go gives the value"
		return
	}
	if l.isAny(s.Type) {
		l.element(m, s)
	}
}

// hasValue reports whether a method has a result of which more is known than that it
// is one.
func (l *linker) hasValue(m *model.Method) bool {
	return m.Returns != nil && !l.isAny(m.Returns.Type)
}

// isAny reports whether nothing is known of a type.
func (l *linker) isAny(t *model.Type) bool {
	s := l.structure(t)
	return s == nil || s.Kind == model.KindAny
}

// streamsOnDemand finds what a method with a flag for streams carries, if an event,
// an example or its prose tells that the flag is about events.
func (l *linker) streamsOnDemand(m *model.Method, flag *streamFlag) {
	s := &model.Streaming{Type: l.types.Scalar(model.KindAny), Field: streamFlagName, Location: flag.location}
	if l.element(m, s) {
		m.Streaming = s
		return
	}
	by := model.SourceExample
	if !showsEvents(m) {
		by = model.SourceProse
	}
	if by == model.SourceExample || speaksOfEvents.MatchString(flag.doc) {
		s.Evidence = s.Evidence.With(model.FactType, by)
		m.Streaming = s
	}
}

// streamsAlways marks a method that answers with nothing but a stream.
func (l *linker) streamsAlways(m *model.Method) {
	by := l.showsStream(m)
	if by == "" {
		return
	}
	m.Streaming = &model.Streaming{Type: l.types.Scalar(model.KindAny)}
	if m.Returns != nil {
		m.Streaming.Type = m.Returns.Type
	}
	if !l.isAny(m.Streaming.Type) || !l.element(m, m.Streaming) {
		m.Streaming.Evidence = m.Streaming.Evidence.With(model.FactType, by)
	}
}

// showsStream says by what evidence a method answers with nothing but a stream, or "".
func (l *linker) showsStream(m *model.Method) model.Source {
	if showsEvents(m) || slices.ContainsFunc(m.Examples, func(e *model.Example) bool { return e.Request != nil && acceptsEvents(e.Request) }) {
		return model.SourceExample
	}
	if called := strings.HasSuffix(m.Path, "/stream") || m.Name == "stream"; called && (m.Verb == "GET" && m.Returns != nil || m.Streaming != nil) {
		return model.SourceName
	}
	return ""
}

// showsEvents reports whether a response example is a stream of events.
func showsEvents(m *model.Method) bool {
	return slices.ContainsFunc(m.Examples, func(e *model.Example) bool {
		return e.Kind == model.ExampleResponse && isEventStream(e.Text)
	})
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
