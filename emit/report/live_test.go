package report_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// alive are words that something is made of in Markdown as GitHub reads it.
var alive = []string{
	"@octocat", "@org/team", "a@b.example", "#1", "org/repo#12", "GH-7", "https://evil.example/x", "www.evil.example", "mailto:a@b.example",
	"[x](https://evil.example)", "![x](//evil.example/x.png)", "[x]: https://evil.example", "<https://evil.example>", "<img src=x onerror=y>", "<!-- -->",
	"&lt;b&gt;", "&#64;octocat", "**b**", "~~s~~", "`@octocat`", "``@octocat", "@octocat`", "\\@octocat", "|@octocat|", "(@octocat)", "\"@octocat\"", "[^1]", "- [ ] x",
	"0123456789abcdef0123456789abcdef01234567", ":tada:", "$$x$$", "HTTPS://EVIL.example", "x@y.z:1", "a\u00a0@octocat", "\u200b@octocat", "@\u200boctocat",
}

var mention = regexp.MustCompile(`(?i)(^|[^\w` + "`" + `])@\w|#\d|\bGH-\d|\b[0-9a-f]{40}\b`)

// TestNothingIsAlive puts each of them where text of pages can stand, and demands
// that a reader of Markdown makes text and code of it and nothing else.
func TestNothingIsAlive(t *testing.T) {
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM))
	for _, word := range alive {
		for _, where := range []string{word, "a " + word + " b", "a" + word, word + " " + word} {
			var b strings.Builder
			if err := reportOf(where).Markdown(&b); err != nil {
				t.Fatal(err)
			}
			source := []byte(b.String())
			err := ast.Walk(markdown.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
				switch n := n.(type) {
				case *ast.CodeSpan:
					return ast.WalkSkipChildren, nil
				case *ast.Link, *ast.Image, *ast.AutoLink, *ast.RawHTML, *ast.HTMLBlock, *ast.Emphasis, *ast.FencedCodeBlock, *ast.CodeBlock:
					t.Errorf("%q becomes a %s in\n%s", where, n.Kind(), source)
				case *ast.Text:
					if said := string(n.Segment.Value(source)); entering && mention.MatchString(said) {
						t.Errorf("%q is alive in %q", where, said)
					}
				}
				return ast.WalkContinue, nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// reportOf has a text wherever one of the pages can stand.
func reportOf(word string) *report.Report {
	c := diff.Change{
		Kind: diff.FieldRenamed, Method: word, At: word, Old: word, New: word, In: []diff.Position{diff.Request}, Reach: []string{word, word},
		NewSpan: source.Span{File: word, Start: source.Pos{Line: 3, Column: 1}}, OldSpan: source.Span{File: word, Start: source.Pos{Line: 3, Column: 1}},
	}
	f := diff.Finding{Change: c, Severity: diff.Breaking, Rules: []string{"request-field-renamed"}, Message: "field renamed"}
	r := report.New(&diff.Comparison{Texts: []diff.Text{{Kind: diff.Docs, Method: word}}}, []report.Finding{{Finding: f}}, 0)
	doubted := report.Doubted{Side: "old", Span: c.NewSpan, Reason: word}
	for i := range r.Findings {
		r.Findings[i].Doubts = []report.Doubted{doubted}
	}
	r.Old, r.New, r.ShowTexts = word, word, true
	return r
}
