package main

import (
	"bufio"
	"cmp"
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/gopkgs"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/drift"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/release"
	"github.com/docgen-go/docgen/model/source"
)

const driftSchema = "https://raw.githubusercontent.com/docgen-go/docgen/main/cmd/docgen/schemas/drift.json"

// A driftReport is the JSON form of what drift says.
type driftReport struct {
	Schema   string           `json:"$schema"`
	Version  int              `json:"version"`
	Docs     string           `json:"docs"`
	Packages string           `json:"packages"`
	Findings []*drift.Finding `json:"findings"`
	Coverage drift.Coverage   `json:"coverage"`
	// Ignored are findings that the user has accepted, Hidden those that are not sure enough.
	Ignored int `json:"ignored"`
	Hidden  int `json:"hidden"`
	// Operations are all that the client calls.
	Operations []drift.Called `json:"operations"`
	// Matches are the members and constants that both sides have.
	Matches []drift.Match `json:"matches"`
	// Unresolved are functions that send a request and yield no operation; generic ones
	// send what their caller says.
	Unresolved []unresolvedFunc `json:"unresolved"`
	// NotCompared are requests and results of which too little is known.
	NotCompared []string      `json:"notCompared"`
	Stubbed     []stubbedFunc `json:"stubbed"`

	prefix  string
	verbose bool
	// failOn is the mildest severity that makes the run fail.
	failOn diag.Severity
}

type unresolvedFunc struct {
	Func    string      `json:"func"`
	Go      source.Span `json:"go"`
	Why     string      `json:"why"`
	Generic bool        `json:"generic,omitempty"`
	Further bool        `json:"further,omitempty"`
}

type stubbedFunc struct {
	Func string `json:"func"`
	At   string `json:"at"`
	Why  string `json:"why"`
}

func newDriftReport(c *driftCmd, docs *reference, client *gofacts.Client, r *drift.Report, stubbed []gopkgs.Stub) *driftReport {
	out := &driftReport{Schema: release.Pin(driftSchema), Version: 1, Docs: c.Docs, Packages: strings.Join(c.Packages, " "), Findings: r.Findings, Coverage: r.Coverage, Operations: r.Called, Matches: append([]drift.Match{}, r.Matches...),
		NotCompared: append([]string{}, r.Unread...), Unresolved: []unresolvedFunc{}, Stubbed: []stubbedFunc{}, prefix: docs.prefix, verbose: c.Verbose, failOn: diag.Severity(c.FailOn)}
	for _, u := range client.Unresolved {
		at := u.Span
		if u.Further && !u.Sent.IsZero() {
			at = u.Sent
		}
		out.Unresolved = append(out.Unresolved, unresolvedFunc{u.Func, at, u.Why, u.Generic, u.Further})
	}
	for _, s := range stubbed {
		out.Stubbed = append(out.Stubbed, stubbedFunc{s.Name, s.Pos.String(), s.Why})
	}
	return out
}

// filter leaves out what is not sure enough, what is accepted and what is known.
func (r *driftReport) filter(c *driftCmd, ignored *driftIgnored, known map[string]bool) {
	least := drift.Confidence(c.Confidence).Rank()
	findings := []*drift.Finding{}
	for _, f := range r.Findings {
		switch {
		case f.Confidence.Rank() > least:
			r.Hidden++
		case ignored.accepts(f) || f.KnownBy(known):
			r.Ignored++
		default:
			findings = append(findings, f)
		}
	}
	r.Findings = findings
}

func (r *driftReport) write(w *bufio.Writer, format string) error {
	switch format {
	case "json":
		return printJSON(w, r)
	case "markdown":
		return r.markdown(w)
	case "text":
		return r.text(w)
	}
	return r.ci(w, format)
}

// groups calls do for the findings of each struct or function.
func (r *driftReport) groups(do func(subject string, findings []*drift.Finding)) {
	for at := 0; at < len(r.Findings); {
		subject := subjectOf(r.Findings[at])
		end := at
		for end < len(r.Findings) && subjectOf(r.Findings[end]) == subject {
			end++
		}
		do(subject, r.Findings[at:end])
		at = end
	}
}

func subjectOf(f *drift.Finding) string { return cmp.Or(f.Struct, f.Func, "operations") }

