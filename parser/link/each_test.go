package link

import (
	"errors"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// A pass that panics ends in an error that names the method it was at.
func TestPassesThatPanic(t *testing.T) {
	at := source.Span{File: "files/list.md", Start: source.Pos{Line: 3, Column: 1}}
	l := newLinker(Input{})
	l.methods["files.list"] = &model.Method{ID: "files.list", Span: at}
	err := l.guard(func() {
		for m := range l.eachMethod() {
			_ = m.Returns.Type // the pages say nothing of it
		}
	})
	var fault *diag.Fault
	if !errors.As(err, &fault) || fault.Doing != "linking files.list" || fault.Span != at {
		t.Errorf("%v, want a fault that names files.list and its page", err)
	}
	for m := range l.eachMethod() {
		if l.subject.name() != m.ID {
			t.Errorf("%q is worked on, want %q", l.subject.name(), m.ID)
		}
	}
	if err := l.guard(func() { panic("in between") }); err == nil || err.Error() != "docgen is at fault while linking the API: in between" {
		t.Errorf("%v, want a fault about no method", err)
	}
}
