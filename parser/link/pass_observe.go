package link

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// observations are what the examples show of fields and of named types.
type observations struct {
	fields map[*model.Field]*observed
	named  map[string]*observed
	// returns holds bare values that methods return, as if fields held them.
	returns map[string]*model.Field
	values  map[*model.Example]any
	// broken are the response examples that are no JSON although they say so.
	broken map[*model.Example]error
}

// observe walks every example along the types that it is an example of.
func (l *linker) observe() {
	l.seen = &observations{
		fields: map[*model.Field]*observed{}, named: map[string]*observed{}, returns: map[string]*model.Field{},
		values: map[*model.Example]any{}, broken: map[*model.Example]error{},
	}
	for m := range l.eachMethod() {
		for _, e := range m.Examples {
			switch {
			case e.Kind == model.ExampleResponse && m.Returns != nil:
				l.observeResponse(m, e)
			case e.Request != nil:
				l.observeRequest(m, e.Request)
			}
		}
	}
}

func (l *linker) observeResponse(m *model.Method, e *model.Example) {
	if isEventStream(e.Text) {
		return
	}
	d := l.valueOf(e)
	if d.Err != nil {
		if isJSONExample(e) {
			l.seen.broken[e] = d.Err
		}
		return
	}
	v := d.Value
	l.seen.values[e] = v
	f := l.seen.returns[m.ID]
	if f == nil {
		f = &model.Field{Type: m.Returns.Type}
		l.seen.returns[m.ID] = f
	}
	l.walk(m.Returns.Type, v, f)
}

func isJSONExample(e *model.Example) bool {
	return e.Language == "json" || e.Language == "" && strings.HasPrefix(strings.TrimSpace(e.Text), "{")
}

func (l *linker) observeRequest(m *model.Method, r *model.Request) {
	if m.Body != nil && r.Body != "" {
		if v, err := ParseJSON(r.Body); err == nil {
			l.walk(m.Body.Type, v, nil)
		}
	}
	for _, q := range r.Query {
		p := findParam(m.Params, &model.Param{Location: model.LocationQuery, Field: model.Field{Name: strings.TrimSuffix(q.Name, "[]")}})
		if p == nil || variable.MatchString(q.Value) {
			continue
		}
		if v, err := ParseJSON(q.Value); err == nil {
			l.walk(p.Type, v, &p.Field)
		} else {
			l.walk(p.Type, q.Value, &p.Field)
		}
	}
}

// Decoded is one JSON text, decoded.
type Decoded struct {
	Value any
	Err   error
}

// Decode decodes a text. Pages are decoded where they are read, side by side.
func Decode(text string) Decoded {
	v, err := ParseJSON(text)
	return Decoded{v, err}
}

// ParseJSON reads exactly one JSON value and keeps numbers as they are written.
func ParseJSON(text string) (any, error) {
	if json.Valid([]byte(text)) {
		return decodeValid(text), nil
	}
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one JSON value")
	}
	return v, nil
}

// walk follows a value along its type. f is the field that holds it, if any.
func (l *linker) walk(t *model.Type, v any, f *model.Field) {
	if f != nil {
		l.seen.of(f).note(v)
	}
	switch t.Kind {
	case model.KindRef:
		l.walkNamed(t.Ref, v)
	case model.KindObject:
		l.walkObject(t, v)
	case model.KindArray:
		if list, ok := v.([]any); ok {
			for _, e := range list {
				l.walk(t.Elem, e, f)
			}
		}
	case model.KindMap:
		if m, ok := v.(map[string]any); ok {
			for _, e := range m {
				l.walk(t.Elem, e, f)
			}
		}
	case model.KindUnion:
		if w := l.choose(t, v); w != nil {
			l.walk(w.Type, v, nil)
		}
	}
}

func (l *linker) walkNamed(id string, v any) {
	n := l.named[id]
	if n == nil {
		return
	}
	o := l.seen.named[id]
	if o == nil {
		o = &observed{}
		l.seen.named[id] = o
	}
	o.note(v)
	if list, ok := v.([]any); ok && n.Type.Kind == model.KindObject {
		for _, e := range list { // perhaps the page shows the members of an element
			l.walk(n.Type, e, nil)
		}
		return
	}
	l.walk(n.Type, v, nil)
}

func (l *linker) walkObject(t *model.Type, v any) {
	m, ok := v.(map[string]any)
	if !ok {
		return
	}
	for _, f := range t.Fields {
		if fv, ok := m[f.Name]; ok {
			l.walk(f.Type, fv, f)
		}
	}
}
