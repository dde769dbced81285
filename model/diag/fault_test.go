package diag

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/source"
)

func TestGuard(t *testing.T) {
	page := source.Span{File: "files/list.md", Start: source.Pos{Offset: 8, Line: 3, Column: 1}}
	if err := Guard("resting", page, func() error { return io.EOF }); err != io.EOF {
		t.Errorf("without a panic: %v, want the error of the work", err)
	}
	err := Guard("rendering files.go", source.Span{}, func() error {
		Naming("rendering files.list", page, func() { panic(io.ErrUnexpectedEOF) })
		return nil
	})
	var f *Fault
	if !errors.As(err, &f) || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Fatalf("%v is no fault with the panic in it", err)
	}
	if want := "files/list.md:3:1: docgen is at fault while rendering files.list: unexpected EOF"; err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
	if !strings.Contains(string(f.Stack), "TestGuard") {
		t.Error("the stack does not lead to the panic")
	}
	err = Guard("resting", source.Span{}, func() error { panic("by a value") })
	if want := "docgen is at fault while resting: by a value"; err == nil || err.Error() != want {
		t.Errorf("%v, want %q", err, want)
	}
}
