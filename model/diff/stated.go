package diff

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// A side is one revision and what its pages state at all.
type side struct {
	api    *model.API
	states map[statement]bool
	// sources are who said any fact of a field, streams who said that a method
	// streams: "" is a signature.
	sources, streams map[model.Source]bool
	// formal says that a document of a description format was read, printed which of
	// the facts are there that else only such documents state.
	formal  bool
	printed map[model.Fact]bool
	// formats are those of the pages, made when somebody asks.
	formats map[string]string
	// untyped says that pages were read which leave types out.
	untyped bool
	// methods are where methods stand, which slots that no page lists have for their own place.
	methods map[source.Span]bool
	// holding are the declared types among the alternatives of one, see held.
	holding map[string][]string
	// declares counts the declared types that have a member which stands somewhere.
	declares map[source.Span]int
	// byName are the declared types by their names, see hasTwin.
	byName map[string][]*model.NamedType
	// inBodies counts the bodies of methods that have one.
	inBodies map[source.Span]int
}

// lent returns where a type stands whose members have the positions of those of another:
// equal structures are one, which has those of the first. For all others it is zero.
func (s *side) lent(t *model.NamedType) source.Span {
	if t == nil {
		return source.Span{}
	}
	if len(t.Type.Fields) == 0 || slices.ContainsFunc(t.Type.Fields, func(f *model.Field) bool { return s.declares[f.Span] < 2 }) {
		return source.Span{} // members of an envelope stand where it is described, and the others where they do
	}
	return t.Span
}

// lentBody returns where a method stands whose body has the positions of an equal structure
// of another page. For all others it is zero.
func (s *side) lentBody(t *model.Type, method source.Span) source.Span {
	if t.Kind != model.KindObject || len(t.Fields) == 0 || method.IsZero() {
		return source.Span{}
	}
	lent := false
	for _, f := range t.Fields {
		if f.Span.File == method.File {
			return source.Span{}
		}
		lent = lent || s.declares[f.Span] > 0 || s.inBodies[f.Span] > 1
	}
	if !lent {
		return source.Span{}
	}
	return method
}

// A statement is a fact in the words of one source.
type statement struct {
	fact model.Fact
	by   model.Source
}

func newSide(api *model.API) *side {
	fields := 0
	for _, t := range api.Types {
		fields += len(t.Type.Fields)
	}
	s := &side{
		api: api, states: map[statement]bool{}, sources: map[model.Source]bool{"": true}, streams: map[model.Source]bool{},
		printed: map[model.Fact]bool{}, declares: make(map[source.Span]int, fields), inBodies: map[source.Span]int{}, methods: map[source.Span]bool{},
	}
	for _, t := range api.Types {
		for _, f := range t.Type.Fields {
			if !f.Span.IsZero() {
				s.declares[f.Span]++
			}
		}
	}
	s.notePrinted()
	for _, m := range api.Methods {
		if s.untyped {
			s.methods[m.Span] = true
		}
		for _, p := range m.Params {
			s.note(&p.Field)
		}
		if m.Body != nil {
			for _, f := range bodyType(s, m.Body).Fields {
				s.inBodies[f.Span]++
			}
		}
		if m.Streaming != nil {
			s.streams[m.Streaming.Evidence.Of(model.FactType)] = true
		}
	}
	return s
}

// note remembers which facts a field has that only some generations print.
func (s *side) note(f *model.Field) {
	have := func(fact model.Fact, present bool) {
		if present {
			s.states[statement{fact, f.Evidence.Of(fact)}] = true
		}
	}
	have(model.FactNullable, f.Nullable)
	have(model.FactDefault, f.Default != "")
	have(model.FactLimits, f.Limits != nil)
	for _, said := range f.Evidence {
		s.sources[said.Source] = true
	}
	inner := innermost(f.Type)
	have(model.FactFormat, inner.Format != "")
	have(model.FactType, inner.Kind == model.KindInteger || inner.Kind == model.KindDateTime || inner.Kind == model.KindDate)
}

// innermost is the element of the elements of a type.
func innermost(t *model.Type) *model.Type {
	for t.Elem != nil && (t.Kind == model.KindArray || t.Kind == model.KindMap) {
		t = t.Elem
	}
	return t
}

// A certainty says how much a side's word about a fact is worth.
type certainty uint8

const (
	silent   certainty = iota // its pages never state such a fact
	inferred                  // concluded from examples, prose or a name
	stated
)

// says weighs what a side says of a fact of a field. present is whether the
// field has the fact; the absence of one counts only where pages would print it.
func (s *side) says(f *model.Field, fact model.Fact, present bool) (certainty, model.Source) {
	var by model.Source
	if f != nil {
		by = f.Evidence.Of(fact)
	}
	switch {
	case by.Inferred():
		return inferred, by
	case by != "" || present && f != nil || s.states[statement{fact, by}]:
		return stated, by
	}
	return silent, by
}

// weigh decides what becomes of a difference in a fact that not all pages
// state: whether it is reported, and whether as no more than a conclusion.
func (c *comparer) weigh(p location, fact model.Fact, before, after bool) (report, weak bool) {
	x, by := c.old.says(p.oldField, fact, before)
	y, other := c.new.says(p.newField, fact, after)
	x, y = c.old.unsaid(p.oldField, x, y, fact, other), c.new.unsaid(p.newField, y, x, fact, by)
	if x == silent || y == silent || apart(fact, by, other) {
		c.unstated[fact]++
		return false, false
	}
	return true, x == inferred || y == inferred || by != other
}

// unsaid weighs silence about a fact of which the other side has a sentence:
// where pages have such sentences, that there is none says a little. It says nothing of
// types, which sentences only hint at, and nothing of null where there is no sentence at all:
// other pages state null in signatures, and values are null that nobody wrote a word about.
func (s *side) unsaid(f *model.Field, own, others certainty, fact model.Fact, by model.Source) certainty {
	wordless := fact == model.FactNullable && (f == nil || f.Doc == "")
	if own == silent && others == inferred && by == model.SourceProse && fact != model.FactType && !wordless && s.states[statement{fact, by}] {
		return inferred
	}
	return own
}

// apart reports whether a difference may lie in how a fact is known: two guesses
// of two kinds need not agree, nor a guess at a type with what is stated.
func apart(fact model.Fact, a, b model.Source) bool {
	guessed, both := a.Inferred() || b.Inferred(), a.Inferred() && b.Inferred()
	return a != b && (both || guessed && fact == model.FactType)
}

// shows reports whether a side that lacks a member of the other would show it:
// some members are only in the pages of a dialect that one side may not have.
func (s *side) shows(f *model.Field) bool {
	return s.sources[f.Evidence.Of(model.FactRequired)]
}

// lone reports whether a member of one side is a change: the other side would
// show it, and has it nowhere else.
func (c *comparer) lone(other *side, f *model.Field) bool {
	if c.relocated[f] || other.shows(f) {
		return !c.relocated[f]
	}
	c.unstated[model.FactRequired]++
	return false
}
