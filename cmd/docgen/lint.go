package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/release"
)

type lintCmd struct {
	docsFlags

	Docs    string `arg:"" optional:"" help:"${docs} By default docgen.yaml says what to read."`
	Format  string `enum:"text,json,github,sarif,junit,codequality" default:"text" help:"text, json, github (annotations), sarif (2.1.0), junit or codequality (GitLab)."`
	Summary bool   `help:"Print only what was read, concluded and found, in numbers."`
	Verbose bool   `short:"v" help:"List all notes, where the text counts them otherwise."`
	Explain string `placeholder:"CODE" help:"Read no pages, but say what findings with the code are about, why they matter and what to do."`
}

// Run prints the account of every page, then every finding.
func (c *lintCmd) Run(s *session) error {
	if c.Explain != "" {
		return c.explain(s)
	}
	if c.Format != "text" && (c.Summary || c.Verbose) {
		return usageError{errors.New("--summary and --verbose are for --format text; other formats have all findings, and \"docgen inspect --format stats\" the numbers")}
	}
	if c.Docs == "" {
		docs, err := soleDocs(c.Config)
		if err != nil {
			return err
		}
		c.Docs = docs
	}
	r, err := s.read(c.Docs)
	if err != nil {
		return err
	}
	report := newLintReport(r)
	report.color, report.verbose, report.only, report.ref = isTerminal(s.stdout), c.Verbose, c.Summary, c.Docs
	write := report.ci(c.Format)
	switch c.Format {
	case "text":
		write = report.text
	case "json":
		write = report.json
	}
	if err := s.print(write); err != nil {
		return err
	}
	s.warnEmpty(r, c.Docs)
	return r.exitError()
}

const lintSchema = "https://raw.githubusercontent.com/docgen-go/docgen/main/cmd/docgen/schemas/lint.json"

// A lintReport is the JSON form of what lint says.
type lintReport struct {
	Schema  string `json:"$schema"`
	Version int    `json:"version"`
	// Pages with unread bytes come first, the most of them at the top.
	Pages       []*model.Page `json:"pages"`
	Total       model.Bytes   `json:"total"`
	Errors      int           `json:"errors"`
	Warnings    int           `json:"warnings"`
	Infos       int           `json:"infos"`
	Diagnostics diag.List     `json:"diagnostics"`
	// Accepted are the findings that docgen.yaml says are fine. They count for nothing.
	Accepted []acceptedFinding `json:"accepted"`
	// Doubts are signs that pages do not say all that they once said.
	Doubts []model.Doubt `json:"doubts"`

	read  *reference
	color bool
	// verbose lists notes, only leaves out pages and findings; ref is what the user calls
	// the docs.
	verbose, only bool
	ref           string
}

func newLintReport(r *reference) *lintReport {
	report := &lintReport{
		Schema: release.Pin(lintSchema), Version: 1,
		Pages:       append([]*model.Page{}, r.api.Pages...),
		Errors:      r.found.Count(diag.Error),
		Warnings:    r.found.Count(diag.Warning),
		Infos:       r.found.Count(diag.Info),
		Diagnostics: append(diag.List{}, r.found...),
		Accepted:    append([]acceptedFinding{}, r.accepted...),
		Doubts:      append([]model.Doubt{}, r.api.Doubts...),
		read:        r,
	}
	for _, p := range report.Pages {
		report.Total.Add(p.Bytes)
	}
	slices.SortStableFunc(report.Pages, func(a, b *model.Page) int {
		return cmp.Compare(b.Bytes.Unread, a.Bytes.Unread)
	})
	return report
}

func (r *lintReport) json(w *bufio.Writer) error { return printJSON(w, r) }

func (r *lintReport) text(w *bufio.Writer) error {
	if !r.only {
		if err := r.account(w); err != nil {
			return err
		}
	}
	newReadSummary(r.read.api).print(w, r.ref, r.read.found, r.verbose)
	if next := nextStep(r.read.found); next != "" {
		fmt.Fprintln(w, next)
	}
	_, err := fmt.Fprintf(w, "\n%s%s\n", r.read.tally(), doubted(r.Doubts))
	return err
}

// account prints what became of each page, and the findings. Notes are about normal things,
// and listed for who asks for them.
func (r *lintReport) account(w *bufio.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "bytes\tmodel\tdocs\texamples\tlayout\tunread\t  page")
	for _, p := range r.Pages {
		lintLine(t, p.Bytes, lintName(p))
	}
	lintLine(t, r.Total, fmt.Sprintf("total of %s", count(len(r.Pages), "page")))
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w)
	listed := 0
	for _, d := range r.read.located() {
		if d.Severity == diag.Info && !r.verbose {
			continue
		}
		listed++
		fmt.Fprintln(w, paint(d, string(d.Severity), r.color))
	}
	for _, a := range r.read.locatedAccepted() {
		fmt.Fprintln(w, paint(a, config.Accepted, r.color))
	}
	if listed+len(r.Accepted) > 0 {
		fmt.Fprintln(w)
	}
	return nil
}

func lintLine(t *tabwriter.Writer, b model.Bytes, name string) {
	fmt.Fprintf(t, "%d\t%d\t%d\t%d\t%d\t%d\t  %s\n", b.Total, b.Model, b.Docs, b.Examples, b.Layout, b.Unread, name)
}

// lintName is the page with what it is, unless it is what one expects.
func lintName(p *model.Page) string {
	if p.Kind == model.PageReference {
		return diag.Plain(p.Path)
	}
	return fmt.Sprintf("%s (%s)", diag.Plain(p.Path), p.Kind)
}
