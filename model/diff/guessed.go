package diff

import "github.com/docgen-go/docgen/model"

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

// guessedStream reports whether no page states what a stream carries.
func guessedStream(m *model.Method) bool { return m.Streaming != nil && guessed(m.Streaming.Evidence) }

func guessed(e model.Evidence) bool { return e.Of(model.FactType).Inferred() }

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
