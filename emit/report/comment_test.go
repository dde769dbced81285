package report_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diff"
)

// many is a report of n entries of each severity whose values have a length.
func many(n, length int) *report.Report {
	var findings []report.Finding
	for _, severity := range diff.Severities() {
		for i := range n {
			c := diff.Change{Kind: diff.FieldRenamed, Method: fmt.Sprintf("tugs.m%d", i), At: "body.name", Old: strings.Repeat("ä`", length/3), New: "b", Reach: []string{"tugs.list"}}
			c.Locations = []diff.Location{{Method: c.Method, At: c.At, Old: c.Old, New: c.New}}
			f := diff.Finding{Change: c, Severity: severity, Rules: []string{"a-rule"}, Message: "field renamed"}
			findings = append(findings, report.Finding{Finding: f, Go: []goapi.Change{{Action: goapi.Removed, Kind: goapi.KindField, Name: "Tug.Name"}}})
		}
	}
	r := report.New(&diff.Comparison{}, findings, 0)
	r.Old, r.New = "old", "new"
	return r
}

func comment(t *testing.T, r *report.Report) string {
	t.Helper()
	var b strings.Builder
	if err := r.Comment(&b, "docs/my-api"); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestCommentFits demands the mark, the limit, every entry or how many are missing,
// closed parts, and a word about what was left out.
func TestCommentFits(t *testing.T) {
	for _, c := range []struct {
		n, length         int
		says, silentAbout string
	}{
		{3, 30, "Go: `-Tug.Name`", "no room"},
		{170, 30, "Details of what is compatible are left out, because", "only counted"},
		{200, 30, "Details are left out, because", "only counted"},
		{2000, 30, "of the entries above are only counted", "long values"},
		{20, 100_000, "long values are cut", "only counted"},
		{2000, 100_000, "of the entries above are only counted, long values are cut", "Details of what"},
	} {
		t.Run(fmt.Sprintf("%d of %d", c.n, c.length), func(t *testing.T) {
			got := comment(t, many(c.n, c.length))
			if len(got) > report.CommentLimit || !utf8.ValidString(got) {
				t.Errorf("%d bytes", len(got))
			}
			if !strings.HasPrefix(got, "<!-- docgen diff docs/my-api -->\n") || !strings.Contains(got, c.says) || strings.Contains(got, c.silentAbout) {
				t.Errorf("the comment is %.300s … %s", got, got[max(0, len(got)-300):])
			}
			if strings.Count(got, "<details") != 3 || strings.Count(got, "</details>") != 3 || strings.Count(got, "<details open>") != 1 {
				t.Error("parts are not closed")
			}
			listed, missing := strings.Count(got, "\n- `tugs."), 0
			for line := range strings.Lines(got) {
				var n int
				if _, err := fmt.Sscanf(line, "- and %d more", &n); err == nil {
					missing += n
				}
			}
			if listed+missing != 3*c.n || listed == 0 {
				t.Errorf("%d entries are listed and %d missing, of %d", listed, missing, 3*c.n)
			}
		})
	}
}

// TestCommentOfNothing demands no text where no program could see a difference, and
// some where only a filter hides what there is.
func TestCommentOfNothing(t *testing.T) {
	words := report.New(&diff.Comparison{Texts: []diff.Text{{Kind: diff.Docs, Method: "tugs.list"}}}, nil, 0)
	if got := comment(t, words); got != "" {
		t.Errorf("the comment is %q", got)
	}
	hidden := many(1, 3)
	hidden.Show(report.Wanted{Finding: none[report.Finding], Go: none[goapi.Change], Text: none[diff.Text]}, []string{"--only=x"})
	if got := comment(t, hidden); !strings.Contains(got, "0 of 3 entries shown") {
		t.Errorf("the comment is %q", got)
	}
}

// TestNothingInACommentIsAlive demands that text of pages is only text and code there.
func TestNothingInACommentIsAlive(t *testing.T) {
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM))
	for _, word := range alive {
		source := []byte(comment(t, reportOf(word)))
		err := ast.Walk(markdown.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			switch n := n.(type) {
			case *ast.CodeSpan:
				return ast.WalkSkipChildren, nil
			case *ast.HTMLBlock:
				for i := range n.Lines().Len() {
					line := n.Lines().At(i)
					if said := strings.TrimSpace(string(line.Value(source))); entering && !isFrame(said) {
						t.Errorf("%q becomes HTML: %q", word, said)
					}
				}
			case *ast.Link, *ast.Image, *ast.AutoLink, *ast.RawHTML, *ast.Emphasis, *ast.FencedCodeBlock, *ast.CodeBlock:
				t.Errorf("%q becomes a %s in\n%s", word, n.Kind(), source)
			case *ast.Text:
				if said := string(n.Segment.Value(source)); entering && mention.MatchString(said) {
					t.Errorf("%q is alive in %q", word, said)
				}
			}
			return ast.WalkContinue, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// isFrame reports whether a line is one of those that comments are made of.
func isFrame(line string) bool {
	return line == "<!-- docgen diff docs/my-api -->" || line == "</details>" || strings.HasPrefix(line, "<details") && strings.HasSuffix(line, "</summary>")
}

func TestCommentMarks(t *testing.T) {
	for name, want := range map[string]string{"docs": "docs", "a--> <b>": "a___ _b_", "a\nb": `a\nb`, "my-api": "my-api"} {
		var b strings.Builder
		if err := many(1, 3).Comment(&b, name); err != nil {
			t.Fatal(err)
		}
		if line, _, _ := strings.Cut(b.String(), "\n"); line != "<!-- docgen diff "+want+" -->" {
			t.Errorf("the mark of %q is %q", name, line)
		}
	}
}

// none wants nothing.
func none[T any](T) bool { return false }
