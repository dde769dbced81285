package diag_test

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"parcels/list.md":                    "parcels/list.md",
		`C:\docs\a.md`:                       `C:\docs\a.md`,
		"größe 型":                            "größe 型",
		"a\n::error::b.md":                   `a\n::error::b.md`,
		"\x1b[2Jcleared":                     `\x1b[2Jcleared`,
		"::add-mask::x.md":                   `\u003a:add-mask::x.md`,
		"  ::warning::x":                     `  \u003a:warning::x`,
		"x ##[add-mask]y":                    `x \u0023#[add-mask]y`,
		"safe\u202egnp.md":                   `safe\u202egnp.md`,
		"isolate\u2066x\u2069 line\u2028end": `isolate\u2066x\u2069 line\u2028end`,
		"\x9b31m and \x7f":                   `\ufffd31m and \x7f`,
		"a\\\nb":                             `a\\\nb`,
		"field std::string is C++":           "field std::string is C++",
		"\ufeffbyte order mark":              `\ufeffbyte order mark`,
	} {
		if got := diag.Plain(text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

// TestDiagnosticsArePlain has a page whose name and text would begin a line of
// their own with a command.
func TestDiagnosticsArePlain(t *testing.T) {
	d := diag.Diagnostic{
		Code: "unread-text", Severity: diag.Warning, Message: "a field\n::set-env name=PATH::x", Help: "see\x1b]0;x\a",
		Span: source.Span{File: "a\n::error::b.md", Start: source.Pos{Line: 1, Column: 2}},
	}
	got := d.String()
	if strings.Count(got, "\n") != 1 || strings.Contains(got, "\x1b") || strings.Contains(got, "\n::") {
		t.Errorf("got %q", got)
	}
}
