package diff

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// showLocations gives changes of what only examples show the places where the examples of
// their own methods do: equal structures are one, with the positions of the first, and
// members have those of the first example of a method, whichever shows them. A member that
// examples of both sides show neither came nor went: one side has a table besides, which
// lists some of the members. Nor has a number other values than whole ones where examples show no fraction.
func (c *comparer) showLocations() {
	old, now := newShownLocations(c.old.api), newShownLocations(c.new.api)
	c.changes = slices.DeleteFunc(c.changes, func(f found) bool {
		if !f.Inferred || f.node != nil || f.Method == "" {
			return false
		}
		s := f.Subjects[0]
		gone := f.Kind == FieldRemovedOptional || f.Kind == FieldRemovedRequired
		came := f.Kind == FieldAddedOptional || f.Kind == FieldAddedRequired
		if gone && now.shows(s.NewMethod, s.NewPath) || came && old.shows(s.OldMethod, s.OldPath) {
			c.unstated[model.FactType]++
			return true
		}
		if f.Kind == TypeWidened && now.onlyWhole(s.NewMethod, s.NewPath) || f.Kind == TypeNarrowed && old.onlyWhole(s.OldMethod, s.OldPath) {
			c.unstated[model.FactType]++
			return true
		}
		return false
	})
	for i := range c.changes {
		f := &c.changes[i]
		if f.node != nil || f.Method == "" {
			continue
		}
		s := &f.Subjects[0]
		if at := old.of(s.OldMethod, s.OldPath, f.OldSpan); at != f.OldSpan {
			f.OldSpan, s.OldSpan = at, at
		}
		if at := now.of(s.NewMethod, s.NewPath, f.NewSpan); at != f.NewSpan {
			f.NewSpan, s.NewSpan = at, at
		}
	}
}

// shownLocations are where the response examples of an API show the members of results that
// no page states.
type shownLocations struct {
	api     *model.API
	methods map[string]*model.Method
	// members are the places by method and path, see indexExample.
	members map[string]map[string]source.Span
	// numbers are the paths at which examples show numbers, by method, and whether with a fraction.
	numbers map[string]map[string]bool
}

func newShownLocations(api *model.API) *shownLocations {
	return &shownLocations{api: api, members: map[string]map[string]source.Span{}, numbers: map[string]map[string]bool{}}
}

// of returns where the examples of a method show the member at a path, or the nearest one
// around it, and a span as it is where pages state the result or nothing shows it.
func (s *shownLocations) of(id string, path Path, known source.Span) source.Span {
	if len(path) < 2 || path[0] != (PathStep{StepPart, "returns"}) || known.IsZero() {
		return known
	}
	m := s.method(id)
	if m == nil || m.Returns == nil || m.Returns.Evidence.Of(model.FactType) != model.SourceExample {
		return known
	}
	for members := s.index(m); len(path) > 1; path = path[:len(path)-1] {
		if at, ok := members[shownKey(path)]; ok {
			return at
		}
	}
	if known.File != m.Returns.Span.File && !m.Returns.Span.IsZero() {
		return m.Returns.Span
	}
	return known
}

// shows reports whether an example of a method shows the member at a path of its result.
func (s *shownLocations) shows(id string, path Path) bool {
	if len(path) < 2 || path[0] != (PathStep{StepPart, "returns"}) {
		return false
	}
	m := s.method(id)
	if m == nil {
		return false
	}
	_, ok := s.index(m)[shownKey(path)]
	return ok
}

// onlyWhole reports whether the examples of a method show numbers at a path of its result, and
// none with a fraction: a zero may be a number of any kind, and says that it is none.
func (s *shownLocations) onlyWhole(id string, path Path) bool {
	m := s.method(id)
	if m == nil || len(path) == 0 {
		return false
	}
	s.index(m)
	fraction, shown := s.numbers[m.ID][shownKey(path)]
	return shown && !fraction
}

func (s *shownLocations) method(id string) *model.Method {
	if s.methods == nil {
		s.methods = map[string]*model.Method{}
		for _, m := range s.api.Methods {
			s.methods[m.ID] = m
		}
	}
	return s.methods[id]
}

