package ci_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/ci"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// hostile has text of pages that means something in one of the forms.
func hostile() *ci.Run {
	at := []ci.Location{{File: "a,b:%/page one.md", Line: 3, Column: 4, Message: "\x1b[31mred"}}
	return &ci.Run{Tool: "docgen", Subject: "docgen test", Summary: "2 errors", Results: []ci.Result{
		{Rule: "code", Title: "a title", URL: "https://docgen.example#code", Level: ci.Error, Fails: true, At: at, Message: "]]><x>\n::error::no"},
		{Rule: "code", Level: ci.Error, At: at, Message: "]]><x>\n::error::no"},
		{Rule: "other", Level: ci.Note, Message: "stands nowhere"},
	}, Notes: []ci.Result{{Rule: "note", Level: ci.Warning, Message: "of the whole"}}}
}

func written(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "\x1b") || strings.Contains(b.String(), "\n::error::no") {
		t.Errorf("text of a page steers: %s", b.String())
	}
	return b.String()
}

// TestGitHub demands commands with their escapes, and lines of the log after so many as
// GitHub shows.
func TestGitHub(t *testing.T) {
	run := hostile()
	got := written(t, run.GitHub)
	const want = `::error file=a%2Cb%3A%25/page one.md,line=3,col=4,title=code::]]><x>\n::error::no
::error file=a%2Cb%3A%25/page one.md,line=3,col=4,title=code::]]><x>\n::error::no
::notice title=other::stands nowhere
::warning title=note::of the whole
::notice title=docgen test::2 errors
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	for range 20 {
		run.Results = append(run.Results, run.Results[2])
	}
	got = written(t, run.GitHub)
	if n := strings.Count(got, "::notice "); n != ci.AnnotationLimit || !strings.Contains(got, "\nnotice: stands nowhere [other]\n") || !strings.Contains(got, "11 of 23 entries are annotated") {
		t.Errorf("%d notices: %s", n, got)
	}
}

// TestCodeQuality demands that no two findings have one fingerprint and that each has a file.
func TestCodeQuality(t *testing.T) {
	var got []struct {
		Fingerprint, Severity string
		Location              struct {
			Path  string
			Lines struct{ Begin int }
		}
	}
	text := written(t, func(w io.Writer) error { return hostile().CodeQuality(w, "docs") })
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, e := range got {
		if seen[e.Fingerprint] || e.Location.Path != "a,b:%/page one.md" || e.Location.Lines.Begin < 1 {
			t.Errorf("%+v", e)
		}
		seen[e.Fingerprint] = true
	}
	if len(got) != 3 || got[0].Severity != "critical" || got[2].Severity != "info" {
		t.Errorf("%+v", got)
	}
	text = written(t, func(w io.Writer) error {
		return (&ci.Run{Results: []ci.Result{{Rule: "x", Level: ci.Note}}}).CodeQuality(w, "docs")
	})
	if !strings.Contains(text, `"path": "docs"`) {
		t.Error(text)
	}
}

// TestJUnit demands a suite for each level, with a test in each, and failures where a
// result makes the run fail.
func TestJUnit(t *testing.T) {
	var got struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Suites   []struct {
			Cases []struct {
				Name    string `xml:"name,attr"`
				Failure *struct {
					Text string `xml:",chardata"`
				} `xml:"failure"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(written(t, hostile().JUnit)), &got); err != nil {
		t.Fatal(err)
	}
	if got.Tests != 4 || got.Failures != 1 || len(got.Suites) != 3 || len(got.Suites[0].Cases) != 2 || got.Suites[1].Cases[0].Name != "none" {
		t.Fatalf("%+v", got)
	}
	if c := got.Suites[0].Cases[0]; c.Failure == nil || !strings.HasPrefix(c.Name, "a,b:%/page one.md:3:4: ]]>") || !strings.HasPrefix(c.Failure.Text, "]]>") {
		t.Errorf("%+v", c)
	}
}

// TestAt counts files of a git revision from the root of the repository.
func TestAt(t *testing.T) {
	span := source.Span{File: "p.md", Start: source.Pos{Line: 2, Column: 3}}
	for ref, prefix := range map[string]string{"docs": "docs/", "git:HEAD:docs": "HEAD:docs/"} {
		if got := ci.At(ref, prefix, span, "")[0].String(); got != "docs/p.md:2:3" {
			t.Errorf("%s: %s", ref, got)
		}
	}
	if ci.At("docs", "docs/", source.Span{}, "") != nil {
		t.Error("no place is a location")
	}
	if ci.LevelOf(diag.Info) != ci.Note || ci.LevelOf(diag.Error) != ci.Error {
		t.Error("severities have other levels")
	}
}
