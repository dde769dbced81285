package history

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/model/values"
)

// A Kind says what a fact is about.
type Kind string

// The kinds of facts.
const (
	Method Kind = "method"
	Param  Kind = "param"  // a parameter outside of the body
	Member Kind = "member" // of a body, a result or a declared type
	Value  Kind = "value"  // one that an enum lists
	Type   Kind = "type"   // a declared one
	Event  Kind = "event"  // of a stream, a socket or a webhook
)

// A Root is what facts belong to, by its ID: a method, a declared type, or the
// resource of an event. The others are empty.
type Root struct {
	Method   string `json:"method,omitempty"`
	Type     string `json:"type,omitempty"`
	Resource string `json:"resource,omitempty"`
}

// ID returns the one that is not empty.
func (r Root) ID() string { return r.Method + r.Type + r.Resource }

// A Fact is one thing that a revision has. Path leads to it from its root, in the
// form that package diff gives the places of changes, and is empty for the root.
type Fact struct {
	Kind       Kind
	Root       Root
	Path       diff.Path
	Deprecated string
	Span       source.Span
}

// ID returns what people call the fact: messages.create.body.max_tokens.
func (f Fact) ID() string { return displayID(f.Root, f.Path) }

func displayID(root Root, path diff.Path) string {
	text := path.String()
	if text == "" || text[0] == '[' || text[0] == '{' || text[0] == '(' || text[0] == '=' {
		return root.ID() + text
	}
	return root.ID() + "." + text
}

// The bounds of structures without a type of their own: how deep members of members are
// facts, and at how many paths from one root one structure is. Package diff has the same
// bound of repeats. Only hostile pages reach them, which would else take time and
// memory that grow with the number of ways through a structure.
const (
	maxDepth   = 64
	maxRepeats = 100
)

// Facts returns all facts of an API: its methods with what they take and give, then
// its declared types, then its events, each once.
func Facts(api *model.API) []Fact {
	w := &walker{api: api}
	w.walk()
	return w.out
}

// walk looks at all facts of the API.
func (w *walker) walk() {
	w.seen, w.times = map[string]bool{}, map[*model.Type]int{}
	for _, m := range w.api.Methods {
		w.method(m)
	}
	for _, t := range w.api.Types {
		if !t.Anonymous {
			w.enter(Root{Type: t.ID})
			w.fact(Type, nil, t.Deprecated, t.Span, &t.Since)
			w.values(t.Type, nil, nil)
		}
	}
	w.events(w.api.Resources)
}

type walker struct {
	api  *model.API
	root Root
	seen map[string]bool // facts, by key
	// times is at how many paths from the root a structure was.
	times map[*model.Type]int
	out   []Fact
	// mark, if there is one, is called for each fact with where its age goes. A fact can
	// come several times, and several facts can have one place for their ages.
	mark func(f Fact, since *string)
}

// enter begins with the facts of a root.
func (w *walker) enter(root Root) {
	w.root = root
	clear(w.times)
}

// fact adds a fact of the root, unless it is there.
func (w *walker) fact(kind Kind, path diff.Path, deprecated string, at source.Span, since *string) {
	if w.mark != nil {
		w.mark(Fact{kind, w.root, slices.Clone(path), deprecated, at}, since)
		return
	}
	if key := keyOf(w.root, path); !w.seen[key] {
		w.seen[key] = true
		w.out = append(w.out, Fact{kind, w.root, slices.Clone(path), deprecated, at})
	}
}

func (w *walker) method(m *model.Method) {
	w.enter(Root{Method: m.ID})
	w.fact(Method, nil, m.Deprecated, m.Span, &m.Since)
	for _, p := range m.Params {
		path := diff.Path{{Kind: diff.StepPart, Name: string(p.Location)}, {Kind: diff.StepMember, Name: p.Name}}
		w.fact(Param, path, p.Deprecated, p.Span, &p.Since)
		w.values(p.Type, path, nil)
	}
	if m.Body != nil {
		w.values(m.Body.Type, diff.Path{{Kind: diff.StepPart, Name: "body"}}, nil)
	}
	if m.Returns != nil {
		w.values(m.Returns.Type, diff.Path{{Kind: diff.StepPart, Name: "returns"}}, nil)
	}
	if m.Streaming != nil {
		w.values(m.Streaming.Type, diff.Path{{Kind: diff.StepPart, Name: "stream"}}, nil)
	}
}

func (w *walker) events(resources []*model.Resource) {
	for _, r := range resources {
		w.enter(Root{Resource: r.ID})
		for _, e := range r.Events {
			w.fact(Event, diff.Path{{Kind: diff.StepPart, Name: "events"}, {Kind: diff.StepMember, Name: e.Name}}, "", e.Span, new(string))
		}
		w.events(r.Resources)
	}
}

// values adds what stands in a type below path: members and listed values. Declared
// types have facts of their own; those that only lend a place its structure are
// looked into. around are the types that are being looked into.
func (w *walker) values(t *model.Type, path diff.Path, around []*model.Type) {
	if t == nil || len(around) > maxDepth || w.times[t] > maxRepeats || slices.Contains(around, t) {
		return
	}
	w.times[t]++
	around = append(around, t)
	set := values.Of(w.api.Lookup, t, func(*model.NamedType) bool { return false })
	for _, enum := range set.Enums {
		for i := range enum.Enum.Values {
			v := &enum.Enum.Values[i]
			w.value(path, v.Literal, v.Deprecated, &v.Since)
		}
	}
	if len(set.Enums) > 0 { // constants beside them
		for _, v := range set.Literals {
			w.value(path, v.Literal, v.Deprecated, new(string))
		}
	}
	names := w.labels(t, set)
	for _, o := range set.Objects {
		at := path
		if name := names[o.Type]; name != "" {
			at = append(path, diff.PathStep{Kind: diff.StepAlternative, Name: name})
		}
		for _, f := range o.Type.Fields {
			below := append(slices.Clone(at), diff.PathStep{Kind: diff.StepMember, Name: f.Name})
			w.fact(Member, below, f.Deprecated, f.Span, &f.Since)
			w.values(f.Type, below, around)
		}
		if o.Type.Elem != nil {
			w.values(o.Type.Elem, append(at, diff.PathStep{Kind: diff.StepValue}), around)
		}
	}
	for _, elem := range set.Arrays {
		w.values(elem, append(path, diff.PathStep{Kind: diff.StepElement}), around)
	}
	for _, elem := range set.Maps {
		w.values(elem, append(path, diff.PathStep{Kind: diff.StepValue}), around)
	}
}

func (w *walker) value(path diff.Path, l model.Literal, deprecated string, since *string) {
	w.fact(Value, append(path, diff.PathStep{Kind: diff.StepLiteral, Name: string(l)}), deprecated, source.Span{}, since)
}

// labels returns the names of the objects of a set among all alternatives of its type,
// none where it has one object.
func (w *walker) labels(t *model.Type, set *values.Set) map[*model.Type]string {
	if len(set.Objects)+len(set.Refs) < 2 || len(set.Objects) == 0 {
		return nil
	}
	out := map[*model.Type]string{}
	objects, names := diff.Alternatives(w.api, t)
	for i, o := range objects {
		if len(objects) > 1 {
			out[o] = names[i]
		}
	}
	return out
}

// keyOf is a path from a root in the form that facts are found by.
func keyOf(root Root, path diff.Path) string {
	return root.Method + "\x00" + root.Type + "\x00" + root.Resource + "\x00" + path.String()
}
