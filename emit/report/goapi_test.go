package report_test

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diff"
)

// TestGoStep demands that a package that breaks is told where the API does not.
func TestGoStep(t *testing.T) {
	for _, c := range []struct {
		severity diff.Severity
		golang   goapi.Summary
		want     string
	}{
		{diff.Info, goapi.Summary{Added: 2}, "minor"},
		{diff.Info, goapi.Summary{Added: 2, Renamed: 1}, "minor (major for the Go package)"},
		{diff.Breaking, goapi.Summary{Removed: 1}, "major"},
	} {
		r := report.New(&diff.Comparison{}, []report.Finding{{Finding: diff.Finding{Severity: c.severity, Rules: []string{"r"}}}}, 0)
		r.Summary.Go = &c.golang
		var b strings.Builder
		if err := r.Text(&b); err != nil {
			t.Fatal(err)
		}
		if want := "version step: " + c.want + "\n"; !strings.HasSuffix(b.String(), want) {
			t.Errorf("no %q in %q", want, b.String())
		}
		if text := html(t, r); strings.Contains(text, "for the Go package") != strings.Contains(c.want, "(") {
			t.Errorf("%s: the page tells another step", c.want)
		}
	}
}

// TestGoLine demands a short line: what stops code from compiling first, of
// signatures only what differs, and a few names before it counts.
func TestGoLine(t *testing.T) {
	method := func(before, after string) goapi.Change {
		return goapi.Change{Action: goapi.Changed, Kind: goapi.KindMethod, Name: "S.Get", Old: before, New: after}
	}
	simple := func(action goapi.Action, kind goapi.Kind, name string) goapi.Change {
		return goapi.Change{Action: action, Kind: kind, Name: name}
	}
	for want, changes := range map[string][]goapi.Change{
		"S.Get(+P)":                    {method("func(context.Context, ...Option) error", "func(context.Context, P, ...Option) error")},
		"S.Get(-P)":                    {method("func(context.Context, P, ...Option) error", "func(context.Context, ...Option) error")},
		"S.Get(string → int64)":        {method("func(string) (*A, error)", "func(int64) (*A, error)")},
		"S.Get returns *A → *B":        {method("func() (*A, error)", "func() (*B, error)")},
		"S.Get returns +*A":            {method("func() error", "func() (*A, error)")},
		"S.Get(+string) returns A → B": {method("func() A", "func(string) B")},
		"-S.Get, -T.F, +T.G and 1 more": {
			simple(goapi.Added, goapi.KindConst, "C"), simple(goapi.Added, goapi.KindField, "T.G"),
			simple(goapi.Removed, goapi.KindField, "T.F"), simple(goapi.Removed, goapi.KindMethod, "S.Get"),
		},
		"T → U": {{Action: goapi.Renamed, Kind: goapi.KindType, Name: "T", Old: "T", New: "U"}},
	} {
		f := report.Finding{Finding: diff.Finding{Severity: diff.Breaking, Rules: []string{"r"}}, Go: changes}
		var b strings.Builder
		if err := report.New(&diff.Comparison{}, []report.Finding{f}, 0).Text(&b); err != nil {
			t.Fatal(err)
		}
		if line := "\n      Go: " + want + "\n"; !strings.Contains(b.String(), line) {
			t.Errorf("no %q in %q", line, b.String())
		}
	}
}
