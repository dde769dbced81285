package diag

import (
	"fmt"
	"runtime/debug"

	"github.com/docgen-go/docgen/model/source"
)

// A Fault is a panic of docgen as an error: what was being done, and about
// what place in the docs. It ends a run, and never a program.
type Fault struct {
	// Doing is what was being done, as in "rendering files.list".
	Doing string
	// Span is the page that it was done for; the zero Span where it was for none.
	Span source.Span
	// Value is what was panicked with, and Stack where, as runtime/debug prints it.
	Value any
	Stack []byte
}

// Error says on one line what was being done and where, and what went wrong.
func (f *Fault) Error() string {
	text := fmt.Sprintf("docgen is at fault while %s: %v", f.Doing, f.Value)
	if at := f.Span.String(); at != "" {
		text = at + ": " + text
	}
	return text
}

// Unwrap returns the error that was panicked with, if it was one.
func (f *Fault) Unwrap() error {
	err, _ := f.Value.(error)
	return err
}

// Guard calls work and returns its error, or a [Fault] if it panics.
func Guard(doing string, at source.Span, work func() error) (err error) {
	defer func() {
		if f := Caught(recover(), doing, at); f != nil {
			err = f
		}
	}()
	return work()
}

// Naming calls work and, if it panics, adds what was being done to the panic,
// for a Guard around it that knows less.
func Naming(doing string, at source.Span, work func()) {
	defer func() {
		if f := Caught(recover(), doing, at); f != nil {
			panic(f)
		}
	}()
	work()
}

// Caught returns the Fault for what a deferred function recovered, or nil for
// nil. A Fault that was named further down keeps its name.
func Caught(value any, doing string, at source.Span) *Fault {
	if value == nil {
		return nil
	}
	if f, ok := value.(*Fault); ok {
		return f
	}
	return &Fault{Doing: doing, Span: at, Value: value, Stack: debug.Stack()}
}
