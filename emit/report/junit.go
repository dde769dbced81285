package report

import (
	"encoding/xml"
	"fmt"
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

// JUnit writes the report as the result of tests: a suite for each severity and a test
// for each entry, which fails where the entry makes the run fail (see Report.Fails).
// The error is the writer's.
func (r *Report) JUnit(w io.Writer) error {
	all := junitSuites{Name: "docgen diff " + diag.Plain(r.Old) + " " + diag.Plain(r.New)}
	for _, h := range headings {
		s := junitSuite{Name: h.title, Out: diag.Plain(r.OneLine())}
		for _, f := range r.lines(h.severity) {
			s.add(r.junitCase(f))
		}
		if len(s.Cases) == 0 { // no test at all is a failure to many servers
			s.add(junitCase{Class: h.title, Name: "no such change"})
		}
		all.add(s)
	}
	whole := junitSuite{Name: "The comparison", Out: diag.Plain(r.OneLine())}
	if r.Summary.StepIsTooSmall() {
		says := "the findings ask for " + string(r.Summary.Step) + ", the release takes " + string(r.Summary.Taken)
		whole.add(junitCase{Class: "version", Name: "version step", Failure: &junitFailure{stepRule, says, says}})
	}
	for _, c := range r.Go {
		whole.add(junitCase{Class: goRule, Name: diag.Plain(goNote(c, asIs))})
	}
	for _, says := range r.trust() {
		whole.add(junitCase{Class: "trust", Name: diag.Plain(says)})
	}
	if len(whole.Cases) > 0 {
		all.add(whole)
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

func (s *junitSuite) add(c junitCase) {
	s.Cases = append(s.Cases, c)
	s.Tests++
	if c.Failure != nil {
		s.Failures++
	}
}

func (all *junitSuites) add(s junitSuite) {
	all.Suites = append(all.Suites, s)
	all.Tests += s.Tests
	all.Failures += s.Failures
}

func (r *Report) junitCase(f Finding) junitCase {
	c := junitCase{Class: diag.Plain(f.about().title), Name: diag.Plain(r.subject(f) + ": " + f.Rules[0])}
	if where, ok := r.fileOf(f.OldSpan, f.NewSpan); ok {
		c.File, c.Line = diag.Plain(where.path), where.line
	}
	text := r.junitText(f)
	if r.Fails != nil && r.Fails(f) {
		c.Failure = &junitFailure{f.Rules[0], diag.Plain(f.what(asIs)), text}
	} else {
		c.Out = text
	}
	return c
}

// junitText is an entry with all its locations, a line each.
func (r *Report) junitText(f Finding) string {
	lines := []string{diag.Plain(r.sentence(f))}
	for _, l := range f.Locations {
		lines = append(lines, diag.Plain(at(l).subject()+" "+strings.Join(r.locations(l.OldSpan, l.NewSpan), " → ")))
	}
	for _, d := range f.Doubts {
		lines = append(lines, "doubt: "+diag.Plain(r.doubt(d)))
	}
	return strings.Join(append(lines, fmt.Sprintf("fingerprint %s", f.Fingerprint)), "\n")
}
