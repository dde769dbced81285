package diff

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// concluding marks the changes that compare finds as conclusions where what is compared
// is one on either side: that docgen takes a result from an example is no statement.
func (c *comparer) concluding(guessed bool, compare func()) {
	from := len(c.changes)
	compare()
	for i := from; guessed && i < len(c.changes); i++ {
		c.changes[i].Inferred = true
	}
}

// guessedBody reports whether only an example shows what a method takes.
func guessedBody(m *model.Method) bool { return m.Body != nil && guessed(m.Body.Evidence) }

// guessedResult reports whether no page states what a method returns.
func guessedResult(m *model.Method) bool { return m.Returns != nil && guessed(m.Returns.Evidence) }

// unknownResult reports whether only an example of one side shows what a request for data
// gives, and the other side says and shows nothing of it: it gave something there, too.
func unknownResult(a, b *model.Method) bool {
	if a.Verb != "GET" || b.Verb != "GET" || a.Streaming != nil || b.Streaming != nil {
		return false
	}
	return a.Returns == nil && guessedResult(b) || b.Returns == nil && guessedResult(a)
}

// guessedStream reports whether no page states what a stream carries.
func guessedStream(m *model.Method) bool { return m.Streaming != nil && guessed(m.Streaming.Evidence) }

func guessed(e model.Evidence) bool { return e.Of(model.FactType).Inferred() }

// sendsBody reports whether an example of a method shows what its body looks like.
func sendsBody(m *model.Method) bool {
	return slices.ContainsFunc(m.Examples, func(e *model.Example) bool {
		return e.Request != nil && (e.Request.Body != "" || len(e.Request.Form) > 0)
	})
}

// sentMedia compares in what form a body travels. What an example of one side shows is no
// change where the other side neither states the form nor shows any.
func (c *comparer) sentMedia(p location, a, b *model.Body) {
	mute := func(side int, b *model.Body) bool {
		return c.silent[side] && b.Span.IsZero() && b.Evidence.Of(model.FactMedia) == ""
	}
	if guessesMedia(b) && mute(0, a) || guessesMedia(a) && mute(1, b) {
		c.unstated[model.FactMedia]++
		return
	}
	c.add(p, MediaChanged, a.ContentType, b.ContentType).Inferred = guessesMedia(a) || guessesMedia(b)
}

// showsFile reports whether a member is a file by an example of one side, while the other side
// has no example that could show one.
func (c *comparer) showsFile(p location) bool {
	byExample := func(f *model.Field) bool {
		return f != nil && innermost(f.Type).Kind == model.KindFile && f.Evidence.Of(model.FactType) == model.SourceExample
	}
	return c.silent[0] && byExample(p.newField) || c.silent[1] && byExample(p.oldField)
}

// guessesMedia reports whether only an example shows in what form a body travels.
func guessesMedia(b *model.Body) bool { return b.Evidence.Of(model.FactMedia).Inferred() }

// guessesKind reports whether no page states of which kind a value is, but an example or
// a sentence: a file in the place of text, or the members of something. That a number
// is an integer, or a text a time, only refines what the page states.
func guessesKind(f *model.Field) bool {
	if f == nil || !f.Evidence.Of(model.FactType).Inferred() {
		return false
	}
	switch innermost(f.Type).Kind {
	case model.KindInteger, model.KindNumber, model.KindDate, model.KindDateTime, model.KindEnum, model.KindConst, model.KindUnion:
		return false
	}
	return true
}