// index returns the members that the answers of a method show, each by its path.
func (s *shownLocations) index(m *model.Method) map[string]source.Span {
	members, known := s.members[m.ID]
	if !known {
		members = map[string]source.Span{}
		s.numbers[m.ID] = map[string]bool{}
		for _, e := range m.Examples {
			if e.Kind == model.ExampleResponse && e.Status < 300 && !e.Span.IsZero() {
				indexExample(e, members, s.numbers[m.ID])
			}
		}
		s.members[m.ID] = members
	}
	return members
}

// shownKey is a path as indexExample writes it: without alternatives, which values have no
// names for.
func shownKey(path Path) string {
	var b strings.Builder
	for _, s := range path {
		switch s.Kind {
		case StepElement:
			b.WriteString("[]")
		case StepAlternative, StepLiteral:
		default:
			b.WriteString("." + s.Name)
		}
	}
	return b.String()
}

// deepestShown bounds how deep examples are looked into, since keys grow with the depth.
const deepestShown = 32

// An exampleIndex notes where an example shows members.
type exampleIndex struct {
	e       *model.Example
	dec     *json.Decoder
	members map[string]source.Span
	numbers map[string]bool
	exact   bool       // whether the text stands on the page as it is
	at      source.Pos // of what was counted last, by the offset in the text
}

// indexExample adds the members that an example shows first: at their lines where it
// stands on the page as it is, and else at the example.
func indexExample(e *model.Example, members map[string]source.Span, numbers map[string]bool) {
	size := int(e.Span.End.Offset - e.Span.Start.Offset)
	x := exampleIndex{
		e: e, dec: json.NewDecoder(strings.NewReader(e.Text)), members: members, numbers: numbers,
		exact: size == len(e.Text) || size == len(e.Text)+1,
	}
	x.at = source.Pos{Line: e.Span.Start.Line, Column: e.Span.Start.Column}
	x.dec.UseNumber()
	_ = x.value(".returns", 0) // what is no JSON is said where pages are read
}

// value notes the members of the next value. Its error is that of the text.
func (x *exampleIndex) value(key string, depth int) error {
	t, err := x.dec.Token()
	if err != nil {
		return err
	}
	if n, ok := t.(json.Number); ok {
		x.numbers[key] = x.numbers[key] || strings.ContainsAny(n.String(), ".eE")
	}
	bracket, _ := t.(json.Delim)
	if bracket == 0 {
		return nil
	}
	for x.dec.More() {
		below := key + "[]"
		if bracket == '{' {
			t, err := x.dec.Token()
			if err != nil {
				return err
			}
			name, _ := t.(string)
			if below = key + "." + name; depth < deepestShown {
				x.note(below, name)
			}
		}
		if depth >= deepestShown {
			below = key
		}
		if err := x.value(below, depth+1); err != nil {
			return err
		}
	}
	_, err = x.dec.Token()
	return err
}

// note notes the place of the name that was read last, if it is the first of its key.
func (x *exampleIndex) note(key, name string) {
	if _, known := x.members[key]; known {
		return
	}
	span := x.e.Span
	end := int32(x.dec.InputOffset())
	start := end - int32(len(name)+2)
	if x.exact && start >= 0 && x.e.Text[start] == '"' {
		span.Start = x.move(start)
		span.End = span.Start
		span.End.Offset += end - start
		span.End.Column += int32(utf8.RuneCountInString(x.e.Text[start:end]))
	}
	x.members[key] = span
}

// move counts lines and columns from the last place on, which is before the offset.
func (x *exampleIndex) move(to int32) source.Pos {
	for _, r := range x.e.Text[x.at.Offset:to] {
		if r == '\n' {
			x.at.Line, x.at.Column = x.at.Line+1, 1
		} else {
			x.at.Column++
		}
	}
	x.at.Offset = to
	return source.Pos{Offset: x.e.Span.Start.Offset + to, Line: x.at.Line, Column: x.at.Column}
}
