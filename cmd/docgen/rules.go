package main

import (
	"bufio"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
)

type rulesCmd struct {
	ID     string `arg:"" optional:"" help:"Show this rule with its example; by default all are listed."`
	Format string `enum:"text,markdown,json" default:"text" help:"text, markdown or json."`
}

// Run prints the catalogue of rules that diff classifies changes by.
func (c *rulesCmd) Run(s *session) error {
	list := rules.All()
	if c.ID != "" {
		rule, ok := rules.Lookup(c.ID)
		if !ok {
			return usageError{fmt.Errorf("there is no rule %q; docgen rules lists them", c.ID)}
		}
		list = []diff.Rule{rule}
	}
	return s.print(func(w *bufio.Writer) error { return c.write(w, list) })
}

func (c *rulesCmd) write(w *bufio.Writer, list []diff.Rule) error {
	switch {
	case c.Format == "json":
		return printJSON(w, list)
	case c.Format == "markdown":
		return rulesMarkdown(w, list)
	case c.ID != "":
		return ruleText(w, list[0])
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range list {
		fmt.Fprintf(t, "%s\t%s\t%s\n", r.ID, r.Severity, r.Message)
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
