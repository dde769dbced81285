package ci

import (
	"encoding/xml"
	"io"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// The types are those of the JUnit XML that CI servers read.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
		Out      string      `xml:"system-out,omitempty"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		File    string        `xml:"file,attr,omitempty"`
		Line    int           `xml:"line,attr,omitempty"`
		Failure *junitFailure `xml:"failure"`
		Out     string        `xml:"system-out,omitempty"`
	}
	junitFailure struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// A Suite is a group of tests; Out is what it printed.
type Suite struct {
	Name, Out string
	Tests     []Test
}

// A Test is one finding as the result of a test, at the File and Line if they are known.
// It fails with the Rule and the Message if Fails is set; Text is all about it, in lines.
type Test struct {
	Class, Name         string
	File                string
	Line                int
	Fails               bool
	Rule, Message, Text string
}

// WriteJUnit writes suites as JUnit XML. The error is the writer's.
func WriteJUnit(w io.Writer, name string, suites []Suite) error {
	all := junitSuites{Name: diag.Plain(name)}
	for _, s := range suites {
		suite := junitSuite{Name: diag.Plain(s.Name), Tests: len(s.Tests), Out: plainLines(s.Out)}
		for _, t := range s.Tests {
			c := junitCase{Class: diag.Plain(t.Class), Name: diag.Plain(t.Name), File: diag.Plain(t.File), Line: t.Line}
			if t.Fails {
				c.Failure = &junitFailure{t.Rule, diag.Plain(t.Message), plainLines(t.Text)}
				suite.Failures++
			} else {
				c.Out = plainLines(t.Text)
			}
			suite.Cases = append(suite.Cases, c)
		}
		all.Suites = append(all.Suites, suite)
		all.Tests += suite.Tests
		all.Failures += suite.Failures
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func plainLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = diag.Plain(lines[i])
	}
	return strings.Join(lines, "\n")
}

// JUnit writes the run as the result of tests: a suite for each level, in which a test
// stands for each result. The error is the writer's.
func (r *Run) JUnit(w io.Writer) error {
	suites := []Suite{}
	for _, of := range []struct {
		level Level
		title string
	}{{Error, "errors"}, {Warning, "warnings"}, {Note, "notes"}} {
		s := Suite{Name: of.title, Out: r.Summary}
		for _, res := range r.Results {
			if res.Level != of.level {
				continue
			}
			t := Test{Class: res.Rule, Name: res.Message, Fails: res.Fails, Rule: res.Rule, Message: res.Message}
			if len(res.At) > 0 {
				t.File, t.Line = res.At[0].File, res.At[0].Line
				t.Name = res.At[0].String() + ": " + t.Name
			}
			t.Text = res.text()
			s.Tests = append(s.Tests, t)
		}
		if len(s.Tests) == 0 { // no test at all is a failure to many servers
			s.Tests = []Test{{Class: of.title, Name: "none"}}
		}
		suites = append(suites, s)
	}
	return WriteJUnit(w, r.Subject, suites)
}

// text is a result with all its locations, a line each.
func (r *Result) text() string {
	lines := []string{r.Message}
	for _, group := range [][]Location{r.At, r.Related} {
		for _, l := range group {
			line := l.String()
			if l.Message != "" {
				line += ": " + l.Message
			}
			lines = append(lines, line)
		}
	}
	if r.Fingerprint != "" {
		lines = append(lines, "fingerprint "+r.Fingerprint)
	}
	return strings.Join(lines, "\n")
}
