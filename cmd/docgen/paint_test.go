package main

import (
	"testing"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

func TestPaint(t *testing.T) {
	at := source.Span{File: "a: error: .md", Start: source.Pos{Line: 2, Column: 1}}
	for _, c := range []struct {
		d    diag.Diagnostic
		want string
	}{
		{diag.Diagnostic{Code: "x", Severity: diag.Warning, Span: at, Message: "odd", Help: "see: warning: b"}, "a: error: .md:2:1: \x1b[33mwarning\x1b[0m: odd [x]\n\thelp: see: warning: b"},
		{diag.Diagnostic{Code: "x", Severity: diag.Info, Message: "odd"}, "\x1b[36minfo\x1b[0m: odd [x]"},
	} {
		if got := paint(c.d, string(c.d.Severity), true); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
		if got := paint(c.d, string(c.d.Severity), false); got != c.d.String() {
			t.Errorf("without colors %q", got)
		}
	}
	a := acceptedFinding{diag.Diagnostic{Code: "x", Severity: diag.Error, Span: at, Message: "odd"}, "so be it"}
	if got, want := paint(a, "accepted", true), "a: error: .md:2:1: \x1b[32maccepted\x1b[0m: odd [x]\n\treason: so be it"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
