package main

import (
	"bufio"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
	"github.com/docgen-go/docgen/model/release"
)

type rulesCmd struct {
	ID     string `arg:"" optional:"" help:"Show this rule or code with its example; by default all are listed."`
	About  string `enum:"all,changes,findings" default:"all" help:"all; changes: the rules that diff classifies changes by, findings: the codes of what is found in pages."`
	Format string `enum:"text,markdown,json" default:"text" help:"text, markdown or json."`
}

const rulesSchema = "https://raw.githubusercontent.com/docgen-go/docgen/main/cmd/docgen/schemas/rules.json"

// A rulesReport is the JSON form of what rules says.
type rulesReport struct {
	Schema  string `json:"$schema"`
	Version int    `json:"version"`
	// Rules are those that changes are classified by, and Codes those of findings.
	Rules []diff.Rule  `json:"rules"`
	Codes []diag.Entry `json:"codes"`
	// Policies are what is asked of deprecations, and what only the generated package shows.
	Policies []rules.Policy `json:"policies,omitempty"`
}

func newRulesReport(list []diff.Rule, codes []diag.Entry) *rulesReport {
	return &rulesReport{Schema: release.Pin(rulesSchema), Version: 1, Rules: append([]diff.Rule{}, list...), Codes: append([]diag.Entry{}, codes...)}
}

// Run prints the rules that diff classifies changes by, and the codes of findings.
func (c *rulesCmd) Run(s *session) error {
	r := newRulesReport(nil, nil)
	if c.About != "findings" {
		r.Rules, r.Policies = rules.All(), rules.Policies()
	}
	if c.About != "changes" {
		r.Codes = diag.Catalog()
	}
	if c.ID != "" {
		r.Rules = slices.DeleteFunc(r.Rules, func(r diff.Rule) bool { return r.ID != c.ID })
		r.Codes = slices.DeleteFunc(r.Codes, func(e diag.Entry) bool { return string(e.Code) != c.ID })
		r.Policies = slices.DeleteFunc(r.Policies, func(p rules.Policy) bool { return p.ID != c.ID })
		if len(r.Rules)+len(r.Codes)+len(r.Policies) == 0 {
			return usageError{fmt.Errorf("there is no rule and no code %q; docgen rules lists them", c.ID)}
		}
	}
	return s.print(func(w *bufio.Writer) error { return c.write(w, r) })
}

func (c *rulesCmd) write(w *bufio.Writer, r *rulesReport) error {
	switch {
	case c.Format == "json":
		return printJSON(w, r)
	case c.Format == "markdown":
		return errors.Join(rulesMarkdown(w, r.Rules), policiesMarkdown(w, r.Policies), codesMarkdown(w, r.Codes))
	case c.ID != "" && len(r.Rules) > 0:
		return ruleText(w, r.Rules[0])
	case c.ID != "" && len(r.Policies) > 0:
		p := r.Policies[0]
		_, err := fmt.Fprintf(w, "%s (%s): %s\n\n%s\n", p.ID, p.Severity, p.Message, p.Why)
		return err
	case c.ID != "":
		return codeText(w, r.Codes[0])
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, rule := range r.Rules {
		fmt.Fprintf(t, "%s\t%s\t%s\n", rule.ID, rule.Severity, rule.Message)
	}
	for _, p := range r.Policies {
		fmt.Fprintf(t, "%s\t%s\t%s\n", p.ID, p.Severity, p.Message)
	}
	for _, e := range r.Codes {
		fmt.Fprintf(t, "%s\t%s\t%s\n", e.Code, e.Severity, e.Title)
	}
	return t.Flush()
}

func ruleText(w *bufio.Writer, r diff.Rule) error {
	fmt.Fprintf(w, "%s (%s): %s\n\n%s\n", r.ID, r.Severity, r.Message, r.Why)
	if r.Mirror != "" {
		fmt.Fprintf(w, "The opposite is %s.\n", r.Mirror)
	} else {
		fmt.Fprintf(w, "There is no opposite: %s\n", r.Waiver)
	}
	_, err := fmt.Fprintf(w, "\nBefore:\n\n%s\nAfter:\n\n%s", indent(r.Before), indent(r.After))
	return err
}

func indent(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line != "\n" {
			b.WriteString("    ")
		}
		b.WriteString(line)
	}
	return b.String()
}

// rulesMarkdown prints the catalogue as a page. The examples are pages of their
// own and hold fences, so they stand in longer ones.
func rulesMarkdown(w *bufio.Writer, list []diff.Rule) error {
	if len(list) == 0 {
		return nil
	}
	fmt.Fprint(w, "# Rules\n\n| rule | severity | what happened |\n|---|---|---|\n")
	for _, r := range list {
		fmt.Fprintf(w, "| [`%s`](#%s) | %s | %s |\n", r.ID, r.ID, r.Severity, r.Message)
	}
	for _, r := range list {
		fmt.Fprintf(w, "\n## %s\n\n%s, %s. %s\n", r.ID, strings.ToUpper(r.Message[:1])+r.Message[1:], r.Severity, r.Why)
		if r.Mirror != "" {
			fmt.Fprintf(w, "The opposite is [`%s`](#%[1]s).\n", r.Mirror)
		}
		fmt.Fprintf(w, "\nBefore:\n\n````markdown\n%s````\n\nAfter:\n\n````markdown\n%s````\n", r.Before, r.After)
	}
	return w.Flush()
}

// policiesMarkdown prints the policies as a part of the page of rules.
func policiesMarkdown(w *bufio.Writer, policies []rules.Policy) error {
	if len(policies) == 0 {
		return nil
	}
	fmt.Fprint(w, "\n## Policies\n\nWhat `--deprecation-days` or diff.deprecation in docgen.yaml asks for. `removed-before-date` needs neither, and `go-changed` is about the generated package alone.\n")
	for _, p := range policies {
		fmt.Fprintf(w, "\n### %s\n\n%s, %s. %s\n", p.ID, strings.ToUpper(p.Message[:1])+p.Message[1:], p.Severity, p.Why)
	}
	return w.Flush()
}

// codesMarkdown prints the catalogue of codes as a page.
func codesMarkdown(w *bufio.Writer, codes []diag.Entry) error {
	if len(codes) == 0 {
		return nil
	}
	fmt.Fprint(w, "# Findings\n\n| code | severity | what happened |\n|---|---|---|\n")
	for _, e := range codes {
		fmt.Fprintf(w, "| [`%s`](#%s) | %s | %s |\n", e.Code, e.Code, e.Severity, e.Title)
	}
	for _, e := range codes {
		fmt.Fprintf(w, "\n## %s\n\n%s, %s. %s\n\n%s\n", e.Code, strings.ToUpper(e.Title[:1])+e.Title[1:], e.Severity, e.Why, e.Help)
		fmt.Fprintf(w, "\n````markdown\n%s````\n", plainLines(e.Example))
	}
	return w.Flush()
}
