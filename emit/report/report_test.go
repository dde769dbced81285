package report_test

import (
	"errors"
	"strings"
	"testing"
	"text/template"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// hostile is text that means something to each format.
const hostile = "a`` `b\n::error::x\x1b[31m<script>|%0A\u202e"

func hostileReport() *report.Report {
	c := diff.Change{
		Kind: diff.FieldRenamed, Method: hostile, At: hostile, Old: hostile, New: hostile,
		In: []diff.Position{diff.Request}, Reach: []string{hostile, "b"},
		NewSpan: source.Span{File: "a,b:c\n.md", Start: source.Pos{Line: 3, Column: 1}},
	}
	c.Locations = []diff.Location{{Method: hostile, At: hostile, Old: hostile, New: hostile, OldSpan: c.NewSpan, NewSpan: c.NewSpan, Fingerprint: "0123456789abcdef"}}
	c.Fingerprint = "0123456789abcdef"
	f := diff.Finding{Change: c, Severity: diff.Breaking, Rules: []string{"request-field-renamed"}, Message: "field renamed"}
	texts := []diff.Text{{Kind: diff.Docs, Method: hostile}}
	changed := goapi.Change{Action: goapi.Changed, Kind: goapi.KindConst, Name: "C", Old: hostile, New: hostile}
	r := report.New(&diff.Comparison{Texts: texts}, []report.Finding{{
		Finding: f, Go: []goapi.Change{changed}, Doubts: []report.Doubted{{Side: "old", Span: c.NewSpan, Reason: hostile}},
		Endpoints: []report.Endpoint{{Method: hostile, Verb: "GET", Path: hostile}}, Uses: []report.Use{{Name: "C", Span: c.NewSpan}},
	}}, 0)
	r.Fails = func(report.Finding) bool { return true }
	r.Go, r.Summary.Go = []goapi.Change{changed}, &goapi.Summary{Changed: 2}
	r.Old, r.New, r.ShowTexts = "old", hostile, true
	return r
}

// TestHostile demands that what the pages say is never taken for more than
// text: one entry stays one line, and nothing steers a terminal.
func TestHostile(t *testing.T) {
	r := hostileReport()
	for _, c := range []struct {
		name    string
		write   func(*strings.Builder) error
		lines   int
		without []string
	}{
		{"text", func(w *strings.Builder) error { return r.Text(w) }, 14, []string{"\x1b", "\u202e"}},
		{"markdown", func(w *strings.Builder) error { return r.Markdown(w) }, 18, []string{"\x1b", "\u202e", "<script>|%0A�,"}},
		{"html", func(w *strings.Builder) error { return r.HTML(w) }, 0, []string{"\x1b", "\u202e", "<script>|", "error::x\n"}},
		{"github", func(w *strings.Builder) error { return r.GitHub(w) }, 3, []string{"\x1b", "file=a,b"}},
		{"json", func(w *strings.Builder) error { return r.JSON(w) }, 0, []string{"\x1b"}},
		{"sarif", func(w *strings.Builder) error { return r.SARIF(w) }, 0, []string{"\x1b", "\u202e", "a,b:c\\n"}},
		{"junit", func(w *strings.Builder) error { return r.JUnit(w) }, 0, []string{"\x1b", "\u202e", "<script", "\n::error"}},
		{"codequality", func(w *strings.Builder) error { return r.CodeQuality(w) }, 0, []string{"\x1b", "\u202e"}},
		{"template", func(w *strings.Builder) error { return r.Template(w, everything(t)) }, 6, []string{"\x1b", "\u202e", "\n::error"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			if err := c.write(&b); err != nil {
				t.Fatal(err)
			}
			for _, bad := range c.without {
				if strings.Contains(b.String(), bad) {
					t.Errorf("%q stands in %q", bad, b.String())
				}
			}
			if n := strings.Count(b.String(), "\n"); c.lines > 0 && n != c.lines {
				t.Errorf("%d lines, want %d: %q", n, c.lines, b.String())
			}
		})
	}
}

// everything is a template of the user's that prints a line for all that it can.
func everything(t *testing.T) *template.Template {
	t.Helper()
	parsed, err := report.ParseTemplate("all.tmpl", "{{.Old}} {{.New}} {{summary}}\n{{range .Findings}}{{subject .}} {{what .}} {{where .}}\n{{sentence .}}{{range .Endpoints}} {{.}}{{end}}\n"+
		"{{range .Locations}}{{.At}} {{.Old}} {{where .}}\n{{end}}{{range .Uses}}{{.Name}} {{.Span}}\n{{end}}{{end}}{{range .Texts}}{{.Method}} {{code .Method}} {{escape .Method}} {{json .}}\n{{end}}")
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteError(t *testing.T) {
	r := hostileReport()
	for _, err := range []error{
		r.Text(full{}), r.Markdown(full{}), r.HTML(full{}), r.GitHub(full{}), r.JSON(full{}), r.SARIF(full{}), r.JUnit(full{}), r.CodeQuality(full{}),
		r.Template(full{}, everything(t)),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("the error is %v", err)
		}
	}
}
