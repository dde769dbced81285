package golang

import (
	"mime"
	"slices"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

const streamNote = "The stream has to be read to its end or closed."

// streamForm is the result of a method that gives values as they arrive.
func (g *generator) streamForm(t *model.Type, sender string) resultForm {
	value := g.goType(t)
	return resultForm{
		types:  []gosrc.Code{gosrc.Pointer(gosrc.Instance("Stream", value)), gosrc.Name("error")},
		sender: gosrc.Instance(sender, value), stream: t, note: streamNote,
	}
}

// isLines reports whether a media type is JSON with a value on each line.
func isLines(contentType string) bool {
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		return false
	}
	switch media {
	case "application/jsonl", "application/x-jsonl", "application/x-ndjson", "application/jsonlines":
		return true
	}
	return false
}

// streaming declares the method beside an operation that asks for a stream.
func (g *generator) streaming(f gosrc.Writer, r *model.Resource, m *model.Method) {
	flag, ok := g.streamFlag(m)
	if !ok {
		return
	}
	form := g.streamForm(m.Streaming.Type, "sendEvents")
	name := g.names.Streaming(m.ID)
	doc := name + " is " + g.names.Method(m.ID) + " with a response that arrives event by event. " + streamNote
	f.Func(gosrc.Func{
		Doc:      func() []string { return withAge(join(wrap(doc), wrap(g.optionDoc(m))), m.Since, m.Deprecated) },
		Receiver: g.receiver(r), Name: name, Params: g.methodParams(m), Results: form.types,
		Body: func() []gosrc.Code {
			return append(slices.Concat(g.takeParams(m), []gosrc.Code{flag}, g.request(m)), form.send())
		},
	})
}

// streamFlag is the statement that asks for a stream. It is not ok where the
// method has no member of the body or parameter of the query that can say so.
func (g *generator) streamFlag(m *model.Method) (set gosrc.Code, ok bool) {
	if m.Streaming == nil || m.Streaming.Field == "" || g.isFile(m.Streaming.Type) {
		return set, false
	}
	field, location := flagOf(m)
	if field == nil {
		return set, false
	}
	value := gosrc.Name("true")
	target, _ := naming.Target(g.api, field.Type)
	switch {
	case g.isRaw(field.Type):
		value = gosrc.Call(gosrc.Name("MustJSON"), value)
	case target.Kind != model.KindBoolean && target.Literal != "true":
		return set, false
	case !field.Required || field.Nullable:
		value = gosrc.Call(gosrc.Name("Some"), value)
	}
	member := g.names.Param(m.ID, location, field.Name)
	return gosrc.Assign(gosrc.Select(gosrc.Name("params"), member), value), true
}

// flagOf is the field or parameter that asks for the stream of a method, and where it
// travels, or nil.
func flagOf(m *model.Method) (*model.Field, model.Location) {
	if m.Streaming.Location == model.LocationQuery {
		for _, p := range m.Params {
			if p.Location == model.LocationQuery && p.Name == m.Streaming.Field {
				return &p.Field, model.LocationQuery
			}
		}
		return nil, ""
	}
	if bodyFormOf(m) != bodyFields {
		return nil, ""
	}
	return fieldNamed(m.Body.Type, m.Streaming.Field), naming.LocationBody
}

// fieldNamed is the first field of that wire name, or nil.
func fieldNamed(t *model.Type, wire string) *model.Field {
	for _, f := range t.Fields {
		if f.Name == wire {
			return f
		}
	}
	return nil
}
