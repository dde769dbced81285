package link

import (
	"cmp"
	"iter"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// A subject is what a pass works on: it is named where the pass panics.
type subject struct {
	kind, id string // the type, and its ID
	at       source.Span
}

// name returns what the subject is called, or "" for none.
func (s subject) name() string { return s.kind + s.id }

// guard calls the passes, and returns a [diag.Fault] that names what one of them
// was working on when it panicked.
func (l *linker) guard(passes func()) (err error) {
	defer func() {
		if f := diag.Caught(recover(), "linking "+cmp.Or(l.subject.name(), "the API"), l.subject.at); f != nil {
			err = f
		}
	}()
	l.subject = subject{}
	passes()
	return nil
}

// eachMethod yields the methods by ID.
func (l *linker) eachMethod() iter.Seq[*model.Method] {
	return each(l, l.sortedMethods(), func(m *model.Method) subject { return subject{"", m.ID, m.Span} })
}

// eachType yields the named types by ID.
func (l *linker) eachType() iter.Seq[*model.NamedType] {
	return each(l, l.sortedTypes(), func(t *model.NamedType) subject { return subject{"the type ", t.ID, t.Span} })
}

// each yields the elements of a list, and notes which one is worked on.
func each[T any](l *linker, list []T, name func(T) subject) iter.Seq[T] {
	return func(yield func(T) bool) {
		around := l.subject
		for _, v := range list {
			l.subject = name(v)
			if !yield(v) {
				break
			}
		}
		l.subject = around
	}
}
