package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/gopkgs"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/drift"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/source"
)

type driftCmd struct {
	docsFlags

	Docs     string   `arg:"" optional:"" help:"${docs} Without DOCS and PACKAGES the entries under drift in docgen.yaml say what to compare."`
	Packages []string `arg:"" optional:"" help:"The packages of the client, as the go command names them: ./... or import paths. They are read, never compiled or run."`

	Dir        string `short:"C" placeholder:"DIR" help:"Look for the packages from this folder."`
	Format     string `enum:"text,markdown,json,github,sarif,junit,codequality,patch" default:"text" help:"text, markdown, json, github (annotations), sarif (2.1.0), junit, codequality (GitLab) or patch (a unified diff that adds members and constants)."`
	FailOn     string `enum:",error,warning,info,never" default:"" help:"Exit with 1 on findings this bad or worse: error, warning (the default), info or never."`
	Confidence string `enum:",sure,likely,perhaps" default:"" help:"Report findings that are at least this sure: sure, likely (the default) or perhaps."`
	Since      string `placeholder:"REV" help:"Report only what the pages gained since this older revision of them, named as DOCS is."`
	Ignore     string `placeholder:"FILE" help:"Leave out what this file (YAML) lists, with reasons."`
	Baseline   string `placeholder:"FILE" help:"Leave out what this report (JSON) of an earlier run has."`
	Write      bool   `help:"Add the members and constants that the code lacks, as --format patch shows them, but for structs with codecs or accessors of their own, or that code copies member by member."`
	Verbose    bool   `short:"v" help:"List the functions that send a request and yield no operation, and what could not be compared."`
}

// Run compares clients with their pages and prints where they differ.
func (c *driftCmd) Run(s *session) error {
	known, err := readDriftBaseline(c.Baseline)
	if err != nil {
		return err
	}
	targets, err := c.targets()
	if err != nil {
		return err
	}
	var found error
	for _, t := range targets {
		err := t.run(s, known)
		if failed(err) {
			return err
		}
		found = cmp.Or(err, found)
	}
	return found
}

// run compares one client with its pages.
func (c *driftTarget) run(s *session, known map[string]bool) error {
	ignored, err := readDriftIgnored(c.Ignore)
	if err != nil {
		return err
	}
	docs, client, stubbed, err := c.read(s)
	if err != nil {
		return err
	}
	o := drift.Options{Additions: c.Format == "patch" || c.Write}
	if c.Since != "" {
		older, err := s.revision(c.Since, nil)
		if err != nil {
			return err
		}
		o.Older, o.Since = older.api, true
	}
	report, err := guarded(func() *drift.Report { return drift.Compare(docs.api, client, o) })
	if err != nil {
		return err
	}
	r := newDriftReport(&c.driftCmd, docs, client, report, stubbed)
	r.classify(c.severity)
	r.filter(&c.driftCmd, ignored, known)
	ignored.complain(s.stderr)
	if c.Format == "patch" || c.Write {
		return c.patch(s, r)
	}
	if err := s.print(func(w *bufio.Writer) error { return r.write(w, c.Format) }); err != nil {
		return err
	}
	return c.exitError(s, r)
}

// read reads the pages and the client side by side.
func (c *driftTarget) read(s *session) (docs *reference, client *gofacts.Client, stubbed []gopkgs.Stub, err error) {
	done := make(chan error, 1)
	go func() {
		var err error
		client, stubbed, err = gopkgs.ReadClient(s.ctx, c.Packages, c.Dir)
		done <- err
	}()
	docs, err = s.revision(c.Docs, nil)
	clientErr := <-done
	return docs, client, stubbed, cmp.Or(err, clientErr)
}

func guarded(compare func() *drift.Report) (r *drift.Report, err error) {
	err = diag.Guard("comparing the client", source.Span{}, func() error { r = compare(); return nil })
	return r, err
}

// fails reports whether a finding makes the run fail. The rank of never is -1.
func (r *driftReport) fails(f *drift.Finding) bool { return f.Severity.Rank() <= r.failOn.Rank() }

func (c *driftCmd) exitError(s *session, r *driftReport) error {
	switch {
	case r.Coverage.Client == 0:
		fmt.Fprintf(s.stderr, "docgen: no function of %s sends a request whose verb and path are known; name the packages of the client, and see -v\n", r.Packages)
		return errFindings
	case r.Coverage.Paired == 0:
		fmt.Fprintf(s.stderr, "docgen: no operation of %s is one of %s: are they of one API?\n", r.Packages, c.Docs)
		return errFindings
	}
	if len(r.Stubbed) > 0 {
		fmt.Fprintf(s.stderr, "docgen: %s left out, because the bodies do not type-check\n", count(len(r.Stubbed), "function"))
	}
	if slices.ContainsFunc(r.Findings, r.fails) {
		return errFindings
	}
	return nil
}

// readDriftBaseline returns the fingerprints of an earlier report.
func readDriftBaseline(name string) (map[string]bool, error) {
	if name == "" {
		return nil, nil
	}
	var r driftReport
	if err := readReport("--baseline", name, "docgen drift --format json", &r); err != nil {
		return nil, err
	}
	if r.Version != 1 || cmp.Or(r.Schema) == "" {
		return nil, usageError{errors.New("--baseline: " + name + " is no report of docgen drift --format json")}
	}
	known := map[string]bool{}
	for _, f := range r.Findings {
		f.Know(known)
	}
	return known, nil
}
