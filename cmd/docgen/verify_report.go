package main

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/docgen-go/docgen/model/release"
	"github.com/docgen-go/docgen/model/verify"
)

const verifySchema = "https://raw.githubusercontent.com/docgen-go/docgen/main/cmd/docgen/schemas/verify.json"

// A verifyReport is the JSON form of what verify says.
type verifyReport struct {
	Schema  string `json:"$schema"`
	Version int    `json:"version"`
	*verify.Report
	// Structures are the facts by the structures of the pages, where they were asked for.
	Structures *verify.Structures `json:"structures,omitempty"`
	// Checked are the kinds of which Worst is the lowest figure, in percent.
	Checked   []verify.Kind `json:"judged"`
	Worst     float64       `json:"worst"`
	WorstKind verify.Kind   `json:"worstKind,omitempty"`

	prefix string
}

func newVerifyReport(docs *reference, r *verify.Report, checked []verify.Kind) *verifyReport {
	report := &verifyReport{Schema: release.Pin(verifySchema), Version: 1, Report: r, Checked: checked, prefix: docs.prefix}
	report.Worst, report.WorstKind = r.Worst(checked)
	return report
}

// pairs reports whether any operation is on both sides: without one, nothing was
// compared.
func (r *verifyReport) pairs() bool {
	return slices.ContainsFunc(r.Kinds, func(k verify.KindTally) bool { return k.Kind == verify.Operations && k.Both > 0 })
}

func (r *verifyReport) json(w *bufio.Writer) error { return printJSON(w, r) }

func (r *verifyReport) text(w *bufio.Writer) error {
	if r.Structures != nil {
		return r.structures(w)
	}
	for _, d := range r.Disagreements {
		r.disagreement(w, d)
	}
	if len(r.Disagreements) > 0 {
		fmt.Fprintln(w)
	}
	r.notes(w)
	return r.table(w)
}

// disagreement prints one line that starts with a place, as compilers do.
func (r *verifyReport) disagreement(w *bufio.Writer, d verify.Disagreement) {
	at, other := "", d.Pointer
	if !d.Page.IsZero() {
		at = r.prefix + d.Page.String()
	}
	if at == "" {
		at, other = d.Pointer, ""
	}
	fmt.Fprintf(w, "%s: %s: %s: %s", at, d.Kind, strings.TrimSpace(d.Method+" "+d.Path), statement(d))
	if d.Locations > 1 {
		fmt.Fprintf(w, ", here and in %s", count(d.Locations-1, "more place"))
	}
	if other != "" {
		fmt.Fprintf(w, " (%s)", other)
	}
	fmt.Fprintln(w)
}

func statement(d verify.Disagreement) string {
	switch {
	case d.Spec == "":
		return "only the pages say " + d.Docs
	case d.Docs == "" && d.Unmentioned:
		return "the pages never mention " + d.Spec
	case d.Docs == "":
		return "only the spec says " + d.Spec
	}
	return fmt.Sprintf("the pages say %s, the spec %s", d.Docs, d.Spec)
}

// notes prints what is no disagreement and yet good to know.
func (r *verifyReport) notes(w *bufio.Writer) {
	methods := map[string][]string{}
	for _, q := range r.FixedQueries {
		methods[q.Query] = append(methods[q.Query], q.Method)
	}
	for _, q := range sortedKeys(methods) {
		fmt.Fprintf(w, "the spec wants ?%s, which the pages don't show, for %s: %s\n", q, count(len(methods[q]), "method"), strings.Join(methods[q], ", "))
	}
	for _, v := range r.Variants {
		fmt.Fprintf(w, "the spec has %s beside what the pages document as %s (%s)\n", v.Operation, v.Documented, v.Pointer)
	}
	if len(r.FixedQueries)+len(r.Variants) > 0 {
		fmt.Fprintln(w)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (r *verifyReport) table(w *bufio.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "pages\tspec\tboth\tprecision\trecall\tof mentioned\t  kind")
	for _, k := range r.Kinds {
		fmt.Fprintf(t, "%d\t%d\t%d\t%.2f\t%.2f\t%.2f\t  %s\n", k.Docs, k.Spec, k.Both, k.Precision, k.Recall, k.RecallOfMentioned, k.Kind)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\n%s; the lowest judged figure is %.2f %% (%s)\n",
		count(len(r.Disagreements), "disagreement"), r.Worst, cmp.Or(string(r.WorstKind), "every kind"))
	return err
}

// structures prints what the structures of the pages and those of the spec differ in.
func (r *verifyReport) structures(w *bufio.Writer) error {
	for _, f := range r.Structures.Facts {
		r.disagreement(w, verify.Disagreement{Kind: f.Kind, Method: f.At, Docs: f.Docs, Spec: f.Spec, Page: f.Page, Pointer: f.Pointer, Unmentioned: f.Unmentioned})
	}
	if len(r.Structures.Facts) > 0 {
		fmt.Fprintln(w)
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "pages\tspec\tboth\tprecision\trecall\tof mentioned\t  kind and scope")
	for _, k := range r.Structures.Tallies {
		fmt.Fprintf(t, "%d\t%d\t%d\t%.2f\t%.2f\t%.2f\t  %s of %s\n", k.Docs, k.Spec, k.Both, k.Precision, k.Recall, k.RecallOfMentioned, k.Kind, k.Scope)
	}
	return t.Flush()
}
