package main

import (
	"bufio"
	"cmp"
	"io"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/emit/ci"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
)

// codesURL is the published catalogue of findings, in which each code has an anchor.
const codesURL = "https://github.com/docgen-go/docgen/blob/main/model/diag/README.md"

// writeCI writes a run in a form that CI systems read: sarif, junit, codequality or
// github. What stands nowhere is shown at fallback, where the form demands a file.
func writeCI(w io.Writer, run *ci.Run, format, fallback string) error {
	switch format {
	case "sarif":
		return run.SARIF(w)
	case "junit":
		return run.JUnit(w)
	case "codequality":
		return run.CodeQuality(w, fallback)
	}
	return run.GitHub(w)
}

// newResult returns a finding with a code of the catalogue.
func newResult(code diag.Code, severity diag.Severity, message string) ci.Result {
	entry, _ := diag.Lookup(code)
	return ci.Result{
		Rule: string(code), Title: cmp.Or(entry.Title, string(code)), URL: codesURL + "#" + string(code), Level: ci.LevelOf(severity), Message: message,
		Properties: map[string]any{"severity": severity},
	}
}

// ci writes what lint found in a form that CI systems read. Findings that docgen.yaml
// accepts are not there. A finding is the same as long as code, page and message are;
// several of that kind on one page are told apart by their order.
func (r *lintReport) ci(format string) func(w *bufio.Writer) error {
	return func(w *bufio.Writer) error {
		run := ci.Run{Tool: "docgen", Subject: "docgen lint", Summary: r.read.tally() + doubted(r.Doubts)}
		nth := map[string]int{}
		for _, severity := range diag.Severities() {
			for _, d := range r.Diagnostics {
				if d.Severity != severity {
					continue
				}
				res := newResult(d.Code, d.Severity, d.Message)
				if d.Help != "" {
					res.Message += "; " + d.Help
				}
				res.At = ci.At(r.ref, r.read.prefix, d.Span, "")
				for _, rel := range d.Related {
					res.Related = append(res.Related, ci.At(r.ref, r.read.prefix, rel.Span, rel.Message)...)
				}
				key := diff.Digest(string(d.Code), d.Span.File, d.Message)
				nth[key]++
				res.Fingerprint = diff.Digest(key, strconv.Itoa(nth[key]))
				res.Fails = d.Severity == diag.Error
				run.Results = append(run.Results, res)
			}
		}
		for _, d := range r.Doubts {
			run.Notes = append(run.Notes, ci.Result{Rule: "doubt", Level: ci.Warning, Message: d.Reason})
		}
		return writeCI(w, &run, format, r.ref)
	}
}

// ci writes the findings of drift in a form that CI systems read: in the code where they
// stand there, else in the pages.
func (r *driftReport) ci(w *bufio.Writer, format string) error {
	run := ci.Run{Tool: "docgen", Subject: "docgen drift", Summary: strings.ReplaceAll(r.summary(), "\n", "; ")}
	for _, f := range r.Findings {
		res := newResult(f.Rule, f.Severity, f.Message+" ("+string(f.Confidence)+")")
		res.Fingerprint = diff.Digest(f.Fingerprint())
		res.Properties["confidence"] = f.Confidence
		res.Fails = r.fails(f)
		page := ci.At(r.Docs, r.prefix, f.Page, "the pages")
		if res.At = ci.At("", "", f.Go, ""); len(res.At) == 0 {
			res.At = page
		} else {
			res.Related = page
		}
		run.Results = append(run.Results, res)
	}
	for _, s := range r.Stubbed {
		run.Notes = append(run.Notes, ci.Result{Rule: "stubbed", Level: ci.Warning, Message: s.At + ": " + s.Func + " does not type-check and was left out: " + s.Why})
	}
	return writeCI(w, &run, format, r.Docs)
}
