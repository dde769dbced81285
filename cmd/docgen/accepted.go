package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model/diag"
)

// An acceptedFinding is one that docgen.yaml says is fine, and why.
type acceptedFinding struct {
	diag.Diagnostic
	Reason string `json:"reason"`
}

// String returns the finding as compilers print it, with the reason.
func (a acceptedFinding) String() string {
	d := a.Diagnostic
	d.Severity, d.Help = config.Accepted, ""
	return d.String() + "\n\treason: " + diag.Plain(a.Reason)
}

// apply gives findings the severities that entries of docgen.yaml say, one entry
// after the other, takes out those that are accepted, and returns what is wrong
// with entries that changed nothing.
func (r *reference) apply(entries []*config.Finding) (unused config.Faults) {
	if len(entries) == 0 {
		return nil
	}
	outcomes := make([]string, len(r.found))
	reasons := make([]string, len(r.found))
	for i, d := range r.found {
		outcomes[i] = string(d.Severity)
	}
	for _, e := range entries {
		means, changes := false, false
		for i, d := range r.found {
			if !e.Means(string(d.Code), d.Span.File) {
				continue
			}
			means = true
			changes = changes || outcomes[i] != e.As.Value
			outcomes[i], reasons[i] = e.As.Value, e.Reason.Value
		}
		switch {
		case !means:
			unused.Add(e.At, "no finding has the code %s%s; take the entry out", e.Code.Value, onPages(e))
		case !changes:
			unused.Add(e.At, "all findings with the code %s%s count as %s already; take the entry out", e.Code.Value, onPages(e), e.As.Value)
		}
	}
	var left diag.List
	for i, d := range r.found {
		if outcomes[i] == config.Accepted {
			r.accepted = append(r.accepted, acceptedFinding{d, reasons[i]})
			continue
		}
		d.Severity = diag.Severity(outcomes[i])
		left = append(left, d)
	}
	r.found = left
	return unused
}

func onPages(e *config.Finding) string {
	if e.Pages.Value == "" {
		return ""
	}
	return " on pages " + e.Pages.Value
}

// locatedAccepted returns the accepted findings with files as located does.
func (r *reference) locatedAccepted() []acceptedFinding {
	accepted := slices.Clone(r.accepted)
	for i := range accepted {
		accepted[i].Diagnostic = accepted[i].Below(r.prefix)
	}
	return accepted
}

// tally returns how many findings there are, in one phrase.
func (r *reference) tally() string {
	if n := len(r.accepted); n > 0 {
		return fmt.Sprintf("%s, %d accepted", tally(r.found), n)
	}
	return tally(r.found)
}

// summarize prints the findings as the function does, and with all of them those
// that are accepted.
func (r *reference) summarize(w io.Writer, all bool) {
	summarize(w, r.located(), all)
	if !all {
		return
	}
	for _, a := range r.locatedAccepted() {
		fmt.Fprintln(w, paint(a, config.Accepted, isTerminal(w)))
	}
}

// findingsFor returns what the docgen.yaml of the name says of findings about the
// pages that ref names: the entries of each target that reads them. "" is the
// nearest file, which need not be there.
func findingsFor(ref, name string) ([]*config.Finding, error) {
	file, err := optional(name)
	if err != nil {
		return nil, err
	}
	var out []*config.Finding
	for _, t := range file.Targets {
		if sameDocs(docsFrom(file, t), ref) {
			out = append(out, t.Findings...)
		}
	}
	return out, nil
}

// sameDocs reports whether two names of docs mean the same.
func sameDocs(a, b string) bool {
	if strings.HasPrefix(a, "git:") || strings.HasPrefix(b, "git:") {
		return a == b
	}
	a, errA := filepath.Abs(a)
	b, errB := filepath.Abs(b)
	return errors.Join(errA, errB) == nil && a == b
}

// checkCodes refuses entries about codes that the catalogue does not have.
func checkCodes(file *config.File) error {
	var faults config.Faults
	for _, t := range file.Targets {
		for _, e := range t.Findings {
			if _, ok := lookupCode(e.Code.Value); !ok {
				faults.Add(e.Code.At, "no finding has the code %q%s", e.Code.Value, suggestCode(e.Code.Value))
			}
		}
	}
	checkDriftRules(file, &faults)
	return faults.Err()
}

// lookupCode returns the entry of a code that a user wrote.
func lookupCode(code string) (diag.Entry, bool) {
	all := diag.Catalog()
	i := slices.IndexFunc(all, func(e diag.Entry) bool { return string(e.Code) == code })
	if i < 0 {
		return diag.Entry{}, false
	}
	return all[i], true
}

// suggestCode proposes a code where one is near. All of them would be too many.
func suggestCode(code string) string {
	var codes []string
	for _, e := range diag.Catalog() {
		codes = append(codes, string(e.Code))
	}
	if near, ok := config.Nearest(code, codes); ok {
		return "; did you mean " + near + "?"
	}
	return "; docgen rules lists them"
}