func (r *driftReport) text(w *bufio.Writer) error {
	r.groups(func(subject string, findings []*drift.Finding) {
		fmt.Fprintf(w, "%s\n", diag.Plain(subject))
		for _, f := range findings {
			fmt.Fprintf(w, "  %s: %s: %s (%s) [%s]%s\n", r.goAt(f), f.Severity, diag.Plain(f.Message), f.Confidence, f.Rule, r.pageAt(f))
		}
	})
	if len(r.Findings) > 0 {
		fmt.Fprintln(w)
	}
	for _, s := range r.Stubbed {
		fmt.Fprintf(w, "%s: %s does not type-check and was left out: %s\n", s.At, s.Func, diag.Plain(s.Why))
	}
	if r.verbose {
		for _, u := range r.Unresolved {
			if u.Further {
				fmt.Fprintf(w, "%s: %s sends a further request, whose operation is not known: %s\n", u.Go, u.Func, u.Why)
				continue
			}
			fmt.Fprintf(w, "%s: %s sends a request and yields no operation: %s%s\n", u.Go, u.Func, u.Why, map[bool]string{true: " (it is its caller's)"}[u.Generic])
		}
		for _, n := range r.NotCompared {
			fmt.Fprintf(w, "not compared: %s\n", diag.Plain(n))
		}
	}
	_, err := fmt.Fprintln(w, r.summary())
	return err
}

// goAt returns the location of a finding, in the code or else in the pages.
func (r *driftReport) goAt(f *drift.Finding) string {
	if f.Go.IsZero() {
		return diag.Plain(r.prefix + f.Page.String())
	}
	return diag.Plain(f.Go.String())
}

// pageAt returns the location in the pages where it is not the only one.
func (r *driftReport) pageAt(f *drift.Finding) string {
	if f.Go.IsZero() || f.Page.IsZero() {
		return ""
	}
	return " (" + diag.Plain(r.prefix+f.Page.String()) + ")"
}

func (r *driftReport) tally() string {
	n := map[diag.Severity]int{}
	for _, f := range r.Findings {
		n[f.Severity]++
	}
	return fmt.Sprintf("%s, %s, %s", count(n[diag.Error], "error"), count(n[diag.Warning], "warning"), count(n[diag.Info], "note"))
}

// summary says what was found and how much was compared.
func (r *driftReport) summary() string {
	c := r.Coverage
	generic, without := 0, 0
	for _, u := range r.Unresolved {
		if u.Generic {
			generic++
		}
		if !u.Further {
			without++
		}
	}
	return fmt.Sprintf("%s; %d not sure enough (--confidence), %d accepted\n", r.tally(), r.Hidden, r.Ignored) +
		fmt.Sprintf("operations: %d of %d documented ones are called, %d of %s are documented; %s without an operation (-v), %d of them send what their caller says\n",
			c.Paired, c.Documented, c.ClientPaired, count(c.Client, "operation")+" of the client", count(without, "function"), generic) +
		fmt.Sprintf("members: %d of %d in the structs of these operations were compared (%s); %d of the %s not (-v)",
			c.Compared, c.Members, percent(c.Compared, c.Members), c.Unknown, map[bool]string{true: "one request or result", false: fmt.Sprintf("%d requests and results", c.Bodies)}[c.Bodies == 1])
}

func percent(n, of int) string {
	if of == 0 {
		return "none"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(of))
}

func (r *driftReport) markdown(w *bufio.Writer) error {
	fmt.Fprintf(w, "# Drift of %s\n\n", markdownCode(r.Packages))
	r.groups(func(subject string, findings []*drift.Finding) {
		fmt.Fprintf(w, "## %s\n\n", markdownCode(subject))
		for _, f := range findings {
			fmt.Fprintf(w, "- **%s**, %s: %s (%s%s)\n", f.Severity, f.Confidence, markdownCode(f.Message), markdownCode(r.goAt(f)), strings.ReplaceAll(markdownPage(r.pageAt(f)), "\n", " "))
		}
		fmt.Fprintln(w)
	})
	_, err := fmt.Fprintf(w, "%s\n", strings.ReplaceAll(r.summary(), "\n", "\n\n"))
	return err
}

func markdownPage(at string) string {
	if at == "" {
		return ""
	}
	return ", " + markdownCode(strings.Trim(at, " ()"))
}

// markdownCode returns text as code, in which Markdown has no meaning.
func markdownCode(text string) string {
	text = strings.ReplaceAll(diag.Plain(text), "\n", " ")
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		return fence + " " + text + " " + fence
	}
	return fence + text + fence
}
