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
